"""Articles as vectors of weighted terms."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ssg.text.term_counts import Ids, TermCounts

Integers = NDArray[np.int64]
Columns = NDArray[np.int32]
Floats = NDArray[np.float32]

Said = tuple[TermCounts, TermCounts]
"""What an article says, and what its editors say of it: its tags and its thread."""

# What a word, a name, a pair of words, a tag and a thread count for: a tag is a word that somebody
# chose; a thread is the same story by the editors' own word.
FACTORS = (1.0, 1.2, 1.0, 3.0, 4.0)
# How far a longer text counts for less a word, as in BM25.
LENGTH = 0.4
# Rarity and length go by steps, so that an article more or less leaves most weights as they are.
_LENGTH_STEP = 1.25
# The weightiest terms say what an article is about; more cost time and add next to nothing.
_TERMS = 256
# A term in more than half of all articles tells none of them apart, nor does one in so many.
_COMMONEST, _FEW, _MANY = 0.5, 3, 2_048
# Weights are multiples of this: sums of products of two of them are exact, in whatever order.
_GRAIN = 1 / 65_536


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The terms that stand in more than one article."""

    ids: Ids
    """Each once, in ascending order."""
    frequencies: Columns
    """In how many articles each stands."""
    articles: int
    """How many articles there are."""
    length: float
    """Words of an article, in the mean."""

    @property
    def steps(self) -> float:
        """How often the number of articles can be halved, by steps."""
        # Of very few articles any two may well share what they are about.
        return math.floor(math.log2(max(self.articles, 7) + 1)) + 0.5

    @property
    def most(self) -> float:
        """In how many articles a term may stand at most."""
        return min(max(_COMMONEST * self.articles, _FEW), _MANY)

    @cached_property
    def rarities(self) -> Floats:
        """What each term weighs by being rare: the logarithm of the inverse frequency (idf), in
        steps of a factor of two.
        """
        found = (self.steps - np.floor(np.log2(self.frequencies))) * math.log(2)
        found[self.frequencies > self.most] = 0
        return np.asarray(found.clip(min=0), np.float32)

    def rarities_of(self, terms: Ids) -> Floats:
        """Return what some terms weigh; nothing where one does not stand in two articles."""
        if not len(self.ids):
            return np.zeros(len(terms), np.float32)
        places = np.minimum(np.searchsorted(self.ids, terms), len(self.ids) - 1)
        return np.where(self.ids[places] == terms, self.rarities[places], np.float32(0))

    @cached_property
    def usual_length(self) -> float:
        """The length of articles, by steps."""
        step = math.log(_LENGTH_STEP)
        return math.exp(step * round(math.log(max(self.length, 1.0)) / step))


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """Rows of a sparse matrix, each of length 1."""

    vocabulary: Vocabulary
    """The terms: a column is a place in it."""
    starts: Integers
    """Where the terms of each article begin; one more at the end."""
    columns: Columns
    """Terms, article after article, in ascending order."""
    weights: Floats
    """Their weights."""

    @property
    def rows(self) -> int:
        """How many articles there are."""
        return len(self.starts) - 1

    def row(self, row: int) -> slice:
        """Return where the terms of an article stand."""
        return slice(int(self.starts[row]), int(self.starts[row + 1]))


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """The same matrix by columns: for each term the articles in which it stands."""

    starts: Integers
    """Where the articles of each term begin; one more at the end."""
    rows: Columns
    """Articles, term after term, in ascending order."""
    weights: Floats
    """What the term weighs in each."""


def vocabulary_of(articles: Sequence[Said]) -> Vocabulary:
    """Return the terms that stand in more than one article."""
    nothing = np.zeros(0, np.uint32)
    ids = np.sort(np.concatenate([nothing, *(part.ids for one in articles for part in one)]))
    begins = np.flatnonzero(np.concatenate([ids[:1] == ids[:1], ids[1:] != ids[:-1]]))
    frequencies = np.diff(begins, append=len(ids)).astype(np.int32)
    shared = frequencies > 1
    length = float(np.mean([text.length for text, _ in articles])) if articles else 0.0
    return Vocabulary(ids[begins[shared]], frequencies[shared], len(articles), length)


def build_vectors(articles: Sequence[Said], vocabulary: Vocabulary) -> Vectors:
    """Return articles as vectors."""
    rows = [weigh(one, vocabulary) for one in articles]
    sizes = [len(columns) for columns, _ in rows]
    return Vectors(
        vocabulary=vocabulary,
        starts=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        columns=np.concatenate([np.zeros(0, np.int32), *(columns for columns, _ in rows)]),
        weights=np.concatenate([np.zeros(0, np.float32), *(weights for _, weights in rows)]),
    )


def weigh(said: Said, vocabulary: Vocabulary) -> tuple[Columns, Floats]:
    """Return an article as a vector: sublinear counts, rarity, length 1 (cosine).

    Salton and Buckley, "Term-weighting approaches in automatic text retrieval" (1988); the
    length of a text is allowed for as in BM25 (Robertson et al., 1994).
    """
    ids = np.concatenate([part.ids for part in said])
    places = np.searchsorted(vocabulary.ids, ids)
    places[places == len(vocabulary.ids)] = 0
    shared = np.flatnonzero(vocabulary.ids[places] == ids) if len(vocabulary.ids) else places[:0]
    columns = places[shared].astype(np.int32)
    counts = np.concatenate([part.counts for part in said])[shared].astype(np.float32)
    kinds = np.concatenate([part.kinds for part in said])[shared]
    counts /= np.float32(1 - LENGTH + LENGTH * said[0].length / vocabulary.usual_length)
    sublinear = np.where(counts >= 1, 1 + np.log(np.maximum(counts, 1)), counts)
    weights = sublinear * np.asarray(FACTORS, np.float32)[kinds] * vocabulary.rarities[columns]
    # The bits of positive floats sort as their values do; of equal weights the last terms stay.
    ranks = weights.view(np.uint32).astype(np.uint64) << np.uint64(32) | columns.astype(np.uint64)
    if len(ranks) > _TERMS:
        ranks = np.partition(ranks, -_TERMS)[-_TERMS:]
    columns = (ranks & np.uint64(0xFFFFFFFF)).astype(np.int32)
    weights = (ranks >> np.uint64(32)).astype(np.uint32).view(np.float32)
    norm = math.sqrt(float(np.square(weights, dtype=np.float64).sum()))
    weights = np.round(weights / np.float32(max(norm, 1e-12) * _GRAIN)) * np.float32(_GRAIN)
    kept = np.flatnonzero(weights)
    order = kept[np.argsort(columns[kept])]
    return columns[order], weights[order]


def postings_of(vectors: Vectors) -> Postings:
    """Return for each term the articles in which it stands."""
    rows = np.repeat(np.arange(vectors.rows, dtype=np.int32), np.diff(vectors.starts))
    sizes = np.bincount(vectors.columns, minlength=len(vectors.vocabulary.ids))
    order = _stable_order(vectors.columns)
    return Postings(
        starts=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        rows=rows[order],
        weights=vectors.weights[order],
    )


def _stable_order(columns: Columns) -> Integers:
    """Return the order of columns, rows as they were within each.

    By halves: whole numbers of 16 bits are sorted by radix, several times as fast.
    """
    low = np.argsort(columns.astype(np.uint16), kind="stable")
    high = np.argsort((columns >> 16).astype(np.uint16)[low], kind="stable")
    return np.asarray(low[high], np.int64)


def ranges(starts: Integers, sizes: Integers) -> Integers:
    """Return the places of several ranges, one after another."""
    places = np.arange(int(sizes.sum()), dtype=np.int64)
    places += np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
    return places
