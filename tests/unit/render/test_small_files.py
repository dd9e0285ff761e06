"""robots.txt, the list of sources, and redirects."""

from __future__ import annotations

from tests.support.feeds import check_feed
from tests.support.sites import NOW
from tests.unit.relate.making import article
from tests.unit.render.making import output_of, xml_of

_TEXT = (
    article("2025-12-22-a", "kind: curated\nsource: {name: Slate, url: https://example.net/a}\n")
    + article(
        "2025-12-21-b", "kind: curated\nsource: {name: Reuters, url: https://example.net/a}\n"
    )
    + "-- sources/slate.md --\n---\ntitle: Slate & Co\nurl: https://slate.com/\n"
    + "feed: https://slate.com/feeds/all.rss\naliases: [/old/slate/]\n---\n"
)


def test_robots_may_read_everything_and_find_the_sitemaps() -> None:
    assert output_of("/robots.txt", "").decode() == (
        "User-agent: *\nDisallow:\n\n"
        "Sitemap: https://example.org/sitemap.xml\n"
        "Sitemap: https://example.org/news-sitemap.xml\n"
    )


def test_outlets_are_listed_with_their_feeds() -> None:
    outlines = list(xml_of("/opml.xml", _TEXT).iterfind("body/outline"))
    assert [one.attrib for one in outlines] == [
        {
            "text": "Reuters",
            "title": "Reuters",
            "type": "link",
            "url": "https://example.org/sources/reuters/",
        },
        {
            "text": "Slate & Co",
            "title": "Slate & Co",
            "type": "rss",
            "xmlUrl": "https://slate.com/feeds/all.rss",
            "htmlUrl": "https://slate.com/",
        },
    ]


def test_list_of_sources_is_valid() -> None:
    assert check_feed(output_of("/opml.xml", _TEXT), "opml.xml", "https://example.org/", NOW) == []


def test_redirect_works_without_a_script() -> None:
    html = output_of("/old/slate/", _TEXT).decode()
    assert '<meta http-equiv="refresh" content="0; url=/sources/slate/">' in html
    assert '<link rel="canonical" href="https://example.org/sources/slate/">' in html
    assert '<a href="/sources/slate/">' in html
    assert "noindex" in html
    assert "<script" not in html


def test_redirect_escapes_where_it_leads() -> None:
    text = "-- posts/2025-12-22-a.md --\n---\ntitle: T\npath: /a&b'c/\naliases: /old/\n---\n"
    html = output_of("/old/", text).decode()
    assert 'url=/a&amp;b%27c/"' in html


def test_list_of_a_blog_without_sources_holds_the_blog() -> None:
    data = output_of("/opml.xml", "")
    assert check_feed(data, "opml.xml", "https://example.org/", NOW) == []
    assert b'xmlUrl="https://example.org/feed.xml"' in data
