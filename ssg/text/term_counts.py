"""The terms of an article, counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ssg.text.digest import term_id
from ssg.text.terms import term_of, tokens

Ids = NDArray[np.uint64]
Weights = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class TermCounts:
    """The terms of an article: words, pairs of neighbouring words, and tags.

    A term is known by a digest of 64 bits, so that articles can be counted apart from one another
    and compared afterwards.
    """

    ids: Ids
    """Each term once, in ascending order."""
    counts: Weights
    """How often it stands there; more for those of the title and the first paragraphs."""
    factors: Weights
    """What its kind adds: names weigh more than other words, pairs of words less."""
    places: NDArray[np.uint16]
    """Where it stands first, by number of word; none is beyond 65,535."""
    length: int
    """Words in all."""

    @property
    def pairs(self) -> Ids:
        """The digests of pairs of words."""
        return self._of_kind(PAIR_FACTOR)

    @property
    def names(self) -> Ids:
        """The digests of names."""
        return self._of_kind(NAME_FACTOR)

    def _of_kind(self, factor: float) -> Ids:
        found: Ids = self.ids[self.factors == np.float32(factor)]
        return found


# A headline says most in the fewest words; the first paragraph comes next.
TITLE_WEIGHT = 8.0
LEAD_WEIGHT = 1.0
LEAD_WORDS = 120
# A capitalised word within a sentence is a person, a place, an organisation.
NAME_FACTOR = 1.2
# Next to 1, so that a pair can be told from a word.
PAIR_FACTOR = 0.999

# The multiplier of a well-mixed hash of two numbers (from Knuth's golden ratio, 64 bits).
_MIX = np.uint64(0x9E3779B97F4A7C15)


def count_terms(title: str, text: str, language: str) -> TermCounts:
    """Return the terms of an article, counted."""
    words = _words(title, text)
    ids, names = _read(words, language)
    begin = words.index(_GAP) + 1
    weights = np.ones(len(ids), np.float32)
    weights[:begin] = TITLE_WEIGHT
    weights[begin : begin + LEAD_WORDS] += LEAD_WEIGHT
    # Headlines capitalise every word, so that only the text tells what is a name.
    if names[begin:].any():
        names[:begin] = False
    factors = np.where(names, np.float32(NAME_FACTOR), np.float32(1))
    left, right = ids[:-1], ids[1:]
    pairs = np.where((left != 0) & (right != 0), pair_ids(left, right), 0)
    return _add_up(
        np.concatenate([ids, pairs]),
        np.concatenate([weights, weights[:-1]]),
        np.concatenate([factors, np.full(len(pairs), PAIR_FACTOR, np.float32)]),
        len(ids) - 1,
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
    mixed: Ids = (left * _MIX) ^ (right >> np.uint64(1))
    return mixed


# Ends the title: a sign, so that no sentence goes on in the text, and no pair of words. No token
# holds a blank.
_GAP = "\n "
_LAST_PLACE = 0xFFFF


def _words(title: str, text: str) -> list[str]:
    return [*tokens(title), _GAP, *tokens(text)]


def _read(words: list[str], language: str) -> tuple[Ids, NDArray[np.bool_]]:
    """Return the digests of words, with 0 for gaps, and which of them are names."""
    numbers = np.fromiter(map(_numbers(language).__getitem__, words), np.uint64, len(words))
    names = (numbers & np.uint64(1)).astype(np.bool_) & (numbers != _SIGN)
    # A sentence begins with a capital whatever its word is.
    names[:1] = False
    names[1:] &= numbers[:-1] != _SIGN
    return numbers & ~np.uint64(1), names


def _add_up(ids: Ids, weights: Weights, factors: Weights, length: int) -> TermCounts:
    """Return each term once: the sum of its weights, and the largest of its factors."""
    # Stable, so that the first of equal terms is the one that stands first.
    order = np.argsort(ids, kind="stable")
    # Gaps are 0, and come first.
    order = order[len(ids) - np.count_nonzero(ids) :]
    ids = ids[order]
    if not len(ids):
        nothing = np.zeros(0, np.float32)
        return TermCounts(ids, nothing, nothing, np.zeros(0, np.uint16), length)
    first = np.concatenate([[0], np.flatnonzero(ids[1:] != ids[:-1]) + 1])
    # Words come before pairs, one for each place of both.
    places = order[first] % (length + 1)
    return TermCounts(
        ids=ids[first],
        counts=np.add.reduceat(weights[order], first),
        factors=np.maximum.reduceat(factors[order], first),
        places=np.minimum(places, _LAST_PLACE).astype(np.uint16),
        length=length,
    )


class Spellings:
    """How the terms of an article are spelt in it."""

    def __init__(self, counted: TermCounts, title: str, text: str, language: str) -> None:
        """Read an article whose terms were counted."""
        self._counted = counted
        self._words = _words(title, text)
        self._numbers = _numbers(language)
        self._found: dict[int, str] = {}

    def first(self, terms: Ids) -> list[str]:
        """Return the first spelling of each of some terms, empty where it doesn't stand there.

        A pair of words stands there as both, with a blank between them.
        """
        asked = terms.tolist()
        new = [term for term in asked if term not in self._found]
        known = self._counted.ids
        if new and len(known):
            numbers = np.searchsorted(known, np.array(new, np.uint64))
            places = self._counted.places[np.minimum(numbers, len(known) - 1)].tolist()
            for term, place in zip(new, places, strict=True):
                self._found[term] = self._at(place, term)
        return [self._found.get(term, "") for term in asked]

    def _at(self, place: int, term: int) -> str:
        words = self._words[place : place + 2]
        ids = [self._numbers[word] & ~1 for word in words]
        if ids and ids[0] == term:
            return words[0]
        pair = pair_ids(np.array(ids[:1], np.uint64), np.array(ids[1:], np.uint64))
        return " ".join(words) if pair.tolist() == [term] else ""
