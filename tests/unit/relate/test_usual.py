"""What is told for all articles at once is what is found for one."""

from __future__ import annotations

import random

import numpy as np
import pytest

from ssg.build.project import open_project
from ssg.relate.usual import number_of, usual_companions
from tests.conftest import MakeSite

_COUNT = 90


def _text(seed: int) -> str:
    """Return articles that share a few of many words, and now and then their editors' word."""
    chance = random.Random(seed)
    words = [f"word{number}" for number in range(400)]
    parts = []
    for number in range(_COUNT):
        day = f"2025-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}"
        more = chance.choice(("", "", "", "thread: one", "related: [p0]", "tags: [steel]"))
        parts.append(
            f"-- content/posts/p{number}.md --\n---\ntitle: P{number}\ndate: {day}\n"
            f"{more}\n---\n{' '.join(chance.choices(words, k=chance.choice((60, 60, 300))))}"
        )
    return "\n".join(parts) + "\n"


@pytest.mark.parametrize("seed", range(4))
def test_the_usual_companions_are_those_that_are_shown(seed: int, make_site: MakeSite) -> None:
    site_under_test = make_site(_text(seed))
    project = open_project(site_under_test.root, site_under_test.options)
    site, finder = project.site, project.finder
    articles = site.articles
    for row in finder.lists.missing():
        finder.lists.of(row)
    found = usual_companions(
        finder.index.lists,
        project.context.config.related,
        dates=np.array([number_of(one.date) for one in articles]),
        published=np.ones(len(articles), np.bool_),
        free=np.array(
            [not one.terms["threads"] and not site.pins.related[one.path] for one in articles]
        ),
        originals=np.zeros(len(articles), np.uint64),
    )
    assert found.usual.sum() > 10
    for row in np.flatnonzero(found.usual).tolist():
        shown = [articles[other].path for other in found.rows[row].tolist() if other >= 0]
        following = {articles[other].path for other in found.next[row].tolist() if other >= 0}
        assert following == {one.path for one in finder.next(articles[row])}
        assert shown == [one.article.path for one in finder.related(articles[row], following)]
