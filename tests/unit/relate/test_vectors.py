"""Articles become vectors of length 1, in which rare terms weigh most."""

from __future__ import annotations

import numpy as np
import pytest

from ssg.relate.vectors import postings_of
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
        assert np.isclose(np.square(vectors.weights[own]).sum(), 1, atol=1e-3)


def test_what_stands_in_one_article_alone_is_left_out() -> None:
    vectors = vectors_of(_TEXTS)
    assert vectors.starts[5] == vectors.starts[4]
    assert vectors.rows == 5


def test_a_long_article_is_known_by_its_weightiest_terms() -> None:
    rare = " ".join(f"rare{number}" for number in range(200))
    usual = " ".join(f"usual{number}" for number in range(200))
    vectors = vectors_of([f"{rare} {usual}"] * 2 + [usual] * 20)
    own = vectors.row(0)
    rarities = vectors.vocabulary.rarities
    assert own.stop - own.start == 256
    kept = rarities[vectors.columns[own]]
    assert (kept == rarities.max()).sum() > 200


def test_postings_are_the_rows_turned_round() -> None:
    vectors = vectors_of(_TEXTS * 2)
    postings = postings_of(vectors)
    rows = np.repeat(np.arange(vectors.rows), np.diff(vectors.starts))
    columns = np.repeat(np.arange(len(vectors.vocabulary.ids)), np.diff(postings.starts))
    forwards = zip(rows.tolist(), vectors.columns.tolist(), vectors.weights.tolist(), strict=True)
    backwards = zip(
        postings.rows.tolist(), columns.tolist(), postings.weights.tolist(), strict=True
    )
    assert sorted(forwards) == sorted(backwards)


def test_an_article_more_leaves_the_weights_of_most_terms_as_they_are() -> None:
    texts = [f"{text} word{number}" for number, text in enumerate(_TEXTS * 20)]
    before, after = (vectors_of(texts[:count]).vocabulary for count in (98, 99))
    common = np.isin(before.ids, after.ids)
    assert common.all()
    assert (before.rarities == after.rarities[np.isin(after.ids, before.ids)]).all()


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
