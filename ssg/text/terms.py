"""The terms of a text: its words, folded to one form, and pairs of neighbours."""

from __future__ import annotations

import re
import unicodedata

from ssg.text.stop_words import stop_words

_TOKEN = re.compile(r"\w++(?:['’.&]\w++)*+|[.!?:…。！？\n\"“”‘«»(\[]")
_LONGEST = 40


def tokens(text: str) -> list[str]:
    """Return the words of a text and the signs after which a sentence may begin."""
    found: list[str] = []
    # An underscore is a letter to the engine of expressions, and to nobody else.
    for piece in text.replace("_", " ").split(" "):
        # Most are letters alone, and need no closer look.
        if piece.isalnum():
            found.append(piece)
        else:
            found += _TOKEN.findall(piece)
    return found


def term_of(word: str, language: str) -> str:
    """Return the folded form of a word; empty for a stop word, a single letter, or a sign.

    A word all in capitals is no stop word: the US is not us.
    """
    folded = unicodedata.normalize("NFKC", word).casefold().replace("’", "'")
    folded = folded.removesuffix("'s").replace("'", "").replace(".", "")
    if not 2 <= len(folded) <= _LONGEST:
        return ""
    if folded in stop_words(language) and not word.isupper():
        return ""
    return _stem(_without_marks(folded), language.split("-")[0].lower())


def _without_marks(word: str) -> str:
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _stem(word: str, language: str) -> str:
    """Take off the ending of the plural; what is left need not be a word, only one form."""
    if len(word) < 4 or not word.isalpha():
        return word
    if language == "en":
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        if word.endswith(("sses", "xes", "zes", "ches", "shes")):
            return word[:-2]
        if word.endswith("s") and not word.endswith(("ss", "us", "is")):
            return word[:-1]
    elif language == "de":
        for ending in ("ern", "em", "en", "er", "es", "e", "n", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                return word[: -len(ending)]
    elif language in ("fr", "es", "pt", "it", "ca"):
        if word.endswith("aux"):
            return word[:-3] + "al"
        if word.endswith(("s", "x")) and not word.endswith(("ss", "us")):
            return word[:-1]
    return word
