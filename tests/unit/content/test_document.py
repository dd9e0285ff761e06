"""A document knows its texts, its headings, and what it links to."""

from __future__ import annotations

import pytest

from ssg.model.body import Link
from tests.unit.content.reading import body, read
from tests.unit.content.test_cases import shown


def test_title_gets_typographic_quotes_and_stays_a_text() -> None:
    title = read("---\ntitle: '\"Productive\" -- *so far*...'\n---\n").title
    assert title == "“Productive” – *so far*…"


def test_standfirst_is_markdown_of_one_paragraph() -> None:
    document = read(
        "---\ntitle: T\nstandfirst: |\n  Two *envoys*,\n\n  two [stories](b.md).\n---\n"
    )
    html = shown(document.standfirst)
    assert html == 'Two <em>envoys</em>, two <a href="[[b.md]]">stories</a>.'
    assert document.details.standfirst_text == "Two envoys, two stories."


def test_summary_begins_with_the_text_and_not_with_a_shortcode() -> None:
    text = "{% note %}Nothing at all.{% endnote %}\n\nThe talks failed.\n"
    assert read(f"---\ntitle: T\n---\n{text}").brief.summary == "The talks failed."


def test_links_are_found_in_every_text() -> None:
    document = read(
        "---\ntitle: T\nstandfirst: '[1](1.md)'\n"
        "source: {name: S, note: '[2](2.md)'}\n"
        "image: {src: 3.png, alt: Three, caption: '[4](4.md)'}\n"
        "corrections: [{date: 2025-12-22, text: '[5](5.md)'}]\n---\n"
        "[6](6.md) ![7](7.png) <a href='8.md'>8</a> <https://x.org/>\n\n"
        "{% figure src='9.png' alt='' %}\n\n{% note %}[10](10.md){% endnote %}\n"
    )
    found = {link.target for link in document.links()}
    assert found == {
        *("1.md", "2.md", "3.png", "4.md", "5.md", "6.md", "7.png", "8.md", "9.png", "10.md")
    }


def test_link_stands_where_it_was_written() -> None:
    (first, second) = body("A [b](b.md),\nand 😀 [b](b.md).\n").body.links()
    assert str(first.location) == "content/posts/2025-12-22-talks.md:4:7"
    assert str(second.location) == "content/posts/2025-12-22-talks.md:5:11"
    assert second.location.excerpt == "and 😀 [b](b.md)."


def test_link_with_encoded_name_stands_where_it_was_written() -> None:
    (link,) = body("A\n\n[b](größe.md)\n").body.links()
    assert (link.target, link.location.line, link.location.column) == ("gr%C3%B6%C3%9Fe.md", 6, 5)


def test_same_words_in_code_are_not_the_place() -> None:
    (link,) = body("`b.md`\n\nSee [b](b.md).\n").body.links()
    assert (link.location.line, link.location.column) == (6, 9)


def test_image_out_there_is_no_link_within() -> None:
    image = read("---\ntitle: T\nimage: https://x.org/a.png\n---\n").image
    assert image
    assert image.src == "https://x.org/a.png"


def test_headings_and_ids_are_listed() -> None:
    content = body('## *One* & two\n### Three {#iii}\n<b id="raw">x</b> a[^1]\n\n[^1]: b\n')
    assert [(one.level, one.id, one.title) for one in content.headings] == [
        (2, "one-two", "One & two"),
        (3, "iii", "Three"),
    ]
    assert {"one-two", "iii", "raw", "fn1", "fnref1"} <= content.ids


def test_text_holds_the_words_alone() -> None:
    content = body(
        "## Heading\n\nA *text* with `code`, a[^1] <b>b</b> &amp; [link](x.md).\n\n"
        "<script>no()</script>\n\n<!-- no -->\n\n- item\n\n[^1]: Not this.\n"
    )
    assert content.text == "Heading A text with code, a b & link. item"
    assert content.word_count == 9


def test_lead_is_that_of_the_first_paragraphs() -> None:
    assert body("## Heading\n\nOne.\n\n- item\n\nTwo.\n").lead == "One.\nTwo."


def test_lead_of_a_text_without_paragraphs_is_its_beginning() -> None:
    assert body("- one\n- two\n").lead == "one two"


def test_text_may_be_empty() -> None:
    content = body("")
    assert not content.body
    assert (content.text, content.lead, content.word_count) == ("", "", 0)


def test_sign_of_a_hole_in_the_text_is_harmless() -> None:
    html = shown(body("a \x00 b \x01 c\n\n<div>\x01x\x01 <a href='b.md'>b</a></div>\n").body)
    assert "\x00" not in html
    assert '<a href="[[b.md]]">' in html


def test_deep_nesting_loses_no_text() -> None:
    nested = "\n".join(f"{'  ' * depth}- level {depth}" for depth in range(20))
    html = shown(body(nested + "\n\n" + "> " * 30 + "deep\n").body)
    assert "level 19" in html
    assert "deep" in html


def test_link_is_a_value_until_the_site_is_known() -> None:
    (part,) = [part for part in body("[b](b.md)").body.parts if not isinstance(part, str)]
    assert isinstance(part, Link)
    assert part.target == "b.md"


@pytest.mark.parametrize(
    "text",
    [
        "[^1]: > [^1]: ",
        "[^1]: {% note %}\n    [^2]: \n{% endnote %}\n",
        "[^1]: {% note %}\n    [^1]: a\n    {% endnote %}\n\nb[^1]\n",
    ],
)
def test_footnote_within_a_footnote_is_read(text: str) -> None:
    assert "\x00" not in body(text).body.markup()
