"""The demo in the theme `plain`: all that a theme owes its readers, in very little."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from tests.conftest import DEMO_URL
from tests.support.feeds import check_feeds, errors
from tests.support.jsonld import check_jsonld
from tests.support.nu import check_html
from tests.support.sitecheck import dead_links
from tests.support.sites import NOW

_CURATED = "2025/12/florida-talks-no-result/index.html"
_CORRECTED = "2025/11/what-the-fcc-regulates/index.html"
_LONG = "2025/11/ceasefire-line/index.html"
_OF_TEXTS = ("anchor", "table", "footnote", "figure", "caption", "credit", "archived")
"""What classes begin with that the text of an article brings along, in whatever theme."""


def test_every_page_is_valid_html(plain_demo: Path) -> None:
    assert check_html(plain_demo) == []


def test_no_link_within_the_site_is_dead(plain_demo: Path) -> None:
    assert dead_links(plain_demo, "/blog") == []


def test_feeds_and_structured_data_are_valid(plain_demo: Path) -> None:
    assert errors(check_feeds(plain_demo, DEMO_URL, NOW)) == []
    for page in plain_demo.rglob("*.html"):
        assert check_jsonld(page.read_text("utf-8"), page.name, NOW) == []


def test_no_page_has_a_script_or_a_class_of_the_theme(plain_demo: Path) -> None:
    for page in plain_demo.rglob("*.html"):
        html = page.read_text("utf-8")
        assert not re.findall(r'<script(?! type="application/ld\+json">)', html), page
        assert not re.findall(r"<[^>]* on\w+=", html), page
        classes = re.findall(r'<[^>]* class="([^"]*)"', html)
        assert all(one.startswith(_OF_TEXTS) for one in classes), page
    # What stops a worker of a theme that had one; no page names it.
    assert [one.name for one in plain_demo.rglob("*.js")] == ["sw.js"]
    assert not [*plain_demo.rglob("pagefind")]


def test_there_is_no_search_and_nothing_names_it(plain_demo: Path) -> None:
    assert not (plain_demo / "search").exists()
    front = (plain_demo / "index.html").read_text("utf-8")
    assert "SearchAction" not in front
    assert "/search/" not in front


def test_pages_weigh_little(plain_demo: Path) -> None:
    style = (plain_demo / "theme" / "style.css").read_bytes()
    assert len(style) <= 3000
    assert [one.name for one in (plain_demo / "theme").iterdir()] == ["style.css"]
    for path in (_LONG, _CURATED):
        assert len(gzip.compress((plain_demo / path).read_bytes())) <= 6000


@pytest.mark.parametrize("theme", ["demo", "plain_demo"])
def test_what_must_be_shown_is_shown(theme: str, request: pytest.FixtureRequest) -> None:
    """Whatever the theme: where a piece comes from, by what right, and what was wrong."""
    output: Path = request.getfixturevalue(theme)
    curated = _text(output / _CURATED)
    for words in (
        "First published in Slate on 22 December 2025.",
        "An excerpt is quoted here; the whole article is on the publisher’s own site.",
        "Read the original",
        "Editors’ note",
        "Summary in our own words",
        "A. Merrow",
        "What happened next",
        "Related",
        "Same story",
        "The talks on Ukraine",
        "diplomacy",
        "1 min read",
    ):
        assert words in curated, words
    corrected = _text(output / _CORRECTED)
    assert "Corrected 1 December 2025" in corrected
    assert "Corrections 1 December 2025" in corrected
    assert "Diplomacy, international organisations, ceasefires." in curated
    front = _text(output / "index.html")
    assert "The week, by mail" in front
    assert "Corrections" in front
    html = (output / _CURATED).read_text("utf-8")
    for marked in (
        '<link rel="canonical" href="',
        '<meta property="og:title" content="Florida talks on Ukraine end without a result">',
        '<meta property="og:type" content="article">',
        '<meta property="article:published_time" content="2025-12-22T',
        '<link rel="alternate" type="application/atom+xml"',
        '<script type="application/ld+json">',
        '<html lang="en" dir="ltr">',
        '<meta property="og:image" content="',
        '<meta property="og:image:width" content="',
        '<link rel="manifest" href="',
        '<link rel="apple-touch-icon" href="',
        'href="mailto:letters@second-draft.example?subject=',
        'href="mailto:?subject=Florida%20talks',
        'rel="author"',
        'rel="tag"',
        'rel="next"',
    ):
        assert marked in html, marked
    assert 'content="noindex"' in (output / "404.html").read_text("utf-8")
    assert "was withdrawn on" in _text(output / "2025/11/an-envoy-leaving/index.html")
    assert 'id="_correction-1"' in (output / _CORRECTED).read_text("utf-8")


def _text(page: Path) -> str:
    """Return the words of a page, as they would be read out."""
    html = re.sub(r"<(script|style|svg)\b.*?</\1>", "", page.read_text("utf-8"), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("&#39;", "'").split())
