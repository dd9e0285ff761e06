"""What is made again after an edit: exactly what shows it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ssg.model.site import Preview
from tests.conftest import MakeSite
from tests.support.sites import NOW, SiteUnderTest

_SITE = """\
-- content/posts/2025-12-22-talks.md --
---
title: Talks
standfirst: They talk.
authors: [Ada Quill]
section: World
tags: [Ukraine]
thread: Peace
image: {src: ../static/map.png, alt: A map}
aliases: [/talks/]
---
Envoys met in Florida. {% note %}Mind.{% endnote %}
-- content/posts/2025-12-15-plan.md --
---
title: Plan
section: World
tags: [Ukraine]
thread: Peace
---
A plan of twenty points; see [the cars](2025-11-20-cars.md).
-- content/posts/2025-11-20-cars.md --
---
title: Cars
section: Economy
kind: curated
source: {name: Reuters, url: "https://www.reuters.com/"}
---
Exports fell by much.
-- content/posts/2025-10-05-flood.md --
---
title: Flood
---
Water rose at night.
-- content/posts/2026-01-16-later.md --
---
title: Later
---
Something else entirely.
-- content/posts/2025-10-01-draft.md --
---
title: Draft
draft: true
---
Nothing.
-- content/about.md --
---
title: About
---
We.
-- content/authors/ada-quill.md --
---
title: Ada Quill
---
Writes.
-- content/_data/facts.yaml --
a: 1
-- content/static/map.png --
map
-- themes/own/theme.yaml --
name: own
extends: default
-- themes/own/templates/404.html --
{{ site.data("facts") }}
"""


_TALKS = "content/posts/2025-12-22-talks.md"
_FLOOD = "content/posts/2025-10-05-flood.md"
_CARS = "content/posts/2025-11-20-cars.md"
_DRAFT = "content/posts/2025-10-01-draft.md"
_404 = "themes/own/templates/404.html"
_TERMS_OF_TALKS = "authors/ada-quill sections/world tags/ukraine threads/peace"


def _paths(text: str) -> set[str]:
    """Return files: a path that ends in a slash is a page, ``feeds:`` stands for three."""
    found: set[str] = set()
    for word in text.split():
        if word.startswith("feeds:"):
            found |= {f"{word[6:]}{one}" for one in ("feed.xml", "rss.xml", "feed.json")}
        else:
            found.add(f"{word}index.html".removeprefix("/") if word.endswith("/") else word)
    return found


_FEEDS_WITH_TALKS = " ".join(f"feeds:{one}/" for one in _TERMS_OF_TALKS.split()) + " feeds: "
_LISTS_WITH_TALKS = " ".join(f"{one}/" for one in _TERMS_OF_TALKS.split()) + " / 2025/ 2025/12/ "

# Its own page, its feeds; where the edit shows in lists too, these, and the page of its thread.
_BODY = f"2025/12/talks/ {_FEEDS_WITH_TALKS}"
_FACE = f"{_BODY} {_LISTS_WITH_TALKS} 2025/12/plan/ news-sitemap.xml"


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    site = make_site(_SITE)
    site.edit("site.yaml", "title: Test", "title: Test\ntheme: own")
    site.build()
    return site


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        pytest.param(_TALKS, "Florida", "Miami", _BODY, id="text"),
        pytest.param(_TALKS, "Florida.", "Florida, at last.", _FACE, id="length"),
        pytest.param(_TALKS, "title: Talks", "title: Speeches", _FACE, id="title"),
        pytest.param(_TALKS, "They talk", "They speak", _FACE, id="standfirst"),
        pytest.param(
            *(_TALKS, "[Ukraine]", "[Russia]"),
            f"{_FACE} tags/russia/ feeds:tags/russia/ tags/ archive/ sitemap.xml",
            id="tag",
        ),
        pytest.param(
            *(_FLOOD, "title: Flood", "title: Flood\ndate: 2025-10-06"),
            "2025/10/flood/ 2025/10/flood/card.png 2025/10/ 2025/11/cars/ 2025/ / feeds: "
            "sitemap.xml",
            id="day",
        ),
        pytest.param(
            *(_DRAFT, "draft: true", "draft: false"),
            "2025/10/draft/ 2025/10/draft/card.png 2025/10/flood/ 2025/10/ 2025/11/ 2025/12/ 2025/ "
            "archive/ / feeds: sitemap.xml",
            id="published",
        ),
        pytest.param(_DRAFT, "Nothing.", "Anything.", "", id="draft"),
        pytest.param(*(_TALKS, "[/talks/]", "[/talks/, /other/]"), f"{_FACE} other/", id="alias"),
        pytest.param("content/about.md", "We.", "They.", "about/", id="page"),
        pytest.param(
            *("content/authors/ada-quill.md", "Writes", "Wrote"),
            "authors/ada-quill/ feeds:authors/ada-quill/ authors/ archive/",
            id="author",
        ),
        pytest.param(
            *(_CARS, "title: Cars", "title: Exports"),
            "2025/11/cars/ 2025/11/cars/card.png 2025/10/flood/ 2025/12/plan/ 2025/11/ 2025/ "
            "sections/economy/ feeds:sections/economy/ sources/ sources/reuters/ "
            "feeds:sources/reuters/ feeds: /",
            id="title of an outlet's latest",
        ),
        pytest.param("content/_data/facts.yaml", "1", "2", "404.html", id="data"),
        pytest.param(_404, "site.data", " site.data", "404.html", id="template"),
    ],
)
def test_edit_makes_what_shows_it(
    site: SiteUnderTest, file: str, old: str, new: str, expected: str
) -> None:
    site.edit(file, old, new)
    assert set(site.build().made) == _paths(expected)
    assert not site.build().made


def test_picture_makes_its_files_and_what_knows_its_colour(site: SiteUnderTest) -> None:
    site.write({"content/static/map.png": "plan"})
    made = set(site.build().made)
    assert {one for one in made if "map.png" in one} == {
        one for one in site.outputs() if "map.png" in one
    }
    assert made - _paths(_FACE) == {one for one in made if "map.png" in one}
    assert not site.build().made


def test_partial_makes_every_page_and_no_other_file(site: SiteUnderTest) -> None:
    site.write({"themes/own/templates/partials/footer.html": "<footer></footer>"})
    pages = {path for path in site.outputs() if path.endswith(".html")}
    # A redirect needs no template, and the page for unknown paths here none that has a foot.
    assert set(site.build().made) == pages - _paths("talks/ 404.html")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("themes/own/static/own.css", "p {}"),
        ("themes/own/translations/en.yaml", "title.home: Start"),
        ("site.yaml", "title: Another\nbase_url: https://example.org/\ntheme: own\n"),
    ],
)
def test_what_every_page_depends_on_makes_everything(
    site: SiteUnderTest, file: str, text: str
) -> None:
    site.write({file: text})
    made = set(site.build().made)
    assert made == site.outputs().keys() - {".made-by-ssg"}


def test_time_makes_what_is_due_and_what_lists_it(site: SiteUnderTest) -> None:
    made = site.build(now=NOW + timedelta(days=2)).made
    assert set(made) == _paths(
        "2026/01/later/ 2026/01/later/card.png 2026/01/ 2026/ 2025/12/talks/ archive/ / feeds: "
        "sitemap.xml news-sitemap.xml"
    )
    assert made["2026/01/later/index.html"] == "it was not there"


def test_time_in_a_preview_takes_the_mark_off_wherever_an_article_is_shown(
    site: SiteUnderTest,
) -> None:
    future = Preview(future=True)
    site.build(preview=future)
    marked = [path for path, data in site.outputs().items() if b"Scheduled" in data]
    assert len(marked) > 3
    later = NOW + timedelta(days=2)
    made = site.build(preview=future, now=later).made
    found = site.outputs()
    assert set(marked) <= set(made)
    assert not [path for path, data in found.items() if b"Scheduled" in data]
    site.build(clean=True, preview=future, now=later)
    assert site.outputs() == found


def test_article_removed_makes_what_listed_it(site: SiteUnderTest) -> None:
    site.remove(_FLOOD)
    assert set(site.build().made) == _paths(
        "2025/11/cars/ 2025/11/ 2025/12/ 2025/ archive/ / feeds: sitemap.xml"
    )


def test_file_of_the_output_that_was_touched_is_made_again(site: SiteUnderTest) -> None:
    (site.output / "about/index.html").unlink()
    picture = (site.output / "map.png").read_bytes()
    (site.output / "map.png").write_text("another")
    assert set(site.build().made) == _paths("about/ map.png")
    assert (site.output / "map.png").read_bytes() == picture
