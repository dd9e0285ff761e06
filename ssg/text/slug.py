"""Slugs: a name as the last segment of a path."""

from __future__ import annotations

import re
import unicodedata

# Letters that don't come apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ׳](?=\w)")


def slugify(text: str) -> str:
    """Return a slug of lower-case letters, digits and single hyphens; empty if nothing is left.

    Latin letters lose their marks; other scripts keep theirs, since there they make words.
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    plain = ""
    for character in _APOSTROPHES.sub("", folded):
        if character.isalnum():
            plain += _without_mark(character)
        elif unicodedata.category(character).startswith("M"):
            plain += "" if plain[-1:].isascii() else character
        else:
            plain += "-"
    return re.sub("-{2,}", "-", plain).strip("-")


def is_slug(text: str) -> bool:
    """Tell whether a text can stand as one segment of a path as it is."""
    return bool(re.fullmatch(r"[\w.~-]*\w[\w.~-]*", text)) and not text.startswith(".")


def fold_name(name: str) -> str:
    """Return what two spellings of one name share: case, blanks, hyphens and underscores aside."""
    return re.sub(r"[\s_-]+", "-", unicodedata.normalize("NFC", name).casefold().strip())


def _without_mark(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if base.isascii() and base.isalnum() else letter
