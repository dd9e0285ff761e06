"""Digests of what articles say, thousands at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ssg.relate.vectors import Integers, Vectors, ranges

Hashes = NDArray[np.uint64]

# Odd numbers whose bits look random, to mix by (Steele, Lea and Flood, "Fast splittable
# pseudorandom number generators", 2014).
_ONE, _OTHER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)


def digests_of(vectors: Vectors, rows: Integers) -> Hashes:
    """Return a digest of the vector of each of some articles."""
    sizes = vectors.starts[rows + 1] - vectors.starts[rows]
    places = ranges(vectors.starts[rows], sizes)
    terms = vectors.vocabulary.ids[vectors.columns[places]].astype(np.uint64) << np.uint64(32)
    weighed = mixed(terms | vectors.weights[places].view(np.uint32).astype(np.uint64))
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(weighed, dtype=np.uint64)])
    ends = np.cumsum(sizes)
    return np.asarray(sums[ends] - sums[ends - sizes])


def folded(table: Hashes) -> Hashes:
    """Return one number for each row of a table, by what stands where."""
    places = places_of(np.arange(1, table.shape[1] + 1))
    return np.asarray((table * places).sum(axis=1, dtype=np.uint64))


def places_of(numbers: Integers) -> Hashes:
    """Return factors by which what stands in one place counts for something else in another."""
    return np.asarray(numbers.astype(np.uint64) * _ONE | np.uint64(1))


def mixed(numbers: Hashes) -> Hashes:
    """Return numbers with their bits mixed."""
    mixed = (numbers ^ (numbers >> np.uint64(30))) * _OTHER
    return np.asarray((mixed ^ (mixed >> np.uint64(27))) * _ONE)
