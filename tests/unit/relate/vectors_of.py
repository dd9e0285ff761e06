"""Vectors of texts, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from ssg.relate.index import Entry, make_index
from ssg.relate.nearest import TimeRules
from ssg.relate.similarity import Similarity
from ssg.relate.vectors import Said, Vectors, build_vectors, vocabulary_of
from ssg.text.digest import term_id
from ssg.text.term_counts import TAG, TermCounts, count_terms


def marks(*names: str) -> TermCounts:
    """Return tags as terms."""
    ids = np.array(sorted(term_id(f"tag:{name}") for name in names), np.uint32)
    ones = np.ones(len(ids), np.uint16)
    return TermCounts(ids, ones, np.full(len(ids), TAG, np.uint8), 0)


def vectors_of(texts: Sequence[str], tags: Sequence[Sequence[str]] = ()) -> Vectors:
    """Return texts as vectors; a text is its own title."""
    given = [marks(*one) for one in tags] if tags else [marks() for _ in texts]
    counted = [count_terms(one[:60], one, "en").terms for one in texts]
    said = list(zip(counted, given, strict=True))
    return build_vectors(said, vocabulary_of(said))


def entries_of(texts: Sequence[str], days: Sequence[float] = ()) -> list[Entry]:
    """Return texts as entries of an index, all of one day unless days are given."""
    moments = days or [0.0] * len(texts)
    return [
        Entry(f"{number} {text} {day}".encode(), day, partial(_said, text))
        for number, (text, day) in enumerate(zip(texts, moments, strict=True))
    ]


def _said(text: str) -> Said:
    return count_terms(text[:60], text, "en").terms, marks()


def similarity_of(
    texts: Sequence[str],
    days: Sequence[float] = (),
    rules: TimeRules | None = None,
    hub: float = 0.5,
) -> Similarity:
    """Return what compares texts."""
    index = make_index(entries_of(texts, days), rules or TimeRules())
    return Similarity(index, index.nearest(), hub)
