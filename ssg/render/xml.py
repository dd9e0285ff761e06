"""XML, built from nested elements."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

# What XML 1.0 forbids even when escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def element(
    name: str, content: str | Iterable[Element] = (), attributes: dict[str, str] | None = None
) -> Element:
    """Return an element with a text or with children; a prefix in a name is taken as it is."""
    made = Element(name, {key: clean(value) for key, value in (attributes or {}).items()})
    if isinstance(content, str):
        made.text = clean(content)
    else:
        made.extend(content)
    return made


def clean(text: str) -> str:
    """Return a text without the characters that XML forbids."""
    return _FORBIDDEN.sub("", text)


def document(root: Element) -> bytes:
    """Return a whole XML document as UTF-8."""
    body = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()
