"""All that the related articles of an article depend on, as a digest.

Found for thousands of articles at once; the lists themselves are worked out where it changed.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ssg.relate.index import Index
from ssg.relate.nearest import LOOKED_AT, Nearest

_Hashes = NDArray[np.uint64]

# Odd numbers whose bits look random, to mix by (Steele, Lea and Flood, "Fast splittable
# pseudorandom number generators", 2014).
_ONE, _OTHER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)


def inputs_of(index: Index, nearest: Nearest) -> _Hashes:
    """Return for each article a digest of what it and those near it say, and how near they are.

    The lists of all articles are found for it.
    """
    for row in nearest.missing():
        nearest.of(row)
    count = len(index.keys)
    keys = np.frombuffer(b"".join(key[:8] for key in index.keys), np.uint64)
    lists = index.lists
    scores = lists.scores[:, :LOOKED_AT].view(np.uint32).astype(np.uint64)
    own = _mixed(keys ^ _said(index)) + _folded(_mixed(scores))
    # What ends a list is near to nothing.
    theirs = np.append(own, np.uint64(0))[lists.rows[:, :LOOKED_AT]]
    cosines = lists.cosines[:, :LOOKED_AT].view(np.uint32).astype(np.uint64)
    return own ^ _folded(_mixed(theirs ^ _mixed(cosines))) if count else own


def _said(index: Index) -> _Hashes:
    """Return a digest of the vector of each article."""
    vectors = index.vectors
    terms = vectors.vocabulary.ids[vectors.columns].astype(np.uint64) << np.uint64(32)
    weighed = _mixed(terms | vectors.weights.view(np.uint32).astype(np.uint64))
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(weighed, dtype=np.uint64)])
    return np.diff(sums[vectors.starts])


def _folded(table: _Hashes) -> _Hashes:
    """Return one number for each row of a table, by what stands where."""
    places = np.arange(1, table.shape[1] + 1, dtype=np.uint64) * _ONE | np.uint64(1)
    return np.asarray((table * places).sum(axis=1, dtype=np.uint64))


def _mixed(numbers: _Hashes) -> _Hashes:
    mixed = (numbers ^ (numbers >> np.uint64(30))) * _OTHER
    return np.asarray((mixed ^ (mixed >> np.uint64(27))) * _ONE)
