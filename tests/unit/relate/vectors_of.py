"""Vectors of texts, for tests."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ssg.relate.similarity import Similarity, Tuning
from ssg.relate.vectors import Vectors, build_vectors
from ssg.text.digest import term_id
from ssg.text.term_counts import TermCounts, count_terms


def marks(*names: str) -> TermCounts:
    """Return tags as terms."""
    ones = np.ones(len(names), np.float32)
    ids = np.array([term_id(f"tag:{name}") for name in names], np.uint64)
    return TermCounts(ids, ones, ones, np.zeros(len(names), np.uint16), 0)


def vectors_of(texts: Sequence[str], tags: Sequence[Sequence[str]] = ()) -> Vectors:
    """Return texts as vectors; a text is its own title."""
    given = [marks(*one) for one in tags] if tags else [marks() for _ in texts]
    return build_vectors([count_terms(one[:60], one, "en") for one in texts], given)


def similarity_of(
    texts: Sequence[str], days: Sequence[float] = (), tuning: Tuning | None = None
) -> Similarity:
    """Return what compares texts, all of one day unless days are given."""
    moments = np.array(days or [0.0] * len(texts), np.float64)
    return Similarity(vectors_of(texts), moments, tuning or Tuning())
