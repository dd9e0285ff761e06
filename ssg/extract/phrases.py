"""How pages word what is no part of an article, in the languages of most of their readers."""

from __future__ import annotations

import re

from ssg.extract.phrase_list import AUTHOR_NOTES, HEADINGS, STARTS, WHOLE

_LONGEST = 300


def _any(phrases: str) -> str:
    return "|".join(phrase.strip() for phrase in " ".join(phrases.split()).split("¦"))


_HEADINGS = re.compile(rf"(?:{_any(HEADINGS)})\s*[:：.…>»→]*", re.IGNORECASE)
_STARTS = re.compile(rf"[\s\[(>»→▶*•#➡️👉📲|–—-]*(?:{_any(STARTS)})", re.IGNORECASE)
_WHOLE = re.compile(rf"(?:{_any(WHOLE)})", re.IGNORECASE)
_NAME = r"(?:[\w.’'-]+\s){1,4}(?:\([^)]{1,40}\)\s)?"
_CREDITS = (
    r"[^.]{3,150} contributed (?:to (?:this|the)|reporting)\b|(?:additional )?reporting by\b"
    r"|(?:edited|compiled|written) by\b|\((?:additional )?(?:reporting|writing|editing) by\b"
    r"|with (?:reporting|files) (?:by|from)\b"
)
_AUTHOR_NOTE = re.compile(rf"(?:{_NAME}(?:{_any(AUTHOR_NOTES)})|{_CREDITS})", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:by|von|par|por|di|door|av|af|от|автор:?|text:|author:?|written by|story by|updated|"
    r"published|posted|last (?:updated|modified)|veröffentlicht|aktualisiert|stand|publié|"
    r"mis à jour|modifié|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|опубликовано)"
    r"\b.{0,120}",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\W*(?:[^\W\d]{2,12}[.,]?\s+){0,2}\d{1,4}[\s./:-].{0,45}"
    r"(?:(?:19|20)\d\d|\d\d?[:.h]\d\d|uhr|[ap]\.?m\.?|ago).{0,40}"
    r"|\d+ (?:\w+ )?(?:minutes?|hours?|days?) ago",
    re.IGNORECASE,
)


def opens_boilerplate(text: str) -> bool:
    """Tell whether a heading stands over a list of other pieces, a form, or comments."""
    return len(text) < 90 and bool(_HEADINGS.fullmatch(text.strip()))


def is_boilerplate(text: str) -> bool:
    """Tell whether a paragraph is a label, or a call to read, follow or pay for something else."""
    return len(text) <= _LONGEST and bool(_STARTS.match(text) or _WHOLE.fullmatch(text.strip()))


def is_author_note(text: str) -> bool:
    """Tell whether a last paragraph says who wrote the piece."""
    return len(text) <= 2 * _LONGEST and bool(_AUTHOR_NOTE.match(text))


def is_byline(text: str) -> bool:
    """Tell whether a line before the text says who wrote it, or when."""
    text = text.strip()
    if len(text) > 160 or text.endswith((".", "!", "?", "”", '"', ":", "»", "“")):
        return False
    return bool(_BYLINE.fullmatch(text) or _DATE.fullmatch(text))
