"""What the default theme shows of an article in lists, and of a thread on its page."""

from __future__ import annotations

import re

from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_ARTICLE = """
-- content/posts/2025-12-{day:02}-a{day}.md --
---
title: The ceasefire, part {day}
section: World
{more}---
The envoys spoke of the ceasefire in Florida.
"""
_IMAGE = "image: {src: a.png, alt: The envoys}\n"
_THUMBNAIL = re.compile(r'<a class="thumbnail"[^>]*>.*?(<img [^>]*>)</picture></a>')


def _site(make_site: MakeSite, days: int, more: str) -> SiteUnderTest:
    site = make_site("".join(_ARTICLE.format(day=day, more=more) for day in range(1, days + 1)))
    site.write({"content/posts/a.png": "png"})
    site.build()
    return site


def test_lists_and_related_cards_show_a_small_picture_where_there_is_one(
    make_site: MakeSite,
) -> None:
    site = _site(make_site, 3, _IMAGE)
    for path in ("/sections/world/", "/2025/12/", "/2025/12/a1/"):
        shown = _THUMBNAIL.findall(site.rendered(path))
        assert shown, path
        for image in shown:
            assert 'alt=""' in image, "the headline says it already"
            assert 'width="96" height="64" loading="lazy"' in image


def test_cards_without_a_picture_leave_no_gap(make_site: MakeSite) -> None:
    site = _site(make_site, 3, "")
    html = [body.decode() for path, body in site.outputs().items() if path.endswith(".html")]
    assert not [one for one in html if "thumbnail" in one]


def test_thread_page_says_when_it_was_updated_and_announces_its_feeds(
    make_site: MakeSite,
) -> None:
    site = _site(make_site, 5, "thread: Talks\n")
    site.edit("site.yaml", "title: Test", "title: Test\nper_page: 2")
    site.build()
    first, last = site.rendered("/threads/talks/"), site.rendered("/threads/talks/page/3/")
    for html in (first, last):
        assert re.search(
            r'class="thread-updated">Last updated\s+<time [^>]*>5 December 2025<', html
        )
        for feed in ("feed.xml", "rss.xml", "feed.json"):
            assert f'href="/threads/talks/{feed}"' in html
            assert site.rendered(f"/threads/talks/{feed}")
    titles = re.compile(r'class="row-title"><a href="/2025/12/(a\d)/"')
    assert titles.findall(first) == ["a5", "a4"]
    assert titles.findall(last) == ["a1"]
    assert 'class="timeline"' in first


_CURATED = """\
kind: curated
source: {name: Slate, url: "https://slate.com/a", author: A. Columnist}
"""
_OUTLET = """\
---
title: Slate
url: https://www.slate.com/
feed: https://slate.com/feed
label: left of centre
---
"""


def test_page_of_an_outlet_leads_to_its_home_and_names_writers(make_site: MakeSite) -> None:
    site = _site(make_site, 2, _CURATED)
    site.write({"content/sources/slate.md": _OUTLET})
    site.build()
    html = site.rendered("/sources/slate/")
    for link in ("https://www.slate.com/", "https://slate.com/feed", "/sources/slate/feed.xml"):
        assert f'href="{link}"' in html
    assert '<p class="row-outlet label">A. Columnist</p>' in html
    assert '<p class="row-outlet label">Slate</p>' in site.rendered("/2025/12/")


def test_list_of_outlets_shows_what_came_last_and_the_way_there(make_site: MakeSite) -> None:
    site = _site(make_site, 2, _CURATED)
    site.write({"content/sources/slate.md": _OUTLET})
    site.build()
    html = site.rendered("/sources/")
    assert 'href="/2025/12/a2/">The ceasefire, part 2</a>' in html
    assert 'href="https://www.slate.com/">slate.com</a>' in html
    assert "2 articles" in html
    assert 'href="/opml.xml"' in html


def test_readers_never_see_the_label_of_an_outlet(make_site: MakeSite) -> None:
    site = _site(make_site, 2, _CURATED)
    site.write({"content/sources/slate.md": _OUTLET})
    site.build()
    assert not [path for path, data in site.outputs().items() if b"left of centre" in data]
