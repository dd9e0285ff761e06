"""Vectors of texts, for tests."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ssg.relate.similarity import Similarity, Tuning
from ssg.relate.vectors import Vectors, build_vectors, vocabulary_of
from ssg.text.digest import term_id
from ssg.text.term_counts import TAG, TermCounts, count_terms


def marks(*names: str) -> TermCounts:
    """Return tags as terms."""
    ids = np.array(sorted(term_id(f"tag:{name}") for name in names), np.uint32)
    ones = np.ones(len(ids), np.uint16)
    return TermCounts(ids, ones, np.full(len(ids), TAG, np.uint8), 0, {})


def vectors_of(texts: Sequence[str], tags: Sequence[Sequence[str]] = ()) -> Vectors:
    """Return texts as vectors; a text is its own title."""
    given = [marks(*one) for one in tags] if tags else [marks() for _ in texts]
    counted = [count_terms(one[:60], one, "en") for one in texts]
    said = list(zip(counted, given, strict=True))
    return build_vectors(said, vocabulary_of(said))


def similarity_of(
    texts: Sequence[str], days: Sequence[float] = (), tuning: Tuning | None = None
) -> Similarity:
    """Return what compares texts, all of one day unless days are given."""
    moments = np.array(days or [0.0] * len(texts), np.float64)
    return Similarity(vectors_of(texts), moments, tuning or Tuning())
