"""The beginning of a clipped text, quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssg.extract.escaping import escape
from ssg.extract.inline import pieces, plain_words
from ssg.text.summary import sentence_ends
from ssg.text.words import count_words

_NOT_PROSE = re.compile(r"#{1,6} |[-+*] |\d{1,9}[.)] |\||>|```|: |\[\^|    ")
_PICTURE_OR_RULE = re.compile(r"!\[[^\n]*$|\* \* \*$")
# In other languages than English a number with a full stop is a place in an order: "am 1. Mai".
_NO_END = re.compile(
    r"(?:^|\s)\d{1,2}\.$|\b(?:bzw|ca|Nr|Art|Abs|Mio|Mrd|vgl|z\.\s?B|M|Mme|Sra?)\.$"
)


def first_sentences(markdown: str, limit_words: int) -> str:
    """Return the first sentences of a text as a Markdown quotation of at most so many words.

    Headings and pictures before them are passed over; the quotation ends where a list, a table or
    a heading begins. Where the first sentence alone is longer it is cut after a word. Empty where
    the text holds no sentence, or the limit is 0.
    """
    taken: list[str] = []
    left = limit_words
    for paragraph in _leading_paragraphs(markdown):
        words = count_words(plain_words(paragraph))
        if words <= left:
            taken.append(paragraph)
            left -= words
            continue
        beginning = _whole_sentences(paragraph, left)
        if beginning:
            taken.append(beginning)
        elif not taken and left > 0:
            taken.append(_whole_words(paragraph, left))
        break
    return "\n>\n".join("> " + one.replace("\n", "\n> ") for one in taken)


def _leading_paragraphs(markdown: str) -> Iterator[str]:
    begun = False
    for block in re.split(r"\n{2,}", markdown):
        if _PICTURE_OR_RULE.match(block):
            continue
        if _NOT_PROSE.match(block):
            if begun:
                return
            continue
        paragraph = "".join(one.source for one in pieces(block) if one.kind != "dropped").strip()
        if plain_words(paragraph):
            begun = True
            yield paragraph


def _whole_sentences(paragraph: str, limit: int) -> str:
    """Return the sentences that fit, never cut within a link or emphasis."""
    words, written = "", 0
    depth, marked = 0, False
    cuts: dict[int, int] = {}  # where the words may be cut, and where that is in the Markdown
    for piece in pieces(paragraph):
        if piece.kind == "text" and not depth and not marked and piece.words == piece.source:
            cuts.update({len(words) + n: written + n for n in range(1, len(piece.words))})
        words += piece.words
        written += len(piece.source)
        depth += (piece.kind == "opening") - (piece.kind == "closing")
        marked ^= piece.kind == "mark"
        if not depth and not marked:
            cuts[len(words)] = written
    fitting = [
        end
        for end in sentence_ends(words)
        if end in cuts and not _NO_END.search(words[:end]) and count_words(words[:end]) <= limit
    ]
    return paragraph[: cuts[fitting[-1]]].strip() if fitting else ""


def _whole_words(paragraph: str, limit: int) -> str:
    """Return so many words of a paragraph, without its links and emphasis."""
    text = plain_words(paragraph)
    ends = [match.end() for match in re.finditer(r"\S+", text)]
    fitting = [end for end in ends[: limit + 1] if count_words(text[:end]) <= limit]
    # A script without blanks is cut between two letters.
    cut = fitting[-1] if fitting else max(1, 2 * limit - 1)
    return escape(text[:cut].rstrip(" ,;:–—-"), begins_line=True) + "…"
