"""What the theme `plain` shows of pictures, comments, writers, translations and newsletters."""

from __future__ import annotations

import re

import pytest

from tests.conftest import MakeSite
from tests.support.nu import check_html
from tests.support.pictures import gradient, located
from tests.support.sites import SiteUnderTest

_SITE = """
-- site.yaml --
title: Test
base_url: https://example.org/blog/
theme: plain
views: {goatcounter: "https://press.goatcounter.com/count"}
comments: {provider: utterances, repo: press/talks}
newsletter: {provider: form, url: "https://mail.example/add", email: address, trap: website}
-- content/authors/ada.md --
---
title: Ada
standfirst: Writes on *ships*.
image: {src: ada.jpg, alt: A portrait}
---
-- content/posts/talks/index.md --
---
title: Talks
date: 2025-12-22
authors: [Ada]
translation_key: talks
image: {src: photo.jpg, alt: The envoys}
corrections: [{date: 2025-12-23, text: It was Sunday.}]
---
They met.

{% pullquote %}
Nobody signed.
{% endpullquote %}

{% figure src="chart.jpg" alt="A chart" %}
-- content/posts/2025-12-21-talks-he.md --
---
title: שיחות
lang: he
translation_key: talks
---
הם נפגשו.
-- content/_data/comments/talks/index.yaml --
- {id: a, date: 2025-12-22 10:00, author: Bo, text: Was I *there*?}
- {id: b, parent: a, date: 2025-12-22 11:00, by_editor: true, text: You were.}
"""
_TALKS = "/2025/12/talks/"
_FILES = ("posts/talks/photo.jpg", "posts/talks/chart.jpg", "authors/ada.jpg")


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    """Build a site that has something of everything."""
    site = make_site(_SITE)
    photo = located(gradient(500, 300), orientation=1)
    site.write({f"content/{name}": photo for name in _FILES})
    site.build()
    return site


def test_pages_are_valid_and_have_no_class_and_no_script(site: SiteUnderTest) -> None:
    assert check_html(site.output) == []
    html = site.rendered(_TALKS)
    assert not re.findall(r'<script(?! type="application/ld\+json">)', html)
    assert "goatcounter" not in html
    assert "utteranc.es" not in html


def test_pictures_come_in_sizes_and_the_first_at_once(site: SiteUnderTest) -> None:
    html = site.rendered(_TALKS)
    lead, chart, ada = re.findall(r"<picture>.*?</picture>", html)
    assert 'alt="The envoys" width="500" height="300" fetchpriority="high"' in lead
    assert 'alt="A chart"' in chart
    assert 'alt="A portrait" width="96" height="96"' in ada
    assert all("400w.avif 400w" in one for one in (lead, chart))
    assert all('loading="lazy"' in one for one in (chart, ada))
    assert 'fetchpriority="high"' in site.rendered("/")
    assert "<picture>" in site.rendered("/authors/ada/")


def test_what_is_shared_has_a_card_and_tabs_have_an_icon(site: SiteUnderTest) -> None:
    html = site.rendered(_TALKS)
    assert '<meta property="og:image" content="https://example.org/blog/' in html
    assert '<meta property="og:image:width" content="' in html
    assert '<meta property="og:image" content="' in site.rendered("/archive/")
    for link in re.findall(r'<link rel="(?:icon|apple-touch-icon|manifest)" href="([^"]+)"', html):
        assert link.removeprefix("/blog/") in site.outputs()


def test_comments_that_are_kept_stand_in_threads(site: SiteUnderTest) -> None:
    html = site.rendered(_TALKS)
    first, reply = html.index('<li id="comment-a">'), html.index('<li id="comment-b">')
    assert first < html.index("<p>Was I <em>there</em>?</p>") < reply
    assert "</li>" not in html[first:reply]
    assert '<a href="#comment-a"><time datetime="2025-12-22T10:00:00+00:00">' in html
    assert "<strong>Editor</strong>" in html
    assert '<a rel="external" href="https://github.com/press/talks/issues">' in html


def test_words_in_another_language_say_so(site: SiteUnderTest) -> None:
    html = site.rendered(_TALKS)
    assert '<link rel="alternate" hreflang="he" href="https://example.org/blog/' in html
    assert re.search(r'<a rel="alternate" hreflang="he" lang="he" dir="rtl" href="[^"]+">', html)
    hebrew = site.rendered("/2025/12/talks-he/")
    assert '<h1 lang="he" dir="rtl">' in hebrew
    assert '<div lang="he" dir="rtl">\n<p>הם נפגשו.</p>' in hebrew
    assert re.search(r'<a href="[^"]+" lang="he" dir="rtl">שיחות</a>', site.rendered("/"))


def test_readers_are_told_of_writers_mails_and_mistakes(site: SiteUnderTest) -> None:
    html = site.rendered(_TALKS)
    assert '<a href="/blog/authors/ada/">Ada</a><br>Writes on <em>ships</em>.' in html
    assert '<form action="https://mail.example/add" method="post" rel="noreferrer">' in html
    assert 'name="address" autocomplete="email"' in html
    assert '<a href="mailto:?subject=Talks&amp;body=Talks%0D%0A%0D%0Ahttps%3A//example.org' in html
    assert "Nobody signed." not in html.split("<body>")[1]  # a pull quote
    assert f'<a href="/blog{_TALKS}#_correction-1">Talks</a>' in site.rendered("/")


def test_no_script_keeps_pages_and_the_site_is_told(make_site: MakeSite) -> None:
    site = make_site(_SITE.replace("theme: plain", "theme: plain\noffline: {articles: 5}"))
    site.write({f"content/{name}": located(gradient(9, 9), orientation=1) for name in _FILES})
    assert "error[theme/no-worker]" in site.complaints()
