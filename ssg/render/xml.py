"""XML, built from nested elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import NewType

Element = NewType("Element", str)
"""An element as it is written."""

# What XML 1.0 forbids even when escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# What an attribute would lose: whoever reads it takes them for blanks.
_LINE_ENDS = str.maketrans({"\t": "&#09;", "\n": "&#10;", "\r": "&#13;"})


def element(
    name: str, content: str | Iterable[Element] = (), attributes: Mapping[str, str] | None = None
) -> Element:
    """Return an element with a text or with children; a prefix in a name is taken as it is."""
    inner = _text(content) if isinstance(content, str) else "".join(content)
    given = attributes.items() if attributes else ()
    opening = name + "".join(f' {key}="{_attribute(value)}"' for key, value in given)
    return Element(f"<{opening}>{inner}</{name}>" if inner else f"<{opening} />")


def clean(text: str) -> str:
    """Return a text without the characters that XML forbids."""
    return _FORBIDDEN.sub("", text)


def document(root: Element) -> bytes:
    """Return a whole XML document as UTF-8."""
    return f'<?xml version="1.0" encoding="utf-8"?>\n{root}\n'.encode()


def _text(text: str) -> str:
    return escape(clean(text), quote=False)


def _attribute(text: str) -> str:
    return _text(text).replace('"', "&quot;").translate(_LINE_ENDS)
