"""Sitemaps hold what search engines may show."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from xml.etree.ElementTree import fromstring

import pytest

from ssg.model.output import SitemapSubject
from ssg.model.site import Preview
from ssg.render.plan import plan
from ssg.render.sitemap import render_sitemap
from tests.support.feeds import check_feed
from tests.support.sites import NOW
from tests.unit.relate.making import article, config_of, site_of
from tests.unit.render.making import THEME, context_around, output_of, pieces, texts, xml_of

_ROOT = "https://example.org"
_CURATED = "kind: curated\nsource: {name: S, url: 'https://s.org/', rights: %s, note: By leave.}\n"


def _urls(text: str, path: str = "/sitemap.xml", now: datetime = NOW) -> list[str]:
    return [url.removeprefix(_ROOT) for url in texts(xml_of(path, text, now=now), "url/loc")]


def test_everything_that_may_be_shown_is_there() -> None:
    text = (
        article("2025-12-22-talks", "tags: [Ukraine]\n")
        + "-- about.md --\n---\ntitle: About\naliases: [/old/]\n---\n"
    )
    assert _urls(text) == [
        *("/", "/2025/12/talks/", "/about/", "/tags/", "/tags/ukraine/"),
        *("/archive/", "/2025/", "/2025/12/"),
    ]


def test_later_pages_of_lists_search_and_redirects_are_not() -> None:
    found = _urls(pieces(70, "tags: [x]\n"))
    assert not [url for url in found if "/page/" in url or "/search/" in url or "404" in url]


def test_whole_copies_of_others_are_not() -> None:
    for rights, there in (("full", False), ("licensed", False), ("excerpt", True), ("link", True)):
        text = article("2025-12-22-talks", _CURATED % rights)
        assert ("/2025/12/talks/" in _urls(text)) is there


def test_last_change_is_said() -> None:
    text = article("2025-12-22-talks", "updated: 2025-12-23 10:00\n")
    (url,) = (
        url
        for url in xml_of("/sitemap.xml", text).iterfind("url")
        if url.findtext("loc") == f"{_ROOT}/2025/12/talks/"
    )
    assert url.findtext("lastmod") == "2025-12-23T10:00:00+00:00"


@pytest.mark.parametrize("path", ["/sitemap.xml", "/news-sitemap.xml"])
@pytest.mark.parametrize("text", ["", pieces(3), article("2026-01-15-new")])
def test_sitemap_is_valid(path: str, text: str) -> None:
    assert check_feed(output_of(path, text), path[1:], f"{_ROOT}/", NOW) == []


@pytest.mark.parametrize("path", ["/sitemap.xml", "/news-sitemap.xml"])
def test_preview_puts_no_piece_into_sitemaps(path: str) -> None:
    text = article("2026-01-15-hidden", "draft: true\n") + article("2999-01-01-hidden")
    preview = Preview(drafts=True, future=True)
    assert b"hidden" not in output_of(path, text, preview=preview)


_MANY = 50_001


def test_sitemap_of_more_than_fifty_thousand_is_an_index_of_parts() -> None:
    site = site_of(article("2025-12-22-talks"))
    (one,) = site.articles
    many = tuple(replace(one, path=f"/2025/12/talks-{number}/") for number in range(_MANY))
    site = replace(site, articles=many, by_path={})
    paths = {job.path for job in plan(site, config_of(), THEME)}
    assert {"/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml"} <= paths
    assert "/sitemap-3.xml" not in paths
    context = context_around(site)
    index = fromstring(render_sitemap(SitemapSubject("index"), context))
    assert [location.text for location in index.iter() if location.tag.endswith("loc")] == [
        f"{_ROOT}/sitemap-1.xml",
        f"{_ROOT}/sitemap-2.xml",
    ]
    parts = [render_sitemap(SitemapSubject("urls", number), context) for number in (1, 2)]
    assert [part.count(b"<loc>") for part in parts] == [50_000, _MANY + 4 - 50_000]
    assert len(parts[0]) < 50 * 1024 * 1024


@pytest.mark.parametrize(
    ("date", "is_news"),
    [
        ("2026-01-15 12:00", True),
        ("2026-01-13 12:00", True),
        ("2026-01-13 11:59", False),
        ("2025-12-22", False),
    ],
)
def test_news_are_those_of_two_days(date: str, is_news: bool) -> None:
    text = article("talks", f"date: {date}\n")
    root = xml_of("/news-sitemap.xml", text)
    assert (texts(root, "url/news/title") == ["talks"]) is is_news
    # A sitemap must not be empty.
    assert len(list(root.iterfind("url"))) == 1


def test_news_are_a_thousand_at_most() -> None:
    site = site_of(article("talks", "date: 2026-01-15\n"))
    (one,) = site.articles
    many = tuple(replace(one, path=f"/talks-{number}/") for number in range(1200))
    by_path = {one.path: one for one in many}
    context = context_around(replace(site, articles=many, by_path=by_path))
    assert render_sitemap(SitemapSubject("news"), context).count(b"<news:news>") == 1000


def test_news_name_the_publication_and_its_language() -> None:
    root = xml_of("/news-sitemap.xml", article("talks", "date: 2026-01-15\n"), "language: pt-BR\n")
    assert texts(root, "url/news/publication/name") == ["Test"]
    assert texts(root, "url/news/publication/language") == ["pt"]
    assert texts(root, "url/news/publication_date") == ["2026-01-15T00:00:00+00:00"]


def test_whole_copies_of_others_are_no_news() -> None:
    text = article("talks", "date: 2026-01-15\n" + _CURATED % "full")
    assert "/2026/01/talks/" not in _urls(text, "/news-sitemap.xml")
