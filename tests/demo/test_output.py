"""The output of the demo is valid, whole and consistent."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.conftest import DEMO_URL
from tests.support.feeds import check_feeds, errors
from tests.support.jsonld import check_jsonld, jsonld_types
from tests.support.nu import check_html
from tests.support.sitecheck import dead_links
from tests.support.sites import NOW


def test_every_page_is_valid_html(demo: Path) -> None:
    assert check_html(demo) == []


def test_every_feed_and_sitemap_is_valid(demo: Path) -> None:
    assert errors(check_feeds(demo, DEMO_URL, NOW)) == []


def test_every_block_of_structured_data_is_valid(demo: Path) -> None:
    found = [
        problem
        for page in demo.rglob("*.html")
        for problem in check_jsonld(page.read_text("utf-8"), str(page.relative_to(demo)), NOW)
    ]
    assert found == []


def test_structured_data_says_what_a_page_is(demo: Path) -> None:
    front = (demo / "index.html").read_text("utf-8")
    article = (demo / "2025/12/florida-talks-no-result/index.html").read_text("utf-8")
    assert "WebSite" in jsonld_types(front)
    assert '"SearchAction"' in front
    assert {"NewsArticle", "BreadcrumbList"} <= set(jsonld_types(article))
    assert '"isBasedOn"' in article


def test_no_link_within_the_site_is_dead(demo: Path) -> None:
    assert dead_links(demo, "/blog") == []


def test_nothing_is_asked_of_other_hosts(demo: Path) -> None:
    asked = re.compile(
        r'<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc="(?:https?:)?//[^"]*'
        r'|<link\b[^>]*rel="(?:stylesheet|preload|icon)"[^>]*href="(?:https?:)?//[^"]*'
    )
    for page in demo.rglob("*.html"):
        assert not asked.findall(page.read_text("utf-8")), page


def test_the_contract_of_paths_is_kept(demo: Path) -> None:
    expected = [
        "index.html", "tags/index.html", "tags/ukraine/index.html", "authors/index.html",
        "sources/index.html", "sections/world/index.html", "archive/index.html",
        "2025/index.html", "2025/12/index.html", "search/index.html", "feed.xml", "rss.xml",
        "feed.json", "tags/ukraine/feed.xml", "tags/ukraine/rss.xml", "tags/ukraine/feed.json",
        "threads/index.html", "threads/ukraine-talks/index.html", "threads/ukraine-talks/feed.xml",
        "threads/ukraine-talks/rss.xml", "threads/ukraine-talks/feed.json",
        "sitemap.xml", "news-sitemap.xml", "robots.txt", "404.html", "opml.xml", "about/index.html",
        "un-veto/index.html", "pagefind/pagefind.js",
    ]  # fmt: skip
    assert [path for path in expected if not (demo / path).is_file()] == []


def test_own_pieces_are_in_the_feed_whole_and_curated_ones_as_excerpts(demo: Path) -> None:
    items = json.loads((demo / "feed.json").read_text("utf-8"))["items"]
    own = [item for item in items if "external_url" not in item]
    curated = [item for item in items if "external_url" in item]
    assert own
    assert curated
    assert max(len(item["content_html"]) for item in own) > 2000
    assert max(len(item["content_html"]) for item in curated) < 1000


def test_the_demo_is_as_large_as_it_should_be(project_root: Path) -> None:
    content = project_root / "content"
    assert len(list((content / "posts").rglob("*.md"))) >= 36
    assert len(list((content / "authors").glob("*.md"))) >= 4
    assert len(list((content / "posts").rglob("*.svg"))) >= 6
