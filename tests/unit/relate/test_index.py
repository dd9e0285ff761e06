"""What is carried over from one site to the next is what would be found afresh."""

from __future__ import annotations

import random

import numpy as np
import pytest

from ssg.relate.index import Entry, Index, make_index
from ssg.relate.nearest import TimeRules
from tests.unit.relate.vectors_of import entries_of

_RULES = TimeRules()
_COMMON = [f"common{number}" for number in range(40)]


def _texts(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    rare = [f"rare{number}" for number in range(count)]
    return [
        " ".join([*chance.choices(_COMMON, k=20), *chance.choices(rare, k=10)])
        for _ in range(count)
    ]


def _entries(texts: list[str]) -> list[Entry]:
    return entries_of(texts, [float(len(text) * 7 % 400) for text in texts])


def _asked(index: Index, rows: int | None = None) -> Index:
    nearest = index.nearest()
    for row in range(len(index.keys) if rows is None else rows):
        nearest.of(row)
    return index


def _assert_same(one: Index, other: Index) -> None:
    assert one.keys == other.keys
    assert one.ids.tobytes() == other.ids.tobytes()
    assert one.lengths.tobytes() == other.lengths.tobytes()
    mine, others = one.vectors, other.vectors
    assert np.array_equal(mine.starts, others.starts)
    assert np.array_equal(mine.columns, others.columns)
    assert np.array_equal(mine.weights, others.weights)
    assert np.array_equal(mine.vocabulary.ids, others.vocabulary.ids)
    assert np.array_equal(mine.vocabulary.frequencies, others.vocabulary.frequencies)
    found, wanted = one.nearest(), other.nearest()
    for row in range(len(one.keys)):
        for got, expected in zip(found.of(row), wanted.of(row), strict=True):
            assert got.tobytes() == expected.tobytes(), row


@pytest.mark.parametrize("seed", range(12))
def test_carried_lists_are_those_found_afresh(seed: int) -> None:
    chance = random.Random(seed)
    texts = _texts(150, seed)
    index = _asked(make_index(_entries(texts), _RULES), None if seed % 2 else 90)
    for _ in range(6):
        place = chance.randrange(len(texts))
        match chance.choice(["edit", "add", "remove", "copy"]):
            case "edit":
                texts[place] += f" {chance.choice(_COMMON)} rare{chance.randrange(150)}"
            case "add":
                texts.insert(place, _texts(150, seed + 100)[place % 150])
            case "remove":
                del texts[place]
            case "copy":
                texts.append(texts[place] + " again")
        entries = _entries(texts)
        index = make_index(entries, _RULES, index)
        _assert_same(index, make_index(entries, _RULES))


def test_what_is_the_same_is_not_touched() -> None:
    entries = _entries(_texts(60, 1))
    index = make_index(entries, _RULES)
    assert make_index(entries, _RULES, index) is index


def test_most_lists_are_known_after_an_edit() -> None:
    texts = _texts(400, 2)
    index = _asked(make_index(_entries(texts), _RULES))
    texts[200] += " entirely other words"
    after = make_index(_entries(texts), _RULES, index)
    assert after.lists.known.mean() > 0.9


def test_other_rules_and_other_articles_begin_afresh() -> None:
    index = _asked(make_index(_entries(_texts(40, 3)), _RULES))
    other = make_index(_entries(_texts(40, 3)), TimeRules(event=0), index)
    assert not other.lists.known.any()
    assert not make_index(_entries(_texts(40, 4)), _RULES, index).lists.known.any()


def test_few_articles_are_carried_too() -> None:
    texts = ["ceasefire envoy talks", "ceasefire envoy front", "tariff steel", "tariff duty", "x"]
    for count in (0, 1, 2, 5):
        index = _asked(make_index(entries_of(texts[:count]), _RULES))
        for size in range(6):
            entries = entries_of(texts[:size])
            _assert_same(make_index(entries, _RULES, index), make_index(entries, _RULES))


def test_hundreds_of_equal_texts_keep_their_order() -> None:
    texts = ["ceasefire envoy negotiation front"] * 120 + [f"tariff{n} duty" for n in range(200)]
    index = _asked(make_index(entries_of(texts), _RULES))
    texts[60] += " Dniester"
    entries = entries_of(texts)
    _assert_same(make_index(entries, _RULES, index), make_index(entries, _RULES))
