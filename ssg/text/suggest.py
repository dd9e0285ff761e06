"""Did you mean …?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

_CLOSE = 0.72


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that the word was most likely meant to be, if one is close.

    Case and delimiters do not count: ``base-url`` is ``base_url``.
    """
    folded = _fold(word)
    best: tuple[float, str] | None = None
    for candidate in sorted(set(candidates)):
        score = SequenceMatcher(None, folded, _fold(candidate)).ratio()
        if score >= _CLOSE and (best is None or score > best[0]):
            best = (score, candidate)
    return best[1] if best else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Return the question as a hint, or an empty text when nothing is close."""
    candidate = nearest(word, candidates)
    return f'did you mean "{candidate}"?' if candidate else ""


def _fold(word: str) -> str:
    return re.sub(r"[\s_.-]+", "", word.casefold())
