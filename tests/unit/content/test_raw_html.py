"""HTML that an editor wrote: its links are found, its words taken out."""

from __future__ import annotations

import pytest

from ssg.content.raw_html import leading_text, plain_text, rewrite_links


def _rewritten(markup: str) -> tuple[str, list[str], set[str]]:
    targets: list[str] = []

    def replace(target: str) -> str | None:
        targets.append(target)
        return None if target.startswith("https:") else f"NEW({target})"

    html, ids = rewrite_links(markup, replace)
    return html, targets, ids


@pytest.mark.parametrize(
    ("markup", "html"),
    [
        ('<a href="b.md">', '<a href="NEW(b.md)">'),
        ("<a href='b.md'>", '<a href="NEW(b.md)">'),
        ("<a href=b.md>", '<a href="NEW(b.md)">'),
        ('<A  HREF = "b.md" >', '<A  HREF = "NEW(b.md)" >'),
        ('<img alt="a > b" src="b.png"/>', '<img alt="a > b" src="NEW(b.png)"/>'),
        ('<video poster="a.png" src="b.mp4">', '<video poster="NEW(a.png)" src="NEW(b.mp4)">'),
        ('<a title="x href=y" href="b.md">', '<a title="x href=y" href="NEW(b.md)">'),
        ('<a data-href="x" href="b.md">', '<a data-href="x" href="NEW(b.md)">'),
        ('<a href="https://x.org/">', '<a href="https://x.org/">'),
        ("<p>href=x</p>", "<p>href=x</p>"),
        ('<!-- <a href="b.md"> -->', '<!-- <a href="b.md"> -->'),
        ('<!-- <a href="b.md">', '<!-- <a href="b.md">'),
        ("<script>'<a href=x>'</script>", "<script>'<a href=x>'</script>"),
        ("a < b and <a href=", "a < b and <a href="),
    ],
)
def test_targets_of_links_are_replaced(markup: str, html: str) -> None:
    assert _rewritten(markup)[0] == html


def test_entities_of_a_target_are_decoded() -> None:
    assert _rewritten('<a href="a?b=1&amp;c=2&#x26;d=3">')[1] == ["a?b=1&c=2&d=3"]


def test_names_after_an_ampersand_are_no_entities() -> None:
    assert _rewritten('<a href="a?b=1&section=2&copy=3">')[1] == ["a?b=1&section=2&copy=3"]


def test_several_sources_of_a_picture_are_all_found() -> None:
    html, targets, _ = _rewritten('<img srcset="a.png 1x, b.png 2x" src="a.png">')
    assert targets == ["a.png", "b.png", "a.png"]
    assert html.startswith('<img srcset="NEW(a.png) 1x, NEW(b.png) 2x"')


def test_ids_and_names_are_gathered() -> None:
    assert _rewritten("<p id=\"one\"><a name=two></a><b ID='thr&eacute;e'>")[2] == {
        *("one", "two", "thrée")
    }


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>One</p><p>two</p>", "One two"),
        ("<b>O</b>ne<br>two", "One two"),
        ("a &amp; b &lt; c", "a & b < c"),
        ("<style>p{}</style>a<svg><text>x</text></svg>", "a"),
        ("a<!-- x -->b", "a b"),
        ("a<!-- x", "a"),
        ("a <script>x", "a"),
        ("", ""),
    ],
)
def test_words_are_taken_out(markup: str, words: str) -> None:
    assert plain_text(markup) == words


def test_lead_ends_with_the_paragraph_that_is_enough() -> None:
    markup = "<h2>H</h2>" + "".join(f"<p class='x'>Paragraph {one}.</p>" for one in range(100))
    lead = leading_text(markup, 40)
    assert lead == "\n".join(f"Paragraph {one}." for one in range(4))


def test_lead_leaves_out_what_stands_within_shortcodes() -> None:
    note = "\x00(0\x00<p>A note.</p>\x00(1\x00<p>A quote in it.</p>\x00)\x00<p>More.</p>\x00)\x00"
    assert leading_text(f"{note}<p>Talks <a href='\x002\x00'>fail</a>.</p>") == "Talks fail."
    assert leading_text(note) == "A note. A quote in it. More."
