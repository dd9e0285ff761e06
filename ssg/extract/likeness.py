"""How much of one text stands in another, word for word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ssg.text.digest import term_id

Shingles = NDArray[np.uint64]
"""The runs of words of a text, each once, as numbers in ascending order."""

_RUN = 5
# Fewer runs than these are a phrase that two texts may share by accident.
_FEWEST = 8
# Signs of scripts without blanks count as a word each.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_MIX = np.uint64(0x9E3779B97F4A7C15)


def shingles(text: str) -> Shingles:
    """Return the runs of five words of a plain text, by which it can be compared.

    Capitals, accents, signs and line ends make no difference.
    """
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    if len(words) < _RUN:
        return np.zeros(0, np.uint64)
    numbers = np.fromiter(map(_number, words), np.uint64, len(words))
    count = len(words) - _RUN + 1
    runs = np.zeros(count, np.uint64)
    for place in range(_RUN):
        runs = (runs ^ numbers[place : place + count]) * _MIX
        runs ^= runs >> np.uint64(29)
    return np.unique(runs)


def likeness(one: Shingles, other: Shingles) -> float:
    """Return which share of the shorter text stands in the longer, from 0 to 1.

    Two reports of one event in words of their own reach 0.05; the same text with another headline,
    a sentence more or a paragraph less stays above 0.7. What is too short to tell is 0.
    """
    shorter = min(len(one), len(other))
    if shorter < _FEWEST:
        return 0.0
    return len(np.intersect1d(one, other, assume_unique=True)) / shorter


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    decomposed = unicodedata.normalize("NFD", word)
    return term_id("".join(sign for sign in decomposed if not unicodedata.combining(sign)))
