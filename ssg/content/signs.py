"""Quotation marks and blanks as each language sets them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

# Opening and closing double quotes, then single ones: those within.
_QUOTES: Mapping[str, Sequence[str]] = {
    "cs": "„“‚‘", "da": "»«›‹", "de": "„“‚‘", "de-ch": "«»‹›", "el": "«»“”", "en": "“”‘’",
    "es": "«»“”", "fi": "””’’", "fr": ("«\u202f", "\u202f»", "“", "”"), "fr-ch": "«»‹›",
    "he": "””’’", "hu": "„”»«", "it": "«»“”", "nb": "«»‘’", "nl": "“”‘’", "pl": "„”«»",
    "pt": "“”‘’", "ro": "„”«»", "ru": "«»„“", "sk": "„“‚‘", "sl": "„“‚‘", "sv": "””’’",
    "tr": "“”‘’", "uk": "«»„“",
}  # fmt: skip

# Gershayim stand before the last letter of an abbreviation; elsewhere a mark opens a quotation
# that is joined to a prefix.
_GERSHAYIM = re.compile(r'(?<=[א-ת])"(?=[א-ת](?![א-ת]))')
_GERESH = re.compile(r"(?<=[א-ת])'(?=[א-ת])")
_LAST_GERESH = re.compile(r"(?<=[א-ת])'(?!\w)")
_GERESH_TWICE = re.compile(r"(׳[א-ת]+)'(?!\w)")
_SINGLE_OPENING = re.compile(r"(?<!\w)'(?=\S)")
_AFTER_PREFIX = re.compile(r'(?<=[א-ת])"([^"]+)"(?![א-ת])')

# Only a blank that somebody wrote is kept from being broken; none is put in.
_BEFORE_COLON = re.compile(r"(?<!\s) (?=:(?:\s|$))")
_BEFORE_SIGN = re.compile(r"(?<!\s) (?=(?:[;?!]+(?:[\s)…]|$)|»))")
_AFTER_QUOTE = re.compile(r"« (?=\S)")


def quotes_of(language: str) -> Sequence[str]:
    """Return the opening and closing quotation marks of a language, and those within them."""
    tag = language.lower()
    return _QUOTES.get(tag) or _QUOTES.get(tag.split("-")[0]) or _QUOTES["en"]


def add_signs(md: MarkdownIt, language: str) -> None:
    """Let a Markdown parser set what a language sets besides quotation marks."""
    change = _CHANGES.get(language.lower().split("-")[0])
    if change is None:
        return

    def signs(state: StateCore) -> None:
        for token in state.tokens:
            for child in token.children or ():
                if child.type == "text":
                    child.content = change(child.content)

    md.core.ruler.before("smartquotes", "signs", signs)


def hebrew_signs(text: str) -> str:
    """Return a text with geresh, gershayim, and quotation marks after a prefix."""
    text = _GERESH.sub("׳", _GERSHAYIM.sub("״", text))
    text = _GERESH_TWICE.sub(r"\1׳", text)
    if not _SINGLE_OPENING.search(text):
        text = _LAST_GERESH.sub("׳", text)
    return _AFTER_PREFIX.sub(r"”\1”", text)


def french_signs(text: str) -> str:
    """Return a text in which no line breaks before a sign, or within guillemets."""
    text = _BEFORE_SIGN.sub("\u202f", _BEFORE_COLON.sub("\u00a0", text))
    return _AFTER_QUOTE.sub("«\u202f", text)


_CHANGES: Mapping[str, Callable[[str], str]] = {"fr": french_signs, "he": hebrew_signs}
