"""What lies elsewhere is a facade on pages and a link in feeds; what can't be shown is told."""

from __future__ import annotations

import gzip
import re

import pytest

from tests.conftest import MakeSite

_VIDEO = "https://youtu.be/dQw4w9WgXcQ?t=90"


def _article(shortcode: str) -> str:
    head = "-- content/posts/2026-01-02-talks.md --\n---\ntitle: Talks\n---\n"
    return f"{head}Before.\n\n{shortcode}\n\nAfter.\n"


def test_page_holds_a_facade_and_asks_nobody(make_site: MakeSite) -> None:
    site = make_site(_article(f'{{% embed "{_VIDEO}" title="A & B" caption="The hearing." %}}'))
    site.build()
    html = site.rendered("/2026/01/talks/")
    figure = html.partition("<figure")[2].partition("</figure>")[0]
    frame = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0&amp;start=90"
    assert f'data-frame="{frame}"' in figure
    assert 'data-title="A &amp; B"' in figure
    assert 'data-referrer="strict-origin"' in figure
    assert "allow-top-navigation" not in figure
    assert (
        '<button class="embed-load" type="button" hidden>Load from youtube-nocookie.com' in figure
    )
    assert f'<a href="{_VIDEO}" rel="external">Open at youtu.be</a>' in figure
    assert "The hearing." in figure
    assert "<iframe" not in html
    # Nothing of it is fetched by the browser itself.
    fetched = re.findall(r'<(?:script|img|link)[^>]*(?:src|href)="(https?:[^"]*)"', figure)
    assert fetched == []


def test_feed_holds_a_plain_link(make_site: MakeSite) -> None:
    site = make_site(_article(f'{{% embed "{_VIDEO}" title="The hearing" %}}'))
    site.build()
    feed = site.rendered("/feed.json")
    assert f'<p><a href=\\"{_VIDEO}\\">The hearing</a> (youtu.be)</p>' in feed
    assert "data-embed" not in feed


def test_thumbnail_is_a_file_of_the_site(make_site: MakeSite) -> None:
    site = make_site(_article(f'{{% embed "{_VIDEO}" title="T" poster="hearing.jpg" %}}'))
    site.write({"content/posts/hearing.jpg": "x"})
    site.build()
    html = site.rendered("/2026/01/talks/")
    src = re.search(r'<div class="embed-box">\s*<img src="(/[^"]+)" alt=""', html)
    assert src
    assert src[1].removeprefix("/") in site.outputs()


def test_post_without_a_frame_is_a_card_with_a_link(make_site: MakeSite) -> None:
    url = "https://x.com/press/status/1"
    site = make_site(_article(f'{{% embed "{url}" title="What they said" %}}'))
    site.build()
    html = site.rendered("/2026/01/talks/")
    assert f'<a href="{url}" rel="external">Open at x.com</a>' in html
    assert "data-embed" not in html
    assert "embed-load" not in html


def test_scripts_of_an_article_with_everything_are_small(make_site: MakeSite) -> None:
    settings = "-- site.yaml --\ntitle: T\nbase_url: https://example.org/\n"
    counted = 'views: {goatcounter: "https://press.goatcounter.com"}\n'
    site = make_site(settings + counted + _article(f'{{% embed "{_VIDEO}" title="T" %}}'))
    site.build()
    html = site.rendered("/2026/01/talks/")
    named = set(re.findall(r'(?:data-script|src)="/(theme/[a-z]+\.js)', html))
    assert named == {f"theme/{name}.js" for name in ("site", "share", "views", "embed")}
    assert sum(len(gzip.compress(site.outputs()[name])) for name in named) <= 6_000


def test_page_without_one_loads_nothing_of_it(make_site: MakeSite) -> None:
    site = make_site(_article("Nothing."))
    site.build()
    assert "embed" not in site.rendered("/2026/01/talks/")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "https://example.org/film",
            'error[shortcode/unknown-embed]: nothing is known of how to show "https://example.org/'
            'film"',
        ),
        (
            "javascript:alert(1)",
            'error[shortcode/wrong-address]: "javascript:alert(1)" is not a web address',
        ),
        (
            "https://a@youtu.be/dQw4w9WgXcQ",
            'error[shortcode/wrong-address]: "https://a@youtu.be/dQw4w9WgXcQ" names a user',
        ),
    ],
)
def test_what_cannot_be_shown_is_told_at_its_place(
    url: str, expected: str, make_site: MakeSite
) -> None:
    site = make_site(_article(f'{{% embed "{url}" title="T" %}}'))
    said = site.complaints()
    assert said.startswith(expected)
    assert "content/posts/2026-01-02-talks.md:6:1" in said
    assert "hint: " in said


def test_theme_of_ones_own_may_ask_for_one(make_site: MakeSite) -> None:
    site = make_site(
        _article('{% film "https://vimeo.com/1" %} and {% film %}')
        + """-- site.yaml --
title: Test
base_url: https://example.org/
theme: mine
-- themes/mine/theme.yaml --
name: mine
extends: default
shortcodes:
  film: {arguments: {of: "embed?"}}
-- themes/mine/templates/shortcodes/film.html --
<b>{{ of.frame_host if of else "none" }}{{ feed }}</b>
"""
    )
    site.build()
    assert "<b>player.vimeo.comFalse</b> and <b>noneFalse</b>" in site.rendered("/2026/01/talks/")
