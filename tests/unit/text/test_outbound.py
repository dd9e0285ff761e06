"""Links that leave the site, in HTML."""

from __future__ import annotations

import pytest

from ssg.text.outbound import ArchiveWords, link_url, outbound_urls, with_archives

_WORDS = ArchiveWords("archived copy", 'A "copy"')
_DEAD = {"https://a.org/x?a=1&b=2": 'https://web.example/"1"/a'}
_COPY = (
    '<a class="archived" href="https://web.example/&quot;1&quot;/a" title="A &quot;copy&quot;">'
    "archived copy</a>"
)


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("https://a.org/x", "https://a.org/x"),
        (" HTTPS://a.org/x#part ", "https://a.org/x"),
        ("https://a.org/x#:~:text=so", "https://a.org/x"),
        ("//a.org/x", "https://a.org/x"),
        ("/about/", ""),
        ("talks.md", ""),
        ("mailto:a@b.org", ""),
        ("javascript:alert(1)", ""),
        ("https://a.org/\u202e", ""),
        ("https://", ""),
        ("https://[", ""),
        ("", ""),
    ],
)
def test_an_address_is_what_is_asked_for(target: str, url: str) -> None:
    assert link_url(target) == url


def test_links_are_found_however_they_are_written() -> None:
    html = (
        "<a href=\"https://a.org/?a=1&amp;b=2\">1</a> <A class=x HREF='https://b.org/'>2</A>"
        ' <a href=https://c.org/>3</a> <a data-href="https://d.org/" href="/x">4</a>'
        ' <img src="https://e.org/"> <a\nhref = "https://f.org/">5</a> <abbr href="https://g.org/">'
    )
    assert list(outbound_urls(html)) == [
        "https://a.org/?a=1&b=2",
        "https://b.org/",
        "https://c.org/",
        "https://f.org/",
    ]


def test_a_copy_stands_beside_each_dead_link() -> None:
    html = '<p><a href="https://a.org/x?a=1&amp;b=2#c">See <em>it</em></a>, <a href="/b">b</a>.</p>'
    assert with_archives(html, _DEAD, _WORDS, instead=False) == (
        '<p><a href="https://a.org/x?a=1&amp;b=2#c">See <em>it</em></a> '
        f'{_COPY}, <a href="/b">b</a>.</p>'
    )


def test_a_copy_stands_in_the_place_of_each_dead_link() -> None:
    html = '<a rel="x" href="https://a.org/x?a=1&amp;b=2" class="y">It</a>'
    assert with_archives(html, _DEAD, _WORDS, instead=True) == (
        '<a rel="x" href="https://web.example/&quot;1&quot;/a" title="A &quot;copy&quot;" '
        'class="y">It</a>'
    )
    titled = '<a title="T" href="https://a.org/x?a=1&amp;b=2">It</a>'
    assert with_archives(titled, _DEAD, _WORDS, instead=True) == (
        '<a title="T" href="https://web.example/&quot;1&quot;/a">It</a>'
    )


@pytest.mark.parametrize("instead", [True, False])
def test_other_links_stay_as_they_are(instead: bool) -> None:
    html = '<a href="https://a.org/x">1</a> <a href="https://a.org/x?a=1&b=3">2</a>'
    assert with_archives(html, _DEAD, _WORDS, instead) == html


def test_a_link_that_never_ends_gets_no_copy() -> None:
    html = '<a href="https://a.org/x?a=1&b=2">1'
    assert with_archives(html, _DEAD, _WORDS, instead=False) == html
