"""The terms of an article, counted."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ssg.text.digest import term_id
from ssg.text.terms import term_of, tokens, without_elisions

Ids = NDArray[np.uint32]
Counts = NDArray[np.uint16]
Kinds = NDArray[np.uint8]

# What a term is.
WORD, NAME, PAIR, TAG, THREAD = range(5)


@dataclass(frozen=True, slots=True, eq=False)
class TermCounts:
    """The terms of an article: words, pairs of neighbouring words; tags and threads likewise.

    A term is known by a digest, so that articles can be counted apart from one another and
    compared afterwards.
    """

    ids: Ids
    """Each term once, in ascending order."""
    counts: Counts
    """How often it stands there; more for those of the title and the first paragraphs."""
    kinds: Kinds
    """What it is: a word, a name, a pair of words, a tag, a thread."""
    length: int
    """Words in all."""


class Counted(NamedTuple):
    """An article, counted."""

    terms: TermCounts
    """Its terms."""
    spellings: Mapping[int, str]
    """How those are spelt that can be named as what it is about."""
    nameable: bytes
    """Which those are: a bit for each of the terms, in their order."""


# A headline says most in the fewest words; the first paragraphs come next.
TITLE_WEIGHT = 8
LEAD_WEIGHT = 1
LEAD_WORDS = 120
# What the title or the first paragraphs say, or the text says so often, is what an article is
# about; so are names.
_OFTEN = 2
# Of a long text the terms that stand there most; which of those that stand there once is left to
# their digests, so that they are the same ones in every text.
_MOST_TERMS = 768
_LARGEST = 0xFFFF

# The multiplier of a well-mixed hash of two numbers (from Knuth's golden ratio, 32 bits).
_MIX = np.uint32(0x9E3779B1)


def count_terms(title: str, text: str, language: str) -> Counted:
    """Return the terms of an article, counted."""
    title, text = without_elisions(title, language), without_elisions(text, language)
    words = [*tokens(title), _GAP, *tokens(text)]
    ids, names = _read(words, language)
    begin = words.index(_GAP) + 1
    weights = np.ones(len(ids), np.int32)
    weights[:begin] = TITLE_WEIGHT
    weights[begin : begin + LEAD_WORDS] += LEAD_WEIGHT
    # Headlines capitalise every word, so that only the text tells what is a name.
    if names[begin:].any():
        names[:begin] = False
    left, right = ids[:-1], ids[1:]
    pairs = np.where((left != 0) & (right != 0), pair_ids(left, right), np.uint32(0))
    return _add_up(
        words,
        np.concatenate([ids, pairs]),
        np.concatenate([weights, weights[:-1]]),
        np.concatenate([names, names[:-1] & names[1:]]),
    )


class _Numbers(dict[str, int]):
    """The number of each word of a language, worked out once.

    An odd number is a term that stands there capitalised, an even one a term that doesn't.
    """

    def __init__(self, language: str) -> None:
        self._language = language

    def __missing__(self, word: str) -> int:
        number = _SIGN
        if word[0].isalnum():
            term = term_of(word, self._language)
            number = term_id(term) | word[0].isupper() if term else _NOTHING
        self[word] = number
        return number


# No term has one of these numbers.
_NOTHING, _SIGN = 0, 1


@lru_cache
def _numbers(language: str) -> _Numbers:
    return _Numbers(language)


def pair_ids(left: Ids, right: Ids) -> Ids:
    """Return the digests of pairs of neighbouring terms."""
    mixed: Ids = (left * _MIX) ^ (right >> np.uint32(1))
    return mixed


# Ends the title: a sign, so that no sentence goes on in the text, and no pair of words. No token
# holds a blank.
_GAP = "\n "


def _read(words: list[str], language: str) -> tuple[Ids, NDArray[np.bool_]]:
    """Return the digests of words, with 0 for gaps, and which of them are names."""
    # An array takes numbers in half the time that numpy does.
    numbers = np.frombuffer(array("I", map(_numbers(language).__getitem__, words)), np.uint32)
    names = (numbers & np.uint32(1)).astype(np.bool_) & (numbers != _SIGN)
    # A sentence begins with a capital whatever its word is.
    names[:1] = False
    names[1:] &= numbers[:-1] != _SIGN
    return numbers & ~np.uint32(1), names


def _add_up(
    words: list[str], ids: Ids, weights: NDArray[np.int32], names: NDArray[np.bool_]
) -> Counted:
    """Return each term once, with the sum of its weights.

    Args:
        words: the words, with the signs between them.
        ids: the digests of the words, then those of the pairs that begin with each.
        weights: what each counts for.
        names: which are names, or pairs of them.

    """
    # Stable, so that the first of equal terms is the one that stands first.
    order = np.argsort(ids, kind="stable")
    # Gaps are 0, and come first.
    order = order[len(ids) - np.count_nonzero(ids) :]
    ids = ids[order]
    if not len(ids):
        nothing = np.zeros(0, np.uint16)
        return Counted(TermCounts(ids, nothing, nothing.astype(np.uint8), len(words) - 1), {}, b"")
    first = np.concatenate([[0], np.flatnonzero(ids[1:] != ids[:-1]) + 1])
    ids, places = ids[first], order[first]
    counts = np.add.reduceat(weights[order], first)
    named = np.logical_or.reduceat(names[order], first)
    if len(ids) > _MOST_TERMS:
        ranks = (counts + named).astype(np.uint64) << np.uint64(32) | ids
        kept = np.sort(np.argpartition(ranks, -_MOST_TERMS)[-_MOST_TERMS:])
        ids, places, counts, named = ids[kept], places[kept], counts[kept], named[kept]
    single = places < len(words)
    about = named | (counts >= _OFTEN)
    nameable = np.flatnonzero(about)
    terms = TermCounts(
        ids=ids,
        counts=np.minimum(counts, _LARGEST).astype(np.uint16),
        kinds=np.where(single, np.where(named, NAME, WORD), PAIR).astype(np.uint8),
        length=len(words) - 1,
    )
    spellings = {
        term: words[place] if place < len(words) else " ".join(_pair_at(words, place))
        for term, place in zip(ids[nameable].tolist(), places[nameable].tolist(), strict=True)
    }
    return Counted(terms, spellings, np.packbits(about).tobytes())


def _pair_at(words: list[str], place: int) -> list[str]:
    return words[place - len(words) : place - len(words) + 2]
