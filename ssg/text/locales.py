"""Languages by their tags: which locale, which direction, which plural."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

_TAG = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*")
# Whole numbers up to this show every category that a language has for counts of articles; a
# category for millions alone, as French has one, is not among them.
_COUNTED_TO = 200

PLURALS = ("zero", "one", "two", "few", "many", "other")
"""The plural categories of the CLDR."""


def is_language(tag: str) -> bool:
    """Tell whether a text is a language tag such as ``en``, ``pt-BR`` or ``zh-Hant-TW``."""
    return bool(_TAG.fullmatch(tag))


def same_language(one: str, other: str) -> bool:
    """Tell whether two tags name the same language of the same region and script."""
    return one.casefold() == other.casefold()


@lru_cache(maxsize=64)
def known_locale(language: str) -> Locale | None:
    """Return the locale of a language tag; none where nothing is known of it."""
    parts = language.replace("_", "-").split("-")
    # What is known of the language serves for its variants.
    for end in range(len(parts), 0, -1):
        try:
            return Locale.parse("_".join(parts[:end]))
        except (UnknownLocaleError, ValueError):
            continue
    return None


def locale_of(language: str) -> Locale:
    """Return the locale of a language tag; English where nothing is known of it."""
    return known_locale(language) or Locale("en")


def direction_of(language: str) -> str:
    """Return ``ltr`` or ``rtl``."""
    return str(locale_of(language).text_direction)


def own_name(language: str) -> str:
    """Return what a language is called by those who speak it; its tag where nothing is known."""
    locale = known_locale(language)
    name = locale.get_display_name(locale) if locale else None
    return name[:1].upper() + name[1:] if name else language


def open_graph_locale(language: str) -> str:
    """Return a language with its territory, as Open Graph wants it: ``de_DE``."""
    locale = known_locale(language)
    if locale is None or locale.territory:
        return f"{locale.language}_{locale.territory}" if locale else language.replace("-", "_")
    known = "_".join(filter(None, (locale.language, locale.script)))
    likely = get_global("likely_subtags").get(known, "").split("_")
    return f"{locale.language}_{likely[-1]}" if len(likely) == 3 else locale.language


@lru_cache(maxsize=64)
def plurals_of(language: str) -> tuple[str, ...]:
    """Return the categories that a language has for counts, in the order of the CLDR."""
    plural = locale_of(language).plural_form
    found = {str(plural(number)) for number in range(_COUNTED_TO + 1)}
    return tuple(one for one in PLURALS if one in found)


def plural_of(number: float, language: str) -> str:
    """Return the category of a number."""
    return str(locale_of(language).plural_form(number))


def split_plural(key: str) -> tuple[str, str]:
    """Return a key without the plural category at its end, and that; empty where it has none."""
    base, _, category = key.rpartition("_")
    return (base, category) if base and category in PLURALS else (key, "")
