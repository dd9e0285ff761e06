"""A shorter way through a text says what the long one says."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, normalize

from ssg.content import rules
from ssg.content.plain_links import plain_link_plugin
from ssg.errors import Location
from ssg.model.body import Link
from ssg.text import terms

# fmt: off
_PIECES = (
    "[", "]", "(", ")", "](", "[a](b.md)", "[two words](https://example.org/x)", "[a-b](/c/)",
    "[*a*](b)", "[a](b)[c](d)", "[a]()", "[](b)", "[a](b c)", '[a](b "c")', "[a](//b)",
    "[a](https://example.org)", "[a](b?c=d&amp;e)", "![a [b](c)](d)", "[a [b](c) d](e)",
    "[a](javascript:b)", "[a\nb](c)", "[`a](b)`", "[é “x”](a)", "*", "`", "\\", "<b>", "\n\n", "w",
)
# fmt: on


@given(st.lists(st.sampled_from(_PIECES), max_size=16).map("".join))
def test_plain_links_are_what_markdown_it_reads(text: str) -> None:
    fast = MarkdownIt("commonmark").use(plain_link_plugin)
    assert fast.parse(text) == MarkdownIt("commonmark").parse(text)


@given(st.text("a \r\n\x00\u2028\x0b", max_size=16))
def test_line_ends_are_those_of_markdown_it(text: str) -> None:
    ours, known = (StateCore(text, MarkdownIt(), {}) for _ in range(2))
    rules._normalize(ours)
    normalize(known)
    assert ours.src == known.src


@given(st.text("aB1é_'’.,&!?\n\t\u00a0 日²", max_size=40))
def test_tokens_are_those_of_the_expression(text: str) -> None:
    assert terms.tokens(text) == terms._TOKEN.findall(text.replace("_", " "))


def test_places_are_kept() -> None:
    where = Location("content/a.md", 3, 4, "an excerpt", 5)
    assert pickle.loads(pickle.dumps(Link("b.md", where))) == Link("b.md", where)
