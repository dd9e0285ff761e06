"""A site under a path begins every link within it with that path, and each leads somewhere."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest
from tests.unit.build.whole_site import WHOLE_SITE

_LINKS = ("href", "src", "poster", "action", "data", "content", "srcset", "data-base")


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        for name, value in attrs:
            if not value or name not in _LINKS:
                continue
            self.found.extend(re.findall(r"(?:^|url=)((?:https?:/)?/\S*)", value))


def _links(site: SiteUnderTest) -> Iterator[tuple[Path, str]]:
    for path in site.output.rglob("*.html"):
        parser = _Links()
        parser.feed(path.read_text("utf-8"))
        for link in parser.found:
            yield path, link


def _leads_somewhere(site: SiteUnderTest, path: str) -> bool:
    file = site.output / unquote(path).lstrip("/")
    return (file / "index.html").is_file() if path.endswith("/") or not path else file.is_file()


@pytest.mark.parametrize("base", ["/", "/blog/", "/news/blog/"])
def test_every_link_begins_with_the_base_path_and_leads_somewhere(
    make_site: MakeSite, base: str
) -> None:
    site = make_site(WHOLE_SITE)
    root = f"https://example.org{base}"
    site.build(base_url=root, search=True)
    seen = 0
    for file, link in _links(site):
        if link.startswith("http"):
            if not link.startswith("https://example.org"):
                continue
            assert link.startswith(root), (file, link)
            path = link.removeprefix(root)
        else:
            assert link.startswith(base), (file, link)
            path = link.removeprefix(base)
        seen += 1
        assert _leads_somewhere(site, urlsplit(path).path), (file, link)
    assert seen > 300


def test_feeds_and_sitemaps_name_full_addresses_under_the_base_path(make_site: MakeSite) -> None:
    site = make_site(WHOLE_SITE)
    site.build(base_url="https://example.org/blog")
    for name in ("feed.xml", "rss.xml", "feed.json", "sitemap.xml", "robots.txt"):
        text = site.rendered(f"/{name}")
        found = re.findall(r"https://example\.org[^\s\"<&]*", text)
        assert found, name
        assert all(link.startswith("https://example.org/blog/") for link in found), name


def test_search_index_names_links_under_the_base_path(make_site: MakeSite) -> None:
    site = make_site(WHOLE_SITE)
    site.build(base_url="https://example.org/blog/", search=True)
    fragments = [
        gzip.decompress(data)
        for path, data in site.outputs().items()
        if path.startswith("pagefind/fragment/")
    ]
    assert len(fragments) == 7
    assert all(b'"url":"/blog/' in fragment for fragment in fragments)
