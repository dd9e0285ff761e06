"""The nearest articles are found, in one order, whatever there is."""

from __future__ import annotations

import random
import time

import numpy as np
import pytest

from ssg.relate.nearest import TimeRules
from ssg.relate.similarity import Similarity
from tests.unit.relate.vectors_of import similarity_of

_NO_TIME = TimeRules(event=0, affair=0)
_SAME = "ceasefire envoy negotiation front"
# So that what is the same in many is not in more than half of all.
_OTHERS = [f"tariff{number} duty{number} tariff duty" for number in range(10)]
_WORDS = [f"word{number}" for number in range(3_000)]


def _texts(count: int, words: int = 60) -> list[str]:
    chance = random.Random(count)
    return [" ".join(chance.choices(_WORDS, k=words)) for _ in range(count)]


def test_articles_that_say_more_of_the_same_are_nearer() -> None:
    texts = [
        "ceasefire envoy negotiation front",
        "tariff steel quota duty",
        "ceasefire envoy negotiation prisoner",
        "ceasefire steel prisoner duty",
    ]
    near = similarity_of(texts, rules=_NO_TIME, hub=0).neighbours(0)
    assert near.rows.tolist() == [2, 3]
    assert near.cosines[0] > near.cosines[1] > 0


def test_cosines_are_those_of_a_full_comparison() -> None:
    similarity = similarity_of(_texts(80), rules=_NO_TIME, hub=0)
    everything = np.arange(80, dtype=np.int32)
    for row in (0, 17, 79):
        cosines = similarity.cosines(row, everything)
        cosines[row] = 0
        near = similarity.neighbours(row)
        assert np.allclose(near.cosines, cosines[near.rows])
        assert np.isclose(near.cosines[0], cosines.max())


def test_cosines_are_symmetric_and_one_with_oneself() -> None:
    similarity = similarity_of(_texts(20))
    pair = similarity.cosines(3, np.array([3, 5], np.int32))
    assert np.isclose(pair[0], 1, atol=1e-3)
    # Exactly: what one finds, the other finds.
    assert pair[1] == similarity.cosines(5, np.array([3], np.int32))[0]


def test_shared_terms_add_up_to_the_cosine() -> None:
    similarity = similarity_of(_texts(40))
    near = similarity.neighbours(4)
    shared = similarity.shared(4, near.rows.tolist())
    assert len(shared) == len(near.rows) > 5
    for cosine, (ids, products) in zip(near.cosines, shared, strict=True):
        assert np.isclose(products.sum(), cosine)
        assert np.all(np.diff(products) <= 0)
        assert len(set(ids.tolist())) == len(ids)
    assert similarity.shared(4, []) == []


def test_the_same_weeks_count_for_more_and_background_is_not_buried() -> None:
    days = [0.0, 1000, 3, 200, *(0.0 for _ in _OTHERS)]
    similarity = similarity_of([_SAME] * 4 + _OTHERS, days, hub=0)
    near = similarity.neighbours(0)
    assert near.rows.tolist() == [2, 3, 1]
    assert near.times[0] > near.times[1] > near.times[2] >= 1


def test_an_article_near_to_many_is_damped() -> None:
    # The hub says what all say; each of the others has one that says more.
    common = [f"common{number}" for number in range(20)]
    texts = [" ".join(common)]
    for number in range(8):
        own = f"own{number}a own{number}b own{number}c"
        texts += [f"{own} {' '.join(common[:10])}", f"{own} {' '.join(common[10:])}"]
    texts += ["elsewhere nowhere"] * 30
    plain, damped = (similarity_of(texts, rules=_NO_TIME, hub=hub) for hub in (0.0, 1.0))

    def share(similarity: Similarity) -> float:
        near = similarity.neighbours(1)
        (place,) = np.flatnonzero(near.rows == 0)
        return float(near.scores[place] / near.scores[near.rows == 2][0])

    assert share(damped) < share(plain)


def test_ties_go_to_the_first_whatever_was_asked_before() -> None:
    texts = [_SAME] * 90 + _OTHERS * 20
    fresh = similarity_of(texts).neighbours(40)
    asked = similarity_of(texts)
    for row in range(89, -1, -1):
        asked.neighbours(row)
    again = asked.neighbours(40)
    assert len(fresh.rows) > 20
    assert fresh.rows.tolist() == again.rows.tolist() == sorted(fresh.rows.tolist())
    assert fresh.scores.tobytes() == again.scores.tobytes()


@pytest.mark.parametrize("count", [1, 2, 20, 300])
def test_articles_of_any_number_are_compared(count: int) -> None:
    similarity = similarity_of(_texts(count))
    for row in range(count):
        near = similarity.neighbours(row)
        assert row not in near.rows
        assert np.isfinite(near.scores).all()
        assert np.all(np.diff(near.scores) <= 0)
        assert np.all(near.cosines <= 1.0001)


def test_empty_articles_have_no_neighbours() -> None:
    similarity = similarity_of(["", "envoy ceasefire", "", "envoy ceasefire"])
    assert similarity.neighbours(0).rows.tolist() == []
    assert similarity.neighbours(1).rows.tolist() == [3]
    assert similarity.cosines(0, np.array([0, 1, 2], np.int32)).tolist() == [0, 0, 0]
    assert similarity.cosines(1, np.array([], np.int32)).tolist() == []


def test_copies_are_alike_and_others_are_not() -> None:
    texts = [_SAME] * 2 + ["ceasefire tariff"] * 2 + ["violin"] * 8
    similarity = similarity_of(texts)
    assert similarity.alike(0, [1], 0.8)
    assert not similarity.alike(0, [2, 3], 0.8)
    assert not similarity.alike(0, [], 0.8)


def test_copies_are_alike_even_where_there_are_hundreds() -> None:
    similarity = similarity_of([_SAME] * 300 + _OTHERS * 40)
    assert all(similarity.alike(0, [other], 0.8) for other in (1, 150, 299))


def test_near_identical_articles_take_no_quadratic_time() -> None:
    def seconds(count: int) -> float:
        base = " ".join(_WORDS[:200])
        texts = [f"{base} extra{number}" for number in range(count)]
        similarity = similarity_of(texts + ["violin"] * (count + 10))
        begin = time.process_time()
        for row in range(count):
            similarity.neighbours(row)
        return time.process_time() - begin

    seconds(50)
    # A term of thousands brings up none of them: twice as many take twice as long, not four times.
    assert seconds(6_000) < 3 * seconds(3_000) + 0.5
