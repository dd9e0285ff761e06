"""The terms of a text: its words, folded to one form, and pairs of neighbours."""

from __future__ import annotations

import re
import unicodedata

from ssg.text.stop_words import stop_words

_TOKEN = re.compile(r"\w++(?:['’.&״׳]\w++)*+|[.!?:…。！？\n\"“”‘«»(\[]")
_LONGEST = 40
# Articles and pronouns that lose their vowel before another: they are no part of the word.
_ELIDED = re.compile(
    r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|dall|nell|sull|all|coll|quest)['’](?=\w)",
    re.IGNORECASE,
)
_ELIDING = ("fr", "it", "ca")
# And, the, in, to, from, that, as: letters joined to the word that follows.
_HEBREW_PREFIXES = "והבלכמש"
_HEBREW_FINALS = str.maketrans("םןךףץ", "מנכפצ")


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


def without_elisions(text: str, language: str) -> str:
    """Return a text in which an article such as the French ``l’`` is parted from its word."""
    if language.split("-")[0].lower() not in _ELIDING:
        return text
    return _ELIDED.sub(" ", text)


def term_of(word: str, language: str) -> str:
    """Return the folded form of a word; empty for a stop word, a single letter, or a sign.

    A word all in capitals is no stop word: the US is not us.
    """
    folded = unicodedata.normalize("NFKC", word).casefold().replace("’", "'")
    folded = folded.removesuffix("'s").replace("'", "").replace(".", "")
    folded = folded.replace("״", "").replace("׳", "")
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
    elif language == "es":
        word = word[:-1] if word.endswith("s") else word
        return word[:-1] if len(word) > 4 and word[-1] in "aeo" else word
    elif language == "he":
        return _hebrew_stem(word)
    elif language in ("fr", "pt", "it", "ca"):
        if word.endswith("aux"):
            return word[:-3] + "al"
        if word.endswith(("s", "x")) and not word.endswith(("ss", "us")):
            return word[:-1]
    return word


def _hebrew_stem(word: str) -> str:
    """Take off all that may be joined to the beginning, and the ending of the plural.

    All of it goes, whether it is joined or a part of the word, so that a word with and without it
    come to one form.
    """
    start = 0
    while len(word) - start > 3 and word[start] in _HEBREW_PREFIXES:
        start += 1
    word = word[start:]
    if len(word) > 4 and word.endswith(("ים", "ות")):
        word = word[:-2]
    return word.translate(_HEBREW_FINALS)
