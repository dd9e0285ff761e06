"""Runs of words: whether one text says what another does."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

# A slug or an address is one word, so that it says nothing of a text.
_WORD = re.compile(r"[^\W_]+(?:['’./_-]+[^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”\"’»)]*\s+|\n+")

Run = tuple[str, ...]
"""Words in a row, without their case."""


def words_of(text: str) -> list[str]:
    """Return the words of a text, without their case and their punctuation."""
    return _WORD.findall(text.casefold().replace("’", "'"))


def runs_of(words: Sequence[str], length: int) -> Iterator[Run]:
    """Yield every run of so many words."""
    return zip(*(words[start:] for start in range(length)), strict=False)


def sentences_of(text: str) -> Iterator[Run]:
    """Yield the words of each sentence of a text."""
    return (tuple(words_of(sentence)) for sentence in _SENTENCE_END.split(text))


def says(words: Iterable[str], run: Run) -> bool:
    """Tell whether a run stands among some words."""
    return f" {' '.join(run)} " in f" {' '.join(words)} "


def longest_of(words: Sequence[str], runs: Collection[Run], length: int) -> int:
    """Return how many words in a row stand in runs of so many; 0 for none."""
    longest = current = 0
    for run in runs_of(words, length):
        current = current + 1 if run in runs else 0
        longest = max(longest, current)
    return longest + length - 1 if longest else 0
