"""Articles as vectors of weighted terms, and an inverted index over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from ssg.text.term_counts import TermCounts

Integers = NDArray[np.int64]
Columns = NDArray[np.int32]
Floats = NDArray[np.float32]

# A term in more than half of all articles tells none of them apart.
_COMMONEST = 0.5
_FEW = 3
# The weightiest terms say what an article is about; more cost time and add next to nothing.
_TERMS = 256
# Where terms are noted to tell which are shared: 16 MB.
_PLACES, _SHIFT = 1 << 24, np.uint64(40)
# How far a longer text counts for less a word, as in BM25.
_LENGTH = 0.4


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """Rows of a sparse matrix, each of length 1, by article and by term."""

    starts: Integers
    """Where the terms of each article begin; one more at the end."""
    columns: Columns
    """Terms, article after article, the weightiest of each first."""
    weights: Floats
    """Their weights."""
    posting_starts: Integers
    """Where the articles of each term begin; one more at the end."""
    posting_rows: Columns
    """Articles, term after term, the weightiest of each first."""
    posting_weights: Floats
    """Their weights."""
    terms: NDArray[np.uint64]
    """The digest of each term."""

    @property
    def rows(self) -> int:
        """How many articles there are."""
        return len(self.starts) - 1


def build_vectors(articles: Sequence[TermCounts], marks: Sequence[TermCounts]) -> Vectors:
    """Return articles as vectors: sublinear counts, rarity (idf), length 1 (cosine).

    Salton and Buckley, "Term-weighting approaches in automatic text retrieval" (1988); the
    length of a text is allowed for as in BM25 (Robertson et al., 1994).

    Args:
        articles: what they say.
        marks: likewise what their editors say of each; none of these terms is a word.

    """
    total = len(articles)
    ids, counts, factors, sizes = _shared(articles, marks)
    rows = np.repeat(np.arange(total, dtype=np.int32), sizes)
    terms, columns, frequencies = _number(ids)
    del ids
    most = max(_COMMONEST * total, _FEW)
    usual = (frequencies >= 2) & (frequencies <= most)
    idf = np.where(usual, np.log((total + 1) / frequencies), 0).astype(np.float32)
    lengths = np.array([one.length for one in articles], np.float32)
    mean = max(float(lengths.mean()), 1.0) if total else 1.0
    counts /= np.repeat(1 - _LENGTH + _LENGTH * lengths / np.float32(mean), sizes)
    sublinear = np.where(counts >= 1, 1 + np.log(np.maximum(counts, 1)), counts)
    weights = sublinear * factors * idf[columns]
    del counts, factors, sublinear
    # What weighs nothing goes first: there is less to sort.
    kept = np.flatnonzero(weights > 0)
    rows, columns, weights = rows[kept], columns[kept], weights[kept]
    order = _heaviest_first(rows, weights)
    ranks = np.arange(len(rows)) - _starts(rows, total)[rows]
    # Rows stand in order already, so that their ranks are those of the sorted ones.
    order = order[ranks < _TERMS]
    rows, columns, weights = rows[order], columns[order], weights[order]
    norms = np.sqrt(np.bincount(rows, weights.astype(np.float64) ** 2, total))
    weights /= np.maximum(norms, 1e-12).astype(np.float32)[rows]
    by_column = _heaviest_first(columns, weights)
    return Vectors(
        starts=_starts(rows, total),
        columns=columns,
        weights=weights,
        posting_starts=_starts(columns, len(terms)),
        posting_rows=rows[by_column],
        posting_weights=weights[by_column],
        terms=terms,
    )


def _heaviest_first(keys: Columns, weights: Floats) -> Integers:
    """Return the order by key, within a key by weight, the heaviest first, ties as they were.

    The bits of positive floats sort as their values do, so that one sort of whole numbers does.
    """
    bits = np.uint64(0xFFFFFFFF) - weights.view(np.uint32).astype(np.uint64)
    order: Integers = np.argsort((keys.astype(np.uint64) << np.uint64(32)) | bits, kind="stable")
    return order


def _shared(
    articles: Sequence[TermCounts], marks: Sequence[TermCounts]
) -> tuple[NDArray[np.uint64], Floats, Floats, Integers]:
    """Return the terms that stand in more than one article, article after article.

    Most pairs of words stand in one alone. Noting each in one of many places finds nearly all of
    them without sorting; those that share a place with another fall out later.
    """
    once, twice = np.zeros(_PLACES, np.bool_), np.zeros(_PLACES, np.bool_)
    for one in chain(articles, marks):
        places = one.ids >> _SHIFT
        twice[places[once[places]]] = True
        once[places] = True
    sizes = np.zeros(len(articles), np.int64)
    kept: list[tuple[NDArray[np.uint64], Floats, Floats]] = []
    for number, both in enumerate(zip(articles, marks, strict=True)):
        for one in both:
            shared = np.flatnonzero(twice[one.ids >> _SHIFT])
            sizes[number] += len(shared)
            kept.append((one.ids[shared], one.counts[shared], one.factors[shared]))
    if not kept:
        nothing = np.zeros(0, np.float32)
        return np.zeros(0, np.uint64), nothing, nothing, sizes
    ids, counts, factors = (np.concatenate(parts) for parts in zip(*kept, strict=True))
    return ids, counts, factors, sizes


def _number(ids: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], Columns, Integers]:
    """Return each term once, the number of each among them, and how often each stands there."""
    order = np.argsort(ids)
    ordered = ids[order]
    first = np.ones(len(ids), np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    numbers = np.empty(len(ids), np.int32)
    numbers[order] = np.cumsum(first, dtype=np.int32) - 1
    begins = np.flatnonzero(first)
    return ordered[first], numbers, np.diff(begins, append=len(ids))


def _starts(keys: NDArray[np.int32], count: int) -> Integers:
    return np.concatenate([[0], np.cumsum(np.bincount(keys, minlength=count))]).astype(np.int64)
