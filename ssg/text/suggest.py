"""Did you mean …?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

_CLOSE = 0.72
_PIECE = 3
_TELLING = 12
_LIKELY = 5


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


class Nearby:
    """Many candidates, prepared for being asked about many words.

    Comparing a word with thousands of paths takes seconds; here only those are compared that
    share the pieces which are rare among the candidates.
    """

    def __init__(self, candidates: Iterable[str]) -> None:
        """Prepare the candidates."""
        self._by_piece: dict[str, list[str]] = defaultdict(list)
        for candidate in sorted(set(candidates)):
            for piece in _pieces(candidate):
                self._by_piece[piece].append(candidate)

    def nearest(self, word: str) -> str | None:
        """Return the candidate that the word was most likely meant to be, if one is close."""
        known = [piece for piece in _pieces(word) if piece in self._by_piece]
        known.sort(key=lambda piece: (len(self._by_piece[piece]), piece))
        shared: Counter[str] = Counter()
        for piece in known[:_TELLING]:
            shared.update(self._by_piece[piece])
        likely = sorted(shared, key=lambda candidate: (-shared[candidate], candidate))
        return nearest(word, likely[:_LIKELY])


def _pieces(word: str) -> set[str]:
    folded = _fold(word)
    return {folded[start : start + _PIECE] for start in range(max(1, len(folded) - _PIECE + 1))}


def _fold(word: str) -> str:
    return re.sub(r"[\s_.-]+", "", word.casefold())
