"""What a page claims of itself, by the place where it says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

Claims = Mapping[str, tuple[str, ...]]
"""Texts as they stand on the page, by their place: ``meta og:title``, ``json-ld headline``."""

LONGEST = 2_000
"""Letters of a claim that are read; the rest is no title, name or sentence."""

_TAG = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>|</?[a-zA-Z][^<>]{0,300}>|<!--.*?-->", re.I)
_SPACES = re.compile(r"\s+")
_INVISIBLE = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff]"
)


def plain(text: str) -> str:
    """Return a claim on one line: entities decoded, tags and what nobody can see left out."""
    text = text[: LONGEST * 3]
    for _ in range(2):  # "&amp;#39;" is what templates make that escape twice
        if "&" in text:
            text = unescape(text)
    text = _TAG.sub(" ", text) if "<" in text else text
    text = _INVISIBLE.sub(lambda found: " " if found[0] in "\t\n\v\f\r\u2028\u2029" else "", text)
    return _SPACES.sub(" ", text).strip()[:LONGEST]


def first(claims: Claims, places: Iterable[str]) -> str:
    """Return the first claim that says anything, of those in some places."""
    return next(all_of(claims, places), "")


def all_of(claims: Claims, places: Iterable[str]) -> Iterator[str]:
    """Yield the claims in some places that say anything, in the order of the places."""
    for place in places:
        for text in claims.get(place, ()):
            if cleaned := plain(text):
                yield cleaned


def folded(text: str) -> str:
    """Return a text by which two spellings of the same words are compared."""
    return " ".join(re.findall(r"\w+", text.casefold().replace("’", "").replace("'", "")))
