"""HTML that an editor wrote into an article: its links found, its words taken out."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from ssg.text.elements import BLOCKS

# What is not closed runs to the end, as in a browser.
_OPAQUE = r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|textarea)\b.*?(?:</(?P=raw)\s*>|\Z)"
_VALUE = r"(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+)"
_TAG = rf"<[A-Za-z][A-Za-z0-9-]*(?:\s+[^\s\"'<>/=]+(?:\s*=\s*{_VALUE})?)*\s*/?>"
_OPAQUE_OR_TAG = re.compile(f"{_OPAQUE}|(?P<tag>{_TAG})", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"(?P<before>\s(?P<name>[^\s\"'<>/=]+)\s*=\s*)"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+))",
    re.IGNORECASE,
)
_LINKS = ("href", "src", "srcset", "poster", "data")
# A source and what it is good for: ``/wide.jpg 1920w, /small.jpg 300w``.
_SOURCE = re.compile(r"(?P<before>(?:^|(?<=,))\s*)(?P<url>\S+?)(?=,?\s|,?$)")
_BLOCK = re.compile(rf"</?(?:{'|'.join(BLOCKS)})\b[^>]*>", re.IGNORECASE)
_DROPPED = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|iframe)\b.*?(?:</\1\s*>|\Z)|<svg\b.*?</svg\s*>|"
    r"<sup class=\"footnote-ref\">.*?</sup>|<div class=\"footnotes\">.*\Z|"
    r"<a class=\"anchor\".*?</a>",
    re.DOTALL | re.IGNORECASE,
)
# Apart from the rest, so that each is looked for by the one sign with which it begins.
_HOLE = re.compile(r"\x00[^\x00]*\x00")
_PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>(.*?)</p\s*>", re.DOTALL | re.IGNORECASE)


def rewrite_links(markup: str, replace: Callable[[str], str | None]) -> tuple[str, set[str]]:
    """Return HTML with the targets of its links replaced, and the ids it holds.

    ``replace`` gets each target of ``href``, ``src``, ``srcset``, ``poster`` and ``data``, entities
    decoded, and returns what to write for it, already escaped, or none to leave it.
    """
    ids: set[str] = set()

    def rewrite_attribute(match: re.Match[str]) -> str:
        value = match["double"] or match["single"] or match["bare"] or ""
        name = match["name"].lower()
        if name in ("id", "name"):
            ids.add(html.unescape(value))
            return match[0]
        if name not in _LINKS:
            return match[0]
        if name == "srcset":
            return f'{match["before"]}"{_SOURCE.sub(rewrite_source, value)}"'
        new = replace(_unescape(value).strip())
        return match[0] if new is None else f'{match["before"]}"{new}"'

    def rewrite_source(match: re.Match[str]) -> str:
        new = replace(_unescape(match["url"]))
        return match[0] if new is None else match["before"] + new

    def rewrite_tag(match: re.Match[str]) -> str:
        tag = match["tag"]
        return _ATTRIBUTE.sub(rewrite_attribute, tag) if tag else match[0]

    return _OPAQUE_OR_TAG.sub(rewrite_tag, markup), ids


def _unescape(value: str) -> str:
    # In an attribute "&copy=1" is no sign of copyright.
    return re.sub(r"&[#\w]+;", lambda match: html.unescape(match[0]), value)


def plain_text(markup: str) -> str:
    """Return the words of a piece of HTML; footnotes, scripts and drawings left out."""
    spaced = _BLOCK.sub(" ", _without_dropped(markup))
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", spaced)).split())


def all_text(markup: str) -> str:
    """Return the words of a piece of HTML, those of footnotes and scripts too."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", _BLOCK.sub(" ", markup))).split())


def leading_text(markup: str, enough: int = 1200) -> str:
    """Return the words of the first paragraphs of a piece of HTML, for a summary.

    What stands within shortcodes, such as a pull quote, is said elsewhere or by others.
    """
    text = ""
    for match in _PARAGRAPH.finditer(_without_dropped(_outside_shortcodes(markup))):
        words = plain_text(match[1])
        if words:
            # A byline or a dateline may be a paragraph of its own.
            text = f"{text}\n{words}" if text else words
        if len(text) > enough:
            break
    return text or plain_text(markup[: enough * 10])[:enough]


def _outside_shortcodes(markup: str) -> str:
    kept, depth = [], 0
    for index, piece in enumerate(markup.split("\x00")):
        if index % 2 and piece.startswith("("):
            depth += 1
        elif index % 2 and piece == ")":
            depth = max(depth - 1, 0)
        elif index % 2 == 0 and not depth:
            kept.append(piece)
    return " ".join(kept)


def _without_dropped(markup: str) -> str:
    return _DROPPED.sub(" ", _HOLE.sub(" ", markup))
