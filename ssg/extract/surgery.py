"""Elements taken out of a tree, and words as it takes them."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

# What a page may hold by way of entities, and a tree takes from nobody else.
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def remove(element: HtmlElement) -> None:
    """Take an element out of its tree; the words after it stay."""
    parent = element.getparent()
    if parent is None:
        return
    tail, before = element.tail, element.getprevious()
    parent.remove(element)
    if tail and before is not None:
        before.tail = fit((before.tail or "") + tail)
    elif tail:
        parent.text = fit((parent.text or "") + tail)


def fit(text: str) -> str:
    """Return a text as a tree takes it, without control characters."""
    return _NO_TEXT.sub(" ", text)
