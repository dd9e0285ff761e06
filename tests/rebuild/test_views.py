"""A snapshot of views makes the pages anew that show the most read, and no others."""

from __future__ import annotations

import pytest

from ssg.build.memory import forget
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_VIEWS = "content/_data/views.yaml"
_SITE = f"""
-- site.yaml --
title: Test
base_url: https://example.org/
theme: mine
-- themes/mine/theme.yaml --
name: mine
extends: default
-- themes/mine/templates/front.html --
{{% extends "default/front.html" %}}
{{% block top %}}
{{% if page.most_read %}}{{% include "partials/most_read.html" %}}{{% endif %}}
{{% endblock %}}
-- themes/mine/templates/404.html --
{{% extends "default/404.html" %}}
{{% block content %}}
<p>{{{{ site.most_read(1) | join(", ", attribute="title") }}}}</p>
{{% endblock %}}
-- {_VIEWS} --
until: 2026-01-14
paths:
  /2026/01/first/: 3
  /2026/01/second: 2
-- content/posts/2026-01-01-first.md --
---
title: The first
---
-- content/posts/2026-01-02-second.md --
---
title: The second
---
-- content/posts/2026-01-03-third.md --
---
title: The third
---
"""


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    site = make_site(_SITE)
    site.build()
    return site


def _titles(site: SiteUnderTest) -> list[str]:
    block = (
        site.rendered("/")
        .partition('<section class="band most-read"')[2]
        .partition("</section>")[0]
    )
    return [name for name in ("The first", "The second", "The third") if name in block]


def _edit(site: SiteUnderTest, file: str, old: str, new: str) -> set[str]:
    site.edit(file, old, new)
    made = set(site.build().made)
    found = site.outputs()
    forget(site.root)
    site.build()
    assert site.outputs() == found
    return made


def test_front_page_shows_the_most_read(site: SiteUnderTest) -> None:
    assert _titles(site) == ["The first", "The second"]
    assert site.rendered("/").index("The first") < site.rendered("/").index("The second")
    assert "<p>The first</p>" in site.rendered("/404.html")


def test_another_order_makes_what_shows_it(site: SiteUnderTest) -> None:
    made = _edit(site, _VIEWS, "second: 2", "second: 4")
    assert made == {"index.html", "404.html"}
    assert "<p>The second</p>" in site.rendered("/404.html")


def test_other_numbers_in_the_same_order_make_nothing(site: SiteUnderTest) -> None:
    assert _edit(site, _VIEWS, "first/: 3", "first/: 300") == set()


def test_new_headline_makes_what_shows_it(site: SiteUnderTest) -> None:
    made = _edit(site, "content/posts/2026-01-01-first.md", "The first", "The start")
    assert {"index.html", "404.html"} <= made


def test_without_a_snapshot_there_is_nothing(site: SiteUnderTest) -> None:
    site.remove(_VIEWS)
    site.build()
    assert "most-read" not in site.rendered("/")
    assert "<p></p>" in site.rendered("/404.html")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("paths: {/a: many}\n", "error[data/wrong-type]: paths./a: expected a whole number"),
        ("paths: [/a]\n", "error[data/wrong-type]"),
        ("path: {/a: 1}\n", 'error[data/unknown-key]: unknown key "path"'),
        ("since: soon\n", "error[data/wrong-date]"),
    ],
)
def test_snapshot_that_is_wrong_is_told(text: str, said: str, site: SiteUnderTest) -> None:
    site.write({_VIEWS: text})
    complaint = site.complaints()
    assert complaint.startswith(said)
    assert f"{_VIEWS}:1:" in complaint
