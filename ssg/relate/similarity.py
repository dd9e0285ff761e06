"""Which articles are near each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ssg.relate.vectors import Columns, Floats, Integers, Vectors

T = TypeVar("T", bound=np.generic)

# Enough to find what a full comparison finds; more costs time and changes nothing measurable.
_TERMS = 48
_POSTINGS = 128
_CANDIDATES = 64
_KEPT = 32
_NEIGHBOURS = 10


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
        self._query = np.zeros(max(len(vectors.terms), 1), np.float32)
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
        vectors = self._vectors
        own = slice(vectors.starts[row], vectors.starts[row + 1])
        starts, ends = vectors.starts[others], vectors.starts[others + 1]
        found = np.zeros(len(others), np.float32)
        filled = np.flatnonzero(ends > starts)
        if not len(filled):
            return found
        starts, ends = starts[filled], ends[filled]
        self._query[vectors.columns[own]] = vectors.weights[own]
        products = self._query[_slices(vectors.columns, starts, ends)]
        products *= _slices(vectors.weights, starts, ends)
        self._query[vectors.columns[own]] = 0
        found[filled] = np.add.reduceat(products, np.cumsum(ends - starts) - (ends - starts))
        return found

    def alike(self, row: int, others: Sequence[int], least: float) -> bool:
        """Tell whether an article says at least so much the same as one of some others."""
        near = self._undamped(row)
        twins = near.rows[near.cosines >= least]
        if len(twins) < _KEPT:
            return not set(others).isdisjoint(twins.tolist())
        # There may be more of them than were kept.
        return bool(len(others) and self.cosines(row, np.array(others, np.int32)).max() >= least)

    def shared(self, row: int, other: int) -> tuple[NDArray[np.uint64], Floats]:
        """Return the digests of the terms two articles share, and what each gives, most first."""
        vectors = self._vectors
        own = slice(vectors.starts[row], vectors.starts[row + 1])
        its = slice(vectors.starts[other], vectors.starts[other + 1])
        self._query[vectors.columns[own]] = vectors.weights[own]
        products = self._query[vectors.columns[its]] * vectors.weights[its]
        self._query[vectors.columns[own]] = 0
        places = np.flatnonzero(products)
        columns, products = vectors.columns[its][places], products[places]
        order = np.lexsort((columns, -products))
        return vectors.terms[columns[order]], products[order]

    def _undamped(self, row: int) -> Neighbours:
        if row not in self._near:
            rows = self._gather(row)
            cosines, times = self.cosines(row, rows), self._time(row, rows)
            scores = cosines * times
            order = np.lexsort((rows, -scores))[:_KEPT]
            near = Neighbours(rows[order], cosines[order], times[order], scores[order])
            # An article with few neighbours is no hub, however near they are.
            density = float(near.scores[:_NEIGHBOURS].sum()) / _NEIGHBOURS
            self._near[row], self._densities[row] = near, density + 1e-3
        return self._near[row]

    def _gather(self, row: int) -> Columns:
        """Return the articles that share the weightiest terms of one, the most promising."""
        vectors = self._vectors
        start = vectors.starts[row]
        end = min(vectors.starts[row + 1], start + _TERMS)
        columns, weights = vectors.columns[start:end], vectors.weights[start:end]
        begins = vectors.posting_starts[columns]
        ends = np.minimum(vectors.posting_starts[columns + 1], begins + _POSTINGS)
        parts = _slices(vectors.posting_weights, begins, ends)
        parts = parts * np.repeat(weights, ends - begins)
        rows = _slices(vectors.posting_rows, begins, ends)
        sums = np.bincount(rows, parts, vectors.rows)
        sums[row] = 0
        found = np.flatnonzero(sums)
        if len(found) > _CANDIDATES:
            found = found[_at_least(sums[found], _CANDIDATES, self._most_time)]
            scores = sums[found] * self._time(row, found)
            # Of equal ones always the same: the order of a partition says nothing.
            found = found[np.lexsort((found, -scores))[:_CANDIDATES]]
        return np.sort(found).astype(np.int32)

    @property
    def _most_time(self) -> float:
        return 1 + self._tuning.event + self._tuning.affair

    def _time(self, row: int, others: Columns | Integers) -> Floats:
        distance = np.abs(self._days[others] - self._days[row])
        event = self._tuning.event * np.exp(-distance / 30)
        affair = self._tuning.affair * np.exp(-distance / 600)
        return np.asarray(1 + event + affair, np.float32)


def _at_least(values: NDArray[Any], count: int, factor: float) -> Integers:
    """Return the places of values that can be among the largest when each is multiplied by a
    number from 1 to a factor.
    """
    last = np.partition(values, -count)[-count]
    return np.flatnonzero(values * factor >= last)


def _slices(values: NDArray[T], starts: Integers, ends: Integers) -> NDArray[T]:
    """Return several ranges of an array, one after another."""
    ranges = zip(starts.tolist(), ends.tolist(), strict=True)
    parts = [values[start:end] for start, end in ranges]
    return np.concatenate(parts) if parts else values[:0]
