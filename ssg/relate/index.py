"""What all articles say, compared: made once, and carried over from one site to the next.

Rarity goes by steps, so that an article that is new or edited leaves nearly all weights as they
are. What it does change is found, and only that is worked out anew: the result is the same, bit
for bit, as if nothing had been known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ssg.relate.hashes import Hashes, digests_of
from ssg.relate.nearest import Days, Nearest, NearLists, TimeRules, no_lists
from ssg.relate.vectors import (
    Columns,
    Integers,
    Said,
    Vectors,
    Vocabulary,
    build_vectors,
    vocabulary_of,
    weigh,
)
from ssg.text.term_counts import Ids

# Where more than this part is new, all is made anew.
_MUCH = 0.2
# So many are compared anew sooner than all are written.
_FEW_COMPARED = 16
# To find terms in all texts their first bits are noted: for a few of them in a table that the
# processor keeps at hand.
_BITS, _FEW, _BITS_OF_FEW = 24, 8_192, 17


@dataclass(frozen=True, slots=True)
class Entry:
    """An article, as it is compared."""

    key: bytes
    """A digest of all that it is compared by."""
    day: float
    """When it was published, in days."""
    fetch: Callable[[], Said]
    """Fetches what it says, counted."""


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The articles of a site, compared."""

    keys: tuple[bytes, ...]
    """Their digests."""
    days: Days
    """When each was published, in days."""
    lengths: Columns
    """Words of each."""
    starts: Integers
    """Where the terms of each begin; one more at the end."""
    ids: Ids
    """All terms of all, article after article."""
    vectors: Vectors
    """What they say, weighed."""
    said: Hashes
    """A digest of each vector."""
    rules: TimeRules
    """What nearness in time counts for."""
    lists: NearLists
    """The articles nearest to each; what is not known yet is found when it is asked for."""

    def nearest(self) -> Nearest:
        """Return what finds the articles nearest to each."""
        return Nearest(self.vectors, self.days, self.rules, self.lists)

    def serves(self, later: Index, lists: int) -> bool:
        """Tell whether a later site is carried over from this one for next to nothing.

        Args:
            later: its articles, compared.
            lists: how many lists were known of this one.

        """
        others = set(self.keys).symmetric_difference(later.keys)
        vocabulary, new = self.vectors.vocabulary, later.vectors.vocabulary
        return (
            self.rules == later.rules
            and (vocabulary.steps, vocabulary.usual_length) == (new.steps, new.usual_length)
            and len(others) + int(later.lists.known.sum()) - lists <= _FEW_COMPARED
        )


def make_index(entries: Sequence[Entry], rules: TimeRules, before: Index | None = None) -> Index:
    """Return articles compared.

    Args:
        entries: the articles.
        rules: what nearness in time counts for.
        before: those of an earlier site.

    """
    if before is None or before.rules != rules:
        return _fresh(entries, rules)
    known = {key: row for row, key in enumerate(before.keys)}
    origins = np.array([known.get(one.key, -1) for one in entries], np.int32)
    new = np.flatnonzero(origins < 0)
    gone = np.setdiff1d(np.arange(len(before.keys)), origins)
    if len(new) + len(gone) > _MUCH * len(entries):
        return _fresh(entries, rules)
    if not len(new) and not len(gone) and (np.diff(origins) > 0).all():
        return before
    return _carried(entries, rules, before, origins, new, gone)


def _fresh(entries: Sequence[Entry], rules: TimeRules) -> Index:
    said = [one.fetch() for one in entries]
    ids, starts = _joined([_ids(one) for one in said])
    vectors = build_vectors(said, vocabulary_of(said))
    return Index(
        keys=tuple(one.key for one in entries),
        days=np.array([one.day for one in entries], np.float64),
        lengths=np.array([text.length for text, _ in said], np.int32),
        starts=starts,
        ids=ids,
        vectors=vectors,
        said=digests_of(vectors, np.arange(len(entries))),
        rules=rules,
        lists=no_lists(len(entries)),
    )


def _carried(
    entries: Sequence[Entry],
    rules: TimeRules,
    before: Index,
    origins: Columns,
    new: Integers,
    gone: Integers,
) -> Index:
    said = {row: entries[row].fetch() for row in new.tolist()}
    old = np.flatnonzero(origins >= 0)
    fresh = {row: _ids(one) for row, one in said.items()}
    ids, starts = _spliced(before.ids, before.starts, origins, fresh)
    lengths = np.empty(len(entries), np.int32)
    lengths[old] = before.lengths[origins[old]]
    lengths[new] = [text.length for text, _ in said.values()]
    touched = np.unique(
        np.concatenate(
            [*map(_ids, said.values()), *(_terms_of(before, row) for row in gone.tolist())]
        )
    )
    vocabulary = _revised(before.vectors.vocabulary, touched, ids, lengths)
    moved = _moved(before.vectors.vocabulary, vocabulary, touched)
    if moved is None:
        return _fresh(entries, rules)
    holding = np.unique(np.searchsorted(starts, _found(moved, ids), "right") - 1)
    vectors, changed = _reweighed(before.vectors, vocabulary, origins, holding, said, entries)
    digests = np.empty(len(entries), np.uint64)
    digests[old] = before.said[origins[old]]
    digests[changed] = digests_of(vectors, changed)
    lists = no_lists(len(entries))
    index = Index(
        keys=tuple(one.key for one in entries),
        days=np.array([one.day for one in entries], np.float64),
        lengths=lengths,
        starts=starts,
        ids=ids,
        vectors=vectors,
        said=digests,
        rules=rules,
        lists=lists,
    )
    if len(changed) <= _MUCH * len(entries):
        places = np.full(len(before.keys), -1, np.int32)
        places[origins[old]] = old
        index.nearest().carry(before.lists, places, changed)
    return index


def _ids(said: Said) -> Ids:
    return np.concatenate([part.ids for part in said])


def _terms_of(index: Index, row: int) -> Ids:
    terms: Ids = index.ids[index.starts[row] : index.starts[row + 1]]
    return terms


def _joined(parts: Sequence[Ids]) -> tuple[Ids, Integers]:
    sizes = [len(one) for one in parts]
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    return np.concatenate([np.zeros(0, np.uint32), *parts]), starts


def _spliced(
    ids: Ids, starts: Integers, origins: Columns, new: dict[int, Ids]
) -> tuple[Ids, Integers]:
    """Return the terms of articles in a new order, with those of new ones between them."""
    parts = [
        new[row] if origin < 0 else ids[starts[origin] : starts[origin + 1]]
        for row, origin in enumerate(origins.tolist())
    ]
    return _joined(parts)


def _found(terms: Ids, ids: Ids) -> Integers:
    """Return the places of some terms, which are in order, among all."""
    if not len(terms):
        return np.zeros(0, np.int64)
    bits = _BITS_OF_FEW if len(terms) < _FEW else _BITS
    shift = np.uint32(32 - bits)
    table = np.zeros(1 << bits, np.bool_)
    table[terms >> shift] = True
    places = np.flatnonzero(table[ids >> shift])
    numbers = np.minimum(np.searchsorted(terms, ids[places]), len(terms) - 1)
    found: Integers = places[terms[numbers] == ids[places]]
    return found


def _revised(before: Vocabulary, touched: Ids, ids: Ids, lengths: Columns) -> Vocabulary:
    """Return a vocabulary with the frequencies of some terms counted anew."""
    counted = np.bincount(
        np.searchsorted(touched, ids[_found(touched, ids)]), minlength=len(touched)
    )
    kept = ~np.isin(before.ids, touched, kind="sort")
    shared = counted > 1
    terms = np.concatenate([before.ids[kept], touched[shared]])
    frequencies = np.concatenate([before.frequencies[kept], counted[shared].astype(np.int32)])
    order = np.argsort(terms, kind="stable")
    length = float(lengths.mean()) if len(lengths) else 0.0
    return Vocabulary(terms[order], frequencies[order], len(lengths), length)


def _moved(before: Vocabulary, after: Vocabulary, touched: Ids) -> Ids | None:
    """Return the terms that weigh otherwise than before; none where all may."""
    if before.steps != after.steps or before.usual_length != after.usual_length:
        return None
    bounds = sorted((before.most, after.most))
    edge = (after.frequencies > bounds[0]) & (after.frequencies <= bounds[1])
    asked = np.union1d(touched, after.ids[edge])
    moved: Ids = asked[before.rarities_of(asked) != after.rarities_of(asked)]
    return moved


def _reweighed(
    before: Vectors,
    vocabulary: Vocabulary,
    origins: Columns,
    holding: Integers,
    said: dict[int, Said],
    entries: Sequence[Entry],
) -> tuple[Vectors, Integers]:
    """Return the vectors of all articles, and which are not as they were.

    Args:
        before: the vectors that are known.
        vocabulary: the terms there are now.
        origins: for each article its row among the known ones, -1 for a new one.
        holding: the articles that hold a term that weighs otherwise.
        said: what the new ones say.
        entries: all articles.

    """
    numbers = np.searchsorted(vocabulary.ids, before.vocabulary.ids).astype(np.int32)
    columns = numbers[before.columns]
    parts = [
        (columns[before.row(origin)], before.weights[before.row(origin)])
        if origin >= 0
        else weigh(said[row], vocabulary)
        for row, origin in enumerate(origins.tolist())
    ]
    changed = set(said)
    for row in holding.tolist():
        if row in changed:
            continue
        weighed = weigh(entries[row].fetch(), vocabulary)
        if not all(map(np.array_equal, weighed, parts[row])):
            parts[row] = weighed
            changed.add(row)
    sizes = [len(one) for one, _ in parts]
    vectors = Vectors(
        vocabulary=vocabulary,
        starts=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        columns=np.concatenate([np.zeros(0, np.int32), *(one for one, _ in parts)]),
        weights=np.concatenate([np.zeros(0, np.float32), *(one for _, one in parts)]),
    )
    return vectors, np.array(sorted(changed), np.int64)
