"""Which articles are near each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ssg.relate.index import Index
from ssg.relate.nearest import LOOKED_AT, Nearest
from ssg.relate.vectors import Columns, Floats, Integers, Said, ranges, weigh
from ssg.text.term_counts import Ids

_NEIGHBOURS = 10
_AT_HAND = 4


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """The articles nearest to one, best first."""

    rows: Columns
    """Their numbers."""
    cosines: Floats
    """How much of what they say is the same, from 0 to 1."""
    times: Floats
    """What nearness in time multiplies that by."""
    scores: Floats
    """What came of it, those that are near to many damped."""


class Similarity:
    """Finds neighbours; what it found is kept in the index."""

    def __init__(self, index: Index, nearest: Nearest, hub: float) -> None:
        """Begin.

        Args:
            index: the articles.
            nearest: finds those nearest to each.
            hub: how far one that is near to many counts for less with each; 0 is not at all.

        """
        self._vectors = index.vectors
        self._days = index.days
        self._rules = index.rules
        self._hub = hub
        self._nearest = nearest
        self._query = np.zeros(max(len(self._vectors.vocabulary.ids), 1), np.float32)
        # How near an article is to its own neighbours; not a number until it is asked for.
        self._densities = np.full(self._vectors.rows, np.nan, np.float32)
        # Asked for by what happened next, and at once by what is related.
        self.neighbours = lru_cache(_AT_HAND)(self._neighbours)

    def _neighbours(self, row: int) -> Neighbours:
        """Return the articles nearest to an article.

        Those that are near to many are damped by their own nearness to their neighbours (local
        scaling: Zelnik-Manor and Perona, 2004; against hubs: Schnitzer et al., 2012).
        """
        rows, cosines, scores = self._nearest.of(row)
        times = self._rules.between(self._days, row, rows)
        return self._damped(rows, cosines, times, scores)

    def of_text(self, said: Said, day: float) -> Neighbours:
        """Return the articles nearest to a text from elsewhere, which is not counted among them.

        Args:
            said: what it says, counted.
            day: when it appeared, in days.

        """
        rows, cosines = self._nearest.of_text(*weigh(said, self._vectors.vocabulary))
        times = self._rules.at(day, self._days[rows])
        scores = cosines * times
        best = np.lexsort((rows, -scores))[:LOOKED_AT]
        return self._damped(rows[best], cosines[best], times[best], scores[best])

    def _damped(self, rows: Columns, cosines: Floats, times: Floats, scores: Floats) -> Neighbours:
        for other in rows[np.isnan(self._densities[rows])].tolist():
            self._densities[other] = self._density(other)
        scores = damped(scores, self._densities[rows], self._hub)
        order = np.lexsort((rows, -scores))
        return Neighbours(rows[order], cosines[order], times[order], scores[order])

    def _density(self, row: int) -> float:
        """Return how near an article is to its own neighbours."""
        return float(densities_of(self._nearest.of(row)[2][None])[0])

    def cosines(self, row: int, others: Columns) -> Floats:
        """Return how much some articles say the same as one, from 0 to 1."""
        numbers, _, products = self._products(row, others)
        return np.bincount(numbers, products, len(others)).astype(np.float32)

    def alike(self, row: int, others: Sequence[int], least: float) -> bool:
        """Tell whether an article says at least so much the same as one of some others."""
        rows, cosines, _ = self._nearest.of(row)
        twins = rows[cosines >= least]
        if len(twins) < LOOKED_AT:
            return not set(others).isdisjoint(twins.tolist())
        # There may be more of them than were kept.
        return bool(len(others) and self.cosines(row, np.array(others, np.int32)).max() >= least)

    def shared(self, row: int, others: Sequence[int]) -> list[tuple[Ids, Floats]]:
        """Return the terms that one article shares with each of some others.

        Returns:
            For each the digests of the terms, and what each gives, most first.

        """
        numbers, columns, products = self._products(row, np.array(others, np.int32))
        order = np.lexsort((columns, -products, numbers))
        ids, products = self._vectors.vocabulary.ids[columns[order]], products[order]
        ends = np.cumsum(np.bincount(numbers, minlength=len(others))).tolist()
        return [
            (ids[start:end], products[start:end])
            for start, end in zip([0, *ends], ends, strict=False)
        ]

    def _products(self, row: int, others: Columns) -> tuple[Integers, Columns, Floats]:
        """Return the terms that one article shares with some others, and what each gives.

        Returns:
            Which of the others, the terms, and what they give.

        """
        vectors = self._vectors
        own = vectors.row(row)
        sizes = vectors.starts[others + 1] - vectors.starts[others]
        places = ranges(vectors.starts[others], sizes)
        columns = vectors.columns[places]
        self._query[vectors.columns[own]] = vectors.weights[own]
        factors = self._query[columns]
        self._query[vectors.columns[own]] = 0
        shared = np.flatnonzero(factors)
        numbers = np.repeat(np.arange(len(others)), sizes)[shared]
        return numbers, columns[shared], factors[shared] * vectors.weights[places[shared]]


def densities_of(scores: Floats) -> Floats:
    """Return for each row of scores, best first, how near an article is to its own neighbours."""
    # An article with few neighbours is no hub, however near they are.
    sums = scores[:, :_NEIGHBOURS].sum(axis=1, dtype=np.float64)
    return np.asarray(sums / _NEIGHBOURS + 1e-3, np.float32)


def damped(scores: Floats, densities: Floats, hub: float) -> Floats:
    """Return scores, those of articles that are near to many lowered by as much as ``hub`` says."""
    return np.asarray(scores / densities**hub, np.float32)
