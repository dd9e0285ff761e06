"""The rules for HTML inside a feed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.feed_rules.content import html, plain

PIECES = [
    "<p>a</p>",
    "<ul><li>a</li></ul>",
    "b &amp; c",
    "<br>",
    "<blockquote><p>d</p></blockquote>",
]


@pytest.mark.parametrize(
    "good",
    [
        "",
        "AT&T, 5 > 4 &mdash; &#8212; &hellip;",
        '<a href="https://example.org/?a=1&amp;b=2" rel="nofollow">a</a>',
        '<a href="mailto:a@example.org">a</a><img src="data:image/gif;base64,R0lGOD" alt="">',
        '<td style="text-align: right; width: 10%">1</td>',
        "<ul><li>one<li>two</ul><p>a<p>b<table><tr><td>1<td>2</table>",
        '<span data-id="1" class="x" lang="fr">a</span><!-- a remark -->',
        '<video src="https://example.org/a.mp4" poster="https://example.org/a.png"></video>',
    ],
)
def test_good_html_passes(good: str) -> None:
    assert html(good) == ()


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        ("<script>x</script>", "warning: <script> is dropped by readers"),
        ("<style>x</style>", "warning: <style> is dropped by readers"),
        ('<iframe src="https://a.org/"></iframe>', "warning: <iframe> is dropped by readers"),
        ("<x-card></x-card>", "warning: <x-card> is no HTML element"),
        ("<svg><path/></svg>", "warning: <svg> is no HTML element"),
        ('<a href="/talks/">a</a>', 'warning: href="/talks/" is a relative reference'),
        ('<a href="#top">a</a>', 'warning: href="#top" is a relative reference'),
        ('<a href="">a</a>', 'warning: href="" is a relative reference'),
        ('<img src="a.png" alt="">', 'warning: src="a.png" is a relative reference'),
        ('<img src="//a.org/a.png">', 'warning: src="//a.org/a.png" is a relative reference'),
        ('<img srcset="https://a.org/a 1x, b 2x">', 'warning: srcset="b 2x" is a relative ref'),
        ('<p onclick="x()">a</p>', "warning: p[onclick] is dropped by readers"),
        ('<p role="note">a</p>', "warning: p[role] is dropped by readers"),
        ('<p style="position: fixed">a</p>', 'warning: style="position: fixed" is dropped'),
        ('<p style="color: url(x)">a</p>', 'warning: style="color: url(x)" is dropped'),
        ("<em>a", "<em> is not ended"),
        ("a</em>", "</em> ends no open element"),
        ("<b><i>a</b></i>", "<i> is not ended before </b>"),
        ("<p><div>a</div></p>", "</p> ends no open element"),
        ("<div/>", "<div/> doesn't end the element"),
        ('<p id="a" id="b">a</p>', "<p> has an attribute twice"),
        ("&nosuch; thing", 'contains an undefined entity, "&nosuch;"'),
        ("a < b", 'contains a bare "<"'),
        ("a \x93b\x94", "contains a bad character, U+0093"),
        ("a \ufffd", "contains a bad character, U+FFFD"),
        ("<!doctype html>", "<!doctype html> in a fragment"),
        ("<?php x ?>", "<?php x ?> in a fragment"),
        ("<![CDATA[a]]>", "contains a section of XML"),
    ],
)
def test_bad_html_is_found(bad: str, complaint: str) -> None:
    assert any(complaint in found for found in html(bad)), html(bad)


@given(st.lists(st.sampled_from(PIECES), min_size=1).map("".join), st.data())
def test_html_cut_inside_a_tag_is_found(good: str, data: st.DataObject) -> None:
    assert html(good) == ()
    inside = [at for at in range(1, len(good)) if good.rfind("<", 0, at) > good.rfind(">", 0, at)]
    if inside:
        cut = data.draw(st.sampled_from(inside))
        assert "ends inside a tag" in html(good[:cut])


@pytest.mark.parametrize("good", ["Q&A", "a < b", "</nothing>", "R&D; more"])
def test_plain_text_passes(good: str) -> None:
    assert list(plain(good)) == []


@pytest.mark.parametrize("bad", ["<b>a</b>", "a</P>", "Q&amp;A", "&#8212;", "&#x2014;", "a\x80"])
def test_markup_in_plain_text_is_found(bad: str) -> None:
    assert list(plain(bad))
