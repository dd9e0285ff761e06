"""The inbox remembers what it was told, and numbers stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ssg.curate.inbox_state import FILE, Validators, inbox_state
from ssg.errors import SsgError
from ssg.extract.feeds import FeedEntry, ParsedFeed
from tests.support.sites import NOW

_SAID = Validators('"1"', "Mon, 22 Dec 2025 10:00:00 GMT")


def _feed(*names: str, published: datetime | None = None) -> ParsedFeed:
    entries = (FeedEntry(f"https://e.org/{n}", n, f"About {n}", "", published) for n in names)
    return ParsedFeed("E", tuple(entries))


def _waiting(cache: Path) -> dict[str, int]:
    with inbox_state(cache) as state:
        return {one.title: one.number for one in state.waiting()}


def _take(cache: Path, feed: ParsedFeed, key: str = "e.org/feed", now: datetime = NOW) -> int:
    with inbox_state(cache) as state:
        return state.take(key, feed, _SAID, now)


def test_what_is_new_is_counted_once_and_the_first_of_a_feed_has_the_highest_number(
    tmp_path: Path,
) -> None:
    assert _take(tmp_path, _feed("b", "a")) == 2
    assert _waiting(tmp_path) == {"a": 1, "b": 2}
    assert _take(tmp_path, _feed("c", "b", "a")) == 1
    assert _waiting(tmp_path) == {"a": 1, "b": 2, "c": 3}


def test_a_number_is_never_given_again(tmp_path: Path) -> None:
    _take(tmp_path, _feed("b", "a"))
    with inbox_state(tmp_path) as state:
        state.mark([2], "skipped")
        assert (state.state(1), state.state(2), state.state(9)) == ("", "skipped", "")
        assert state.numbers() == {1}
    assert _take(tmp_path, _feed("c", "b", "a")) == 1
    assert _waiting(tmp_path) == {"a": 1, "c": 3}


def test_an_entry_of_two_feeds_waits_once(tmp_path: Path) -> None:
    _take(tmp_path, _feed("a"))
    other = FeedEntry("http://www.e.org/a/?utm_source=rss", "a", "", "", None)
    assert _take(tmp_path, ParsedFeed("F", (other,)), "f.org/feed") == 0
    assert _waiting(tmp_path) == {"a": 1}


def test_a_new_headline_shows(tmp_path: Path) -> None:
    _take(tmp_path, _feed("a"))
    changed = ParsedFeed("E", (FeedEntry("https://e.org/a", "A!", "Else", "", None),))
    assert _take(tmp_path, changed) == 0
    assert _waiting(tmp_path) == {"A!": 1}


def test_the_latest_come_first_and_what_is_dated_ahead_counts_as_now(tmp_path: Path) -> None:
    _take(tmp_path, _feed("ahead", published=NOW + timedelta(days=900)))
    _take(tmp_path, _feed("old", published=datetime(2025, 1, 1, tzinfo=UTC)))
    _take(tmp_path, _feed("undated"), now=NOW + timedelta(hours=1))
    assert list(_waiting(tmp_path)) == ["undated", "ahead", "old"]


def test_what_servers_said_is_known_the_next_time(tmp_path: Path) -> None:
    _take(tmp_path, _feed("a"))
    with inbox_state(tmp_path) as state:
        assert state.validators() == {"e.org/feed": _SAID}
    assert _SAID.headers == {"If-None-Match": '"1"', "If-Modified-Since": _SAID.modified}


def test_the_file_does_not_grow_without_end(tmp_path: Path) -> None:
    for round_ in range(6):
        names = [f"{round_}-{number}" for number in range(200)]
        _take(tmp_path, _feed(*names), now=NOW + timedelta(days=round_))
    found = _waiting(tmp_path)
    assert len(found) == 500
    assert set(found) >= {f"5-{number}" for number in range(200)}


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 5_000])
def test_a_file_that_is_broken_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    _take(tmp_path, _feed("a"))
    (tmp_path / FILE).write_bytes(damage)
    assert _waiting(tmp_path) == {}
    assert _take(tmp_path, _feed("a")) == 1


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / ".ssg").write_text("a file")
    with pytest.raises(SsgError) as caught, inbox_state(tmp_path / ".ssg"):
        pass
    assert [one.code for one in caught.value.diagnostics] == ["inbox/cannot-write"]
