"""Articles become vectors of length 1, in which rare terms weigh most."""

from __future__ import annotations

import numpy as np
import pytest

from tests.unit.relate.vectors_of import vectors_of

_TEXTS = [
    "ceasefire envoy negotiation front",
    "ceasefire envoy prisoner exchange",
    "tariff steel quota duty",
    "tariff steel import border",
    "orchestra violin",
]


def test_vectors_have_length_one() -> None:
    vectors = vectors_of(_TEXTS)
    for row in range(4):
        own = slice(vectors.starts[row], vectors.starts[row + 1])
        assert np.isclose(np.square(vectors.weights[own]).sum(), 1)


def test_what_stands_in_one_article_alone_is_left_out() -> None:
    vectors = vectors_of(_TEXTS)
    assert vectors.starts[5] == vectors.starts[4]
    assert vectors.rows == 5


def test_weightiest_terms_come_first_in_rows_and_in_columns() -> None:
    vectors = vectors_of([f"envoy {text}" for text in _TEXTS] * 3)
    for row in range(vectors.rows):
        own = vectors.weights[vectors.starts[row] : vectors.starts[row + 1]]
        assert np.all(np.diff(own) <= 0)
    for column in range(len(vectors.terms)):
        own = vectors.posting_weights[
            vectors.posting_starts[column] : vectors.posting_starts[column + 1]
        ]
        assert np.all(np.diff(own) <= 0)


def test_postings_are_the_rows_turned_round() -> None:
    vectors = vectors_of(_TEXTS * 2)
    rows = np.repeat(np.arange(vectors.rows), np.diff(vectors.starts))
    columns = np.repeat(np.arange(len(vectors.terms)), np.diff(vectors.posting_starts))
    forwards = set(zip(rows.tolist(), vectors.columns.tolist(), strict=True))
    assert forwards == set(zip(vectors.posting_rows.tolist(), columns.tolist(), strict=True))


def test_marks_are_terms_too() -> None:
    vectors = vectors_of(["apple", "violin"], [["ukraine"], ["ukraine"]])
    assert len(vectors.columns) == 2
    assert vectors.columns[0] == vectors.columns[1]


@pytest.mark.parametrize("texts", [[], [""], ["envoy"], ["", ""], ["envoy", "envoy"]])
def test_few_and_empty_articles_make_vectors(texts: list[str]) -> None:
    vectors = vectors_of(texts)
    assert vectors.rows == len(texts)
    assert np.isfinite(vectors.weights).all()


def test_equal_articles_make_equal_vectors() -> None:
    one, other = vectors_of(_TEXTS), vectors_of(_TEXTS)
    assert one.columns.tobytes() == other.columns.tobytes()
    assert one.weights.tobytes() == other.weights.tobytes()
