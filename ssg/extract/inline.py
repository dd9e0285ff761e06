"""The words of Markdown as clippings hold it, and where each of them stands."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_PIECE = re.compile(
    r"""(?:\\(?P<escaped>[!-/:-@\[-`{-~]))
    |(?P<entity>&\#\d{1,7};)
    |(?P<code>(?P<fence>`+)(?!`).*?(?<!`)(?P=fence)(?!`))
    |(?P<dropped>!\[(?:\\.|[^\]\\])*\]\([^)\s]*(?:\s"(?:\\.|[^"\\])*")?\)(?:\{[^}\n]*\})?
        |\[\^[^\]\s]*\]:?)
    |(?P<opening>\[)
    |(?P<closing>\]\([^)\s]*\))
    |(?P<mark>\*+|~~)
    |(?P<break>\\?\n)
    |(?P<text>[^\\!\[\]*~`&\n]+|.)""",
    re.VERBOSE | re.DOTALL,
)
_BLOCK_MARKS = re.compile(
    r"^ *(?:(?:>|[-+*]|\#{1,6}|\d{1,9}[.)]|:)[ ]+)+|^(?:[> ]*)\|[-:| ]+\|$|^[> ]*```.*$|^\* \* \*$",
    re.MULTILINE,
)


class Piece(NamedTuple):
    """A stretch of Markdown that means one thing."""

    kind: str
    """``text``, ``code``, ``opening`` or ``closing`` of a link, ``mark``, ``dropped``."""
    words: str
    """What is read of it."""
    source: str
    """How it is written."""


def pieces(markdown: str) -> Iterator[Piece]:
    """Return the pieces of a paragraph, links and emphasis told from words."""
    for match in _PIECE.finditer(markdown):
        kind = match.lastgroup or "text"
        if kind == "text":
            yield Piece(kind, match[0], match[0])
        elif kind == "escaped":
            yield Piece("text", match["escaped"], match[0])
        elif kind == "entity":
            yield Piece("text", html.unescape(match[0]), match[0])
        elif kind == "break":
            yield Piece("text", " ", match[0])
        elif kind == "code":
            yield Piece(kind, match[0].strip("`").strip(), match[0])
        else:
            yield Piece(kind, "", match[0])


def plain_words(markdown: str) -> str:
    """Return the words of a clipped text: no markup, no pictures, no addresses of links."""
    text = "".join(one.words for one in pieces(_BLOCK_MARKS.sub("", markdown)))
    return " ".join(text.split())
