"""The words of the elements of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

LONGEST = 3_000
"""Letters of an element that are read; a heading, byline or paragraph has fewer."""

_BLOCKS = re.compile(
    r"address|article|aside|blockquote|br|button|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|"
    r"form|h[1-6]|header|hr|li|main|nav|ol|p|section|summary|table|td|th|tr|ul"
)
_UNREAD = frozenset({"script", "style", "template", "noscript"})


def text_of(element: HtmlElement) -> str:
    """Return the words of an element on one line."""
    return " ".join("".join(_pieces(element, " ", glued="")).split())


def listed(element: HtmlElement) -> str:
    """Return the words of an element with commas between what stands apart.

    Names, professions and places are often told apart by nothing but their elements.
    """
    text = " ".join("".join(_pieces(element, ", ", glued=", ")).split())
    return re.sub(r"(?:\s*,)+\s*", ", ", text).strip(" ,")


def _pieces(element: HtmlElement, between: str, *, glued: str) -> Iterator[str]:
    """Yield the texts of an element, something between blocks, and between glued others."""
    left, last, unread = LONGEST, "", 0
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if one.tag in _UNREAD:
            unread += 1 if event == "start" else -1
            text = (one.tail or "") if event == "end" and one is not element and not unread else ""
        elif unread:
            continue
        elif event == "start":
            text = one.text or ""
        else:
            text = "" if one is element else one.tail or ""
        if one is not element:
            if isinstance(one.tag, str) and _BLOCKS.fullmatch(one.tag):
                yield between
                last = " "
            elif glued and event == "start" and last.strip():
                yield glued
        yield text
        last = text[-1:] or last
        left -= len(text)
        if left < 0:
            return
