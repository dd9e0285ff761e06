"""Which articles are near each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ssg.relate.vectors import Columns, Floats, Integers, Postings, Vectors, postings_of, ranges
from ssg.text.term_counts import Ids

_KEPT = 32
_NEIGHBOURS = 10
# Articles that have less than this in common have nothing in common.
_LEAST = 0.03


@dataclass(frozen=True, slots=True)
class Tuning:
    """How nearness becomes a score."""

    event: float = 0.6
    """What articles of the same weeks gain: on top of 1, falling to a third in 30 days."""
    affair: float = 0.6
    """What articles of the same years gain: likewise, in 600 days."""
    hub: float = 0.5
    """How far an article that is near to many counts for less with each; 0 is not at all."""


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
    """Finds neighbours; what it found is kept for as long as it lives."""

    def __init__(self, vectors: Vectors, days: NDArray[np.float64], tuning: Tuning) -> None:
        """Begin.

        Args:
            vectors: the articles.
            days: when each was published, in days.
            tuning: how nearness becomes a score.

        """
        self._vectors = vectors
        self._days = days
        self._tuning = tuning
        self._query = np.zeros(max(len(vectors.vocabulary.ids), 1), np.float32)
        self._near: dict[int, Neighbours] = {}
        self._damped: dict[int, Neighbours] = {}
        # How near an article is to its own neighbours; not a number until it is asked for.
        self._densities = np.full(vectors.rows, np.nan, np.float32)

    def neighbours(self, row: int) -> Neighbours:
        """Return the articles nearest to an article.

        Those that are near to many are damped by their own nearness to their neighbours (local
        scaling: Zelnik-Manor and Perona, 2004; against hubs: Schnitzer et al., 2012).
        """
        if row not in self._damped:
            near = self._undamped(row)
            for other in near.rows[np.isnan(self._densities[near.rows])].tolist():
                self._undamped(other)
            scores = near.scores / self._densities[near.rows] ** self._tuning.hub
            order = np.lexsort((near.rows, -scores))
            self._damped[row] = Neighbours(
                near.rows[order], near.cosines[order], near.times[order], scores[order]
            )
        return self._damped[row]

    def cosines(self, row: int, others: Columns) -> Floats:
        """Return how much some articles say the same as one, from 0 to 1."""
        numbers, _, products = self._products(row, others)
        return np.bincount(numbers, products, len(others)).astype(np.float32)

    def alike(self, row: int, others: Sequence[int], least: float) -> bool:
        """Tell whether an article says at least so much the same as one of some others."""
        near = self._undamped(row)
        twins = near.rows[near.cosines >= least]
        if len(twins) < _KEPT:
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

    def _undamped(self, row: int) -> Neighbours:
        if row not in self._near:
            cosines = self._all_cosines(row)
            rows = np.flatnonzero(cosines >= _LEAST).astype(np.int32)
            cosines, times = cosines[rows], self._time(row, rows)
            scores = cosines * times
            if len(rows) > _KEPT:
                # Of equal ones always the same: the order of a partition says nothing.
                good = np.flatnonzero(scores >= np.partition(scores, -_KEPT)[-_KEPT])
                rows, cosines, times, scores = rows[good], cosines[good], times[good], scores[good]
            order = np.lexsort((rows, -scores))[:_KEPT]
            near = Neighbours(rows[order], cosines[order], times[order], scores[order])
            # An article with few neighbours is no hub, however near they are.
            density = float(near.scores[:_NEIGHBOURS].sum()) / _NEIGHBOURS
            self._near[row], self._densities[row] = near, density + 1e-3
        return self._near[row]

    @cached_property
    def _postings(self) -> Postings:
        return postings_of(self._vectors)

    def _all_cosines(self, row: int) -> Floats:
        """Return how much each article says the same as one, from 0 to 1; 0 for itself."""
        vectors, postings = self._vectors, self._postings
        own = vectors.row(row)
        starts = postings.starts[vectors.columns[own]]
        sizes = postings.starts[vectors.columns[own] + 1] - starts
        places = ranges(starts, sizes)
        products = postings.weights[places] * np.repeat(vectors.weights[own], sizes)
        found = np.bincount(postings.rows[places], products, vectors.rows).astype(np.float32)
        found[row] = 0
        return found

    def _time(self, row: int, others: Columns) -> Floats:
        distance = np.abs(self._days[others] - self._days[row])
        event = self._tuning.event * np.exp(-distance / 30)
        affair = self._tuning.affair * np.exp(-distance / 600)
        return np.asarray(1 + event + affair, np.float32)
