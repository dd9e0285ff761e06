"""Slugs: a name as the last segment of a path."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that don't come apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ׳](?=\w)")
_NO_SLUG = re.compile("[^a-z0-9]+")


@lru_cache(maxsize=1 << 14)
def slugify(text: str) -> str:
    """Return a slug of lower-case letters, digits and single hyphens; empty if nothing is left.

    Latin letters lose their marks; other scripts keep theirs, since there they make words.
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    joined = _APOSTROPHES.sub("", folded)
    if joined.isascii():
        return _NO_SLUG.sub("-", joined).strip("-")
    plain = ""
    for character in joined:
        if character.isalnum():
            plain += _without_mark(character)
        elif _is_mark(character):
            plain += "" if plain[-1:].isascii() else character
        else:
            plain += "-"
    return re.sub("-{2,}", "-", plain).strip("-")


def is_slug(text: str) -> bool:
    """Tell whether a text can stand as one segment of a path as it is."""
    allowed = (one.isalnum() or one in "_.~-" or _is_mark(one) for one in text)
    return not text.startswith(".") and any(map(str.isalnum, text)) and all(allowed)


@lru_cache(maxsize=1 << 14)
def fold_name(name: str) -> str:
    """Return what two spellings of one name share: case, blanks, hyphens and underscores aside."""
    return re.sub(r"[\s_-]+", "-", unicodedata.normalize("NFC", name).casefold().strip())


def _is_mark(character: str) -> bool:
    """Tell whether a character changes the letter before it, as vowel signs do."""
    return unicodedata.category(character).startswith("M")


def _without_mark(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if base.isascii() and base.isalnum() else letter
