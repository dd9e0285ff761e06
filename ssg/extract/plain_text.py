"""HTML of strangers as plain text: nothing of it is alive."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

# What browsers carry out or fetch; what stands between its tags is no text.
_UNREAD = re.compile(
    r"<(script|style|iframe|object|noscript|template|svg|math|textarea|title)\b"
    r".*?(?:</\1\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<[/!?]?([a-zA-Z][\w:-]*+)?+[^<>]*+(?:>|\Z)")
_STILL_A_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
_INLINE = re.compile(
    "a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|small|span|strike|strong|sub|"
    "sup|time|tt|u|var|wbr",
    re.IGNORECASE,
)
# Signs that turn the direction of what follows, out of the text and into the line around it.
_TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
# How often a text may have been escaped.
_MOST_ROUNDS = 3


def plain_text(html: str, most: int) -> str:
    """Return the text of HTML on one line, at most so many characters.

    Tags that were escaped, once or twice, are taken for tags as well; signs that would do
    something to a terminal are left out.
    """
    # Of markup there may be more than of text.
    text = html[: most * 10]
    for _ in range(_MOST_ROUNDS):
        before, text = text, unescape(_without_tags(text))
        if text == before:
            break
    text = _STILL_A_TAG.sub("< ", text)
    readable = "".join(" " if one.isspace() else one for one in text if _is_readable(one))
    line = " ".join(readable.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _without_tags(html: str) -> str:
    html = _COMMENT.sub("", _UNREAD.sub(" ", html))
    return _TAG.sub(_gap, html)


def _gap(tag: re.Match[str]) -> str:
    """Return what stands in the place of a tag: a blank where it would begin a line."""
    if tag[0][1:2] not in ("/", "!", "?") and not tag[1]:
        return tag[0]  # a sign of comparison
    return "" if _INLINE.fullmatch(tag[1] or "") else " "


def _is_readable(one: str) -> bool:
    return one.isspace() or (
        unicodedata.category(one) not in ("Cc", "Cs", "Co") and one not in _TURNING
    )
