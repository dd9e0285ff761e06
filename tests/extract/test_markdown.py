"""Whatever a paragraph holds, its Markdown shows the same words, and nothing in it is alive."""

from __future__ import annotations

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from ssg.extract.cleaning import clean
from ssg.extract.markdown import to_markdown
from tests.extract.rendering import URL, rendered, tree_of

_SIGNS = """* ** _ __ ~ ~~ ` `` [ ] ( ) ! ![ - 1. 2) # > | \\ { } {% %} {.x} < </b> & &amp; &#42; ^[
[^1] [x]: http://a.example/ // mailto: a@b.example --- === + : $ “ é 漢 (c) = ' " a x_y"""
_WORDS = st.sampled_from([" ", *_SIGNS.split()])
_TEXT = st.lists(_WORDS, min_size=1, max_size=4).map(lambda words: html.escape("".join(words)))
_TAGS = st.sampled_from(["b", "i", "code", "s", "sup", f"a href='{URL}'"])
_INLINE = st.recursive(
    _TEXT,
    lambda inner: st.one_of(
        st.tuples(_TAGS, inner).map(lambda one: f"<{one[0]}>{one[1]}</{one[0].split()[0]}>"),
        st.lists(inner, min_size=2, max_size=4).map("".join),
        inner.map(lambda text: text + "<br>"),
    ),
    max_leaves=6,
)
_HOLDERS = st.sampled_from(
    [
        "<p>{}</p>",
        "<h2>{}</h2>",
        "<ul><li>{}</li><li>b</li></ul>",
        "<ol><li>{}<ul><li>b</li></ul></li></ol>",
        "<blockquote><p>{}</p>b</blockquote>",
        "<table><tr><th>{}</th><th>b</th></tr></table>",
        "<dl><dt>a</dt><dd>{}</dd></dl>",
    ]
)


def _bare(text: str) -> str:
    """Return a text without blanks, and without what the typographer changes."""
    for sign, straight in (("“", '"'), ("”", '"'), ("’", "'"), ("‘", "'"), ("–", "-"), ("—", "-")):
        text = text.replace(sign, straight)
    return re.sub(r"\s+", "", re.sub("-+", "-", text))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(_HOLDERS, _INLINE)
def test_words_are_shown_as_they_stand(holder: str, inline: str) -> None:
    body = clean(tree_of(f"<div>{holder.format(inline)}</div>").find("body/div"))
    shown = tree_of(f"<html><body>{rendered(to_markdown(body, URL))}</body></html>")
    assert _bare("".join(shown.itertext())) == _bare("".join(body.itertext()))
