"""Shards hold everything once, are of the size that was asked for, and change where they must."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from ssg.render.shards import stretches

_YEAR_1, _YEAR_9999 = -62135596800, 253402300799
_MOMENTS = st.lists(
    st.integers(_YEAR_1, _YEAR_9999) | st.integers(1_600_000_000, 1_700_000_000) | st.just(0),
    max_size=60,
    unique=True,
)
_SIZES = st.integers(1, 12)


def _shards(moments: Sequence[int], size: int) -> dict[str, tuple[int, ...]]:
    latest_first = sorted(moments, reverse=True)
    found: dict[str, tuple[int, ...]] = {}
    done = 0
    for one in stretches(latest_first, size):
        assert one.name not in found
        found[one.name] = tuple(latest_first[done : done + one.documents])
        done += one.documents
    assert done == len(moments)
    return found


@given(_MOMENTS, _SIZES)
def test_no_shard_is_empty_or_too_large(moments: list[int], size: int) -> None:
    assert all(1 <= len(held) <= size for held in _shards(moments, size).values())


@given(_MOMENTS, _SIZES)
def test_what_fits_into_one_shard_is_in_one(moments: list[int], size: int) -> None:
    if 0 < len(moments) <= size:
        assert len(_shards(moments, size)) == 1


@given(_MOMENTS, st.integers(_YEAR_1, _YEAR_9999), _SIZES)
def test_new_article_changes_its_shard_alone(moments: list[int], new: int, size: int) -> None:
    moments = [one for one in moments if one != new]
    before = set(_shards(moments, size).items())
    after = set(_shards([*moments, new], size).items())
    gone, made = before - after, after - before
    # It grows, or is halved because it is full; where there was none, there is one now.
    assert len(gone) <= 1
    assert 1 <= len(made) <= 2
    held = {one for _, shard in made for one in shard}
    assert held == {one for _, shard in gone for one in shard} | {new}


@given(_MOMENTS, _SIZES)
def test_documents_of_one_second_stay_together(moments: list[int], size: int) -> None:
    twice = sorted([*moments, *moments], reverse=True)
    found = list(stretches(twice, size))
    assert sum(one.documents for one in found) == len(twice)
    assert all(one.documents % 2 == 0 for one in found)
