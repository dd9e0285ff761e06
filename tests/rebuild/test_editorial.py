"""Corrections and withdrawals make what shows them, and leave what a build from nothing makes."""

from __future__ import annotations

import pytest

from ssg.build.memory import forget
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_TALKS = "content/posts/2025-12-22-talks.md"
_FLOOD = "content/posts/2025-10-05-flood.md"
_CORRECTIONS = {f"corrections/{one}" for one in ("index.html", "feed.xml", "rss.xml", "feed.json")}
_SITE = f"""\
-- {_TALKS} --
---
title: Talks
section: World
---
Envoys met in Florida; see [the flood](2025-10-05-flood.md).
-- {_FLOOD} --
---
title: Flood
section: Economy
corrections: [{{date: 2025-10-07, text: It rose by day.}}]
---
Water rose at night.
-- content/about.md --
---
title: About
---
We.
"""


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    site = make_site(_SITE)
    site.build()
    return site


def _edit(site: SiteUnderTest, file: str, old: str, new: str) -> set[str]:
    """Edit a file and build; return what was made, once it is what a build from nothing makes."""
    site.edit(file, old, new)
    made = set(site.build().made)
    found = site.outputs()
    forget(site.root)
    site.build()
    assert site.outputs() == found
    return made


@pytest.mark.parametrize(
    ("old", "new"),
    [("by day", "at dusk"), ("10-07", "10-08"), ("[{date", "[{text: B, date: 2025-10-06}, {date")],
)
def test_correction_makes_the_list_and_its_feeds(site: SiteUnderTest, old: str, new: str) -> None:
    made = _edit(site, _FLOOD, old, new)
    assert made >= _CORRECTIONS | {"2025/10/flood/index.html", "feed.xml"}
    assert not made & {"about/index.html", "sections/world/index.html"}


def test_title_makes_the_list_of_corrections_and_another_article_does_not(
    site: SiteUnderTest,
) -> None:
    assert _edit(site, _FLOOD, "title: Flood", "title: The flood") >= _CORRECTIONS
    assert not _edit(site, _TALKS, "title: Talks", "title: The talks") & _CORRECTIONS


def test_last_correction_takes_the_link_from_every_page(site: SiteUnderTest) -> None:
    assert 'href="/corrections/"' in site.rendered("/about/")
    made = _edit(site, _FLOOD, "[{date: 2025-10-07, text: It rose by day.}]", "[]")
    assert made >= {"about/index.html", "404.html"}
    assert 'href="/corrections/"' not in site.rendered("/about/")
    assert not _CORRECTIONS & site.outputs().keys()
    made = _edit(site, _TALKS, "section", "corrections: {date: 2025-12-23, text: So.}\nsection")
    assert made >= _CORRECTIONS | {"about/index.html"}


def test_withdrawal_makes_what_showed_the_piece(site: SiteUnderTest) -> None:
    said = "withdrawn: {date: 2025-12-23, reason: It was no flood.}"
    made = _edit(site, _FLOOD, "section:", f"{said}\nsection:")
    shown = {"2025/10/flood/index.html", "feed.xml", "index.html", "archive/index.html"}
    assert made >= shown | {"sitemap.xml", "_redirects", "withdrawn.map"}
    assert "corrections/index.html" not in site.outputs()
    assert "2025/12/talks/index.html" in made  # it lists its neighbours
    made = _edit(site, _FLOOD, "no flood", "no flood at all")
    assert made == {"2025/10/flood/index.html"}
    made = _edit(site, _FLOOD, "title: Flood", "title: The flood")
    assert not made
    made = _edit(site, _FLOOD, "withdrawn:", "extra:")
    assert made >= shown | _CORRECTIONS
    assert "_redirects" not in site.outputs()
