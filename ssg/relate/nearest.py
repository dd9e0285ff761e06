"""The articles nearest to each, found once and carried over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ssg.relate.vectors import Columns, Floats, Integers, Postings, Vectors, postings_of, ranges

# As many as are looked at, and some to spare: where a few of them go, the rest need not be
# searched for again.
LOOKED_AT = 32
_LISTED = 48
# Articles that have less than this in common have nothing in common.
_LEAST = 0.03
# So many articles are compared with all others before it pays to sort what all say by terms.
_FEW = 4

Days = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class TimeRules:
    """What nearness in time counts for."""

    event: float = 0.6
    """What articles of the same weeks gain: on top of 1, falling to a third in 30 days."""
    affair: float = 0.6
    """What articles of the same years gain: likewise, in 600 days."""

    def between(self, days: Days, row: int, others: Columns) -> Floats:
        """Return what nearness in time multiplies the nearness of one article to others by."""
        return self.at(float(days[row]), days[others])

    def at(self, day: float, days: Days) -> Floats:
        """Return what nearness in time to a day counts for, of some days."""
        distance = np.abs(days - day)
        event = self.event * np.exp(-distance / 30)
        affair = self.affair * np.exp(-distance / 600)
        return np.asarray(1 + event + affair, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class NearLists:
    """For each article a list of others, best first; rows of a table, ended by -1."""

    known: Mask
    """Which lists are there."""
    rows: Columns
    """The others."""
    cosines: Floats
    """How much of what they say is the same, from 0 to 1."""
    scores: Floats
    """The same times nearness in time."""
    least: Floats
    """The score above which nothing is missing."""


FoundLists = tuple[Integers, Columns, Floats, Floats, Floats]
"""Articles, and their lists."""


def no_lists(count: int) -> NearLists:
    """Return lists none of which is known."""
    return NearLists(
        known=np.zeros(count, np.bool_),
        rows=np.full((count, _LISTED), -1, np.int32),
        cosines=np.zeros((count, _LISTED), np.float32),
        scores=np.zeros((count, _LISTED), np.float32),
        least=np.zeros(count, np.float32),
    )


class Nearest:
    """Finds the nearest articles by an exact comparison, and keeps what it found."""

    def __init__(self, vectors: Vectors, days: Days, rules: TimeRules, lists: NearLists) -> None:
        """Begin.

        Args:
            vectors: the articles.
            days: when each was published, in days.
            rules: what nearness in time counts for.
            lists: what is known; grows.

        """
        self.lists = lists
        self._vectors = vectors
        self._days = days
        self._rules = rules
        self._compared = 0

    def of(self, row: int) -> tuple[Columns, Floats, Floats]:
        """Return the articles nearest to one, how much is the same, and their scores."""
        if not self.lists.known[row]:
            self._put(row, *self._candidates(row))
        length = np.count_nonzero(self.lists.rows[row, :LOOKED_AT] >= 0)
        own = (row, slice(length))
        return self.lists.rows[own], self.lists.cosines[own], self.lists.scores[own]

    def missing(self) -> list[int]:
        """Return the articles whose lists are not known."""
        found: list[int] = np.flatnonzero(~self.lists.known).tolist()
        return found

    def found(self, rows: Sequence[int]) -> FoundLists:
        """Return the lists of some articles, to be handed to another process."""
        for row in rows:
            self.of(row)
        own = np.array(rows, np.int64)
        lists = self.lists
        parts = (lists.rows[own], lists.cosines[own], lists.scores[own], lists.least[own])
        return (own, *parts)

    def take(self, found: FoundLists) -> None:
        """Take lists that another process found."""
        rows, *parts = found
        lists = self.lists
        for table, part in zip(
            (lists.rows, lists.cosines, lists.scores, lists.least), parts, strict=True
        ):
            table[rows] = part
        lists.known[rows] = True

    def carry(self, before: NearLists, places: Columns, changed: Integers) -> None:
        """Take over lists of a site of which a little has changed.

        Args:
            before: its lists.
            places: for each of its articles where it stands now, -1 where it is gone.
            changed: the articles that are new, or weigh otherwise.

        """
        lists = self.lists
        fresh = np.zeros(len(lists.known), np.bool_)
        fresh[changed] = True
        there = np.flatnonzero(before.known & (places >= 0))
        there = there[~fresh[places[there]]]
        now = places[there]
        # What ends a list leads to what ends a list.
        rows = np.append(places, np.int32(-1))[before.rows[there]]
        rows[(rows >= 0) & fresh[rows]] = -1
        lists.known[now] = True
        lists.rows[now], lists.cosines[now] = rows, before.cosines[there]
        lists.scores[now], lists.least[now] = before.scores[there], before.least[there]
        carried = lists.known.copy()
        additions = [self._additions(row, carried) for row in changed.tolist()]
        gaps = now[((rows < 0) != (before.rows[there] < 0)).any(axis=1)]
        self._merge(gaps, additions)

    def _additions(self, row: int, carried: Mask) -> tuple[Columns, Columns, Floats, Floats]:
        """Return the lists on which an article belongs, of those that were carried over, with what
        it counts for there; its own list is found by the way.
        """
        rows, cosines, scores = self._candidates(row)
        self._put(row, rows, cosines, scores)
        belongs = carried[rows] & (scores > self.lists.least[rows])
        others = rows[belongs]
        return others, np.full(len(others), row, np.int32), cosines[belongs], scores[belongs]

    def _merge(
        self, gaps: Columns, additions: list[tuple[Columns, Columns, Floats, Floats]]
    ) -> None:
        """Add articles to lists, and close the gaps in them."""
        lists = self.lists
        owners, others, cosines, scores = (
            np.concatenate(parts) for parts in zip(_NO_ADDITIONS, *additions, strict=True)
        )
        affected = np.unique(np.concatenate([gaps, owners]))
        order = np.argsort(owners, kind="stable")
        ends = np.searchsorted(owners[order], affected, "right")
        begins = np.searchsorted(owners[order], affected, "left")
        for row, begin, end in zip(affected.tolist(), begins.tolist(), ends.tolist(), strict=True):
            kept, own = lists.rows[row] >= 0, order[begin:end]
            self._put(
                row,
                np.concatenate([lists.rows[row][kept], others[own]]),
                np.concatenate([lists.cosines[row][kept], cosines[own]]),
                np.concatenate([lists.scores[row][kept], scores[own]]),
                float(lists.least[row]),
            )

    def _put(
        self, row: int, rows: Columns, cosines: Floats, scores: Floats, least: float = 0.0
    ) -> None:
        """Set the list of an article; one too short to say what is on it is forgotten."""
        lists = self.lists
        if least > 0:
            # Of those that score no more, some may be missing.
            above = np.flatnonzero(scores > least)
            rows, cosines, scores = rows[above], cosines[above], scores[above]
        full = len(rows) > _LISTED
        if full:
            # Of equal ones always the same: the order of a partition says nothing.
            good = np.flatnonzero(scores >= np.partition(scores, -_LISTED)[-_LISTED])
            rows, cosines, scores = rows[good], cosines[good], scores[good]
        order = np.lexsort((rows, -scores))[:_LISTED]
        lists.rows[row], lists.cosines[row], lists.scores[row] = -1, 0, 0
        lists.rows[row, : len(order)] = rows[order]
        lists.cosines[row, : len(order)] = cosines[order]
        lists.scores[row, : len(order)] = scores[order]
        lists.least[row] = scores[order[-1]] if full else least
        lists.known[row] = not least or len(order) >= LOOKED_AT

    def of_text(self, columns: Columns, weights: Floats) -> tuple[Columns, Floats]:
        """Return the articles that have something in common with a text from elsewhere.

        Args:
            columns: its terms.
            weights: their weights.

        Returns:
            The articles, in no order, and how much is the same.

        """
        cosines = self._products(columns, weights)
        rows = np.flatnonzero(cosines >= _LEAST).astype(np.int32)
        return rows, cosines[rows]

    def _candidates(self, row: int) -> tuple[Columns, Floats, Floats]:
        """Return the articles that have something in common with one."""
        cosines = self._all_cosines(row)
        rows = np.flatnonzero(cosines >= _LEAST).astype(np.int32)
        cosines = cosines[rows]
        return rows, cosines, cosines * self._rules.between(self._days, row, rows)

    @cached_property
    def _postings(self) -> Postings:
        return postings_of(self._vectors)

    def _all_cosines(self, row: int) -> Floats:
        """Return how much each article says the same as one, from 0 to 1; 0 for itself."""
        self._compared += 1
        few = self._compared <= _FEW
        found = self._by_articles(row) if few else self._by_terms(row)
        found[row] = 0
        return found

    def _by_articles(self, row: int) -> Floats:
        vectors = self._vectors
        own = vectors.row(row)
        weights = np.zeros(len(vectors.vocabulary.ids), np.float32)
        weights[vectors.columns[own]] = vectors.weights[own]
        # The sums are exact, in whatever order; of no term the sum would be that of the next.
        products = np.append(weights[vectors.columns] * vectors.weights, np.float32(0))
        sums = np.add.reduceat(products, vectors.starts[:-1], dtype=np.float64)
        sums[vectors.starts[:-1] == vectors.starts[1:]] = 0
        return np.asarray(sums, np.float32)

    def _by_terms(self, row: int) -> Floats:
        own = self._vectors.row(row)
        return self._products(self._vectors.columns[own], self._vectors.weights[own])

    def _products(self, columns: Columns, weights: Floats) -> Floats:
        """Return the products of a vector with those of all articles."""
        postings = self._postings
        starts = postings.starts[columns]
        sizes = postings.starts[columns + 1] - starts
        places = ranges(starts, sizes)
        products = postings.weights[places] * np.repeat(weights, sizes)
        return np.bincount(postings.rows[places], products, self._vectors.rows).astype(np.float32)


_NOTHING = np.zeros(0, np.float32)
_NO_ADDITIONS = (_NOTHING.astype(np.int32), _NOTHING.astype(np.int32), _NOTHING, _NOTHING)
