"""Counting words."""

from __future__ import annotations

import re

# Chinese and Japanese run without blanks: two signs read about as fast as one word.
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_WORD = re.compile(r"\w+(?:['’.,״׳-]\w+)*")
_WORDS_A_MINUTE = 230


def count_words(text: str) -> int:
    """Return how many words a plain text has."""
    text, ideographs = _IDEOGRAPHS.subn(" ", text)
    pieces = text.split()
    # Most are letters alone, and need no closer look.
    others = [piece for piece in pieces if not piece.isalnum()]
    plain = len(pieces) - len(others)
    return plain + len(_WORD.findall(" ".join(others))) + (ideographs + 1) // 2


def reading_minutes(words: int) -> int:
    """Return the minutes an adult takes to read so many words, at least one."""
    return max(1, round(words / _WORDS_A_MINUTE))


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 error``, ``2 errors``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
