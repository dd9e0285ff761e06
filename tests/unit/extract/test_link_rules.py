"""When a link is checked again, and when it counts as dead."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ssg.extract.ledger import LinkRecord
from ssg.extract.link_rules import after_check, has_died, is_due, is_sought
from ssg.extract.states import State
from ssg.extract.verdicts import Verdict

_DAY = date(2026, 1, 1)
_GONE = Verdict("gone", 404)
_WELL = Verdict("ok", 200)


def _checked(*checks: tuple[int, Verdict]) -> LinkRecord:
    """Return what is known after checks on days counted from the first."""
    record: LinkRecord | None = None
    for day, verdict in checks:
        record = after_check(record, verdict, _DAY + timedelta(days=day))
    assert record
    return record


def test_an_unknown_link_is_due() -> None:
    assert is_due(None, _DAY)


def test_a_good_link_is_due_after_a_month() -> None:
    record = _checked((0, _WELL))
    assert record.good == _DAY
    assert not is_due(record, _DAY + timedelta(days=29))
    assert is_due(record, _DAY + timedelta(days=30))


def test_a_failed_link_is_due_sooner_and_then_ever_later() -> None:
    days, day = [], 0
    record: LinkRecord | None = None
    for _ in range(7):
        record = after_check(record, _GONE, _DAY + timedelta(days=day))
        assert record.due
        days.append((record.due - _DAY).days - day)
        day += days[-1]
    assert days == [2, 5, 7, 14, 30, 30, 30]


def test_followed_when_due_a_link_dies_on_its_third_day_of_failure() -> None:
    assert _checked((0, _GONE), (2, _GONE)).dead is None
    assert _checked((0, _GONE), (2, _GONE), (7, _GONE)).dead == _DAY + timedelta(days=7)


@pytest.mark.parametrize(
    "checks",
    [
        pytest.param([(0, _GONE)], id="one failure"),
        pytest.param([(0, _GONE)] * 5, id="five on one day"),
        pytest.param([(0, _GONE), (1, _GONE), (2, _GONE), (6, _GONE)], id="within a week"),
        pytest.param([(0, _GONE), (9, _GONE)], id="two days"),
        pytest.param([(0, _GONE), (2, _GONE), (4, _WELL), (9, _GONE)], id="well between"),
    ],
)
def test_these_are_no_deaths(checks: list[tuple[int, Verdict]]) -> None:
    assert _checked(*checks).dead is None


@pytest.mark.parametrize("state", ["untold", "robots", "private"])
def test_what_cannot_be_told_neither_kills_nor_heals(state: State) -> None:
    ailing = _checked((0, _GONE), (2, _GONE))
    after = after_check(ailing, Verdict(state), _DAY + timedelta(days=9))
    assert (after.failures, after.failing, after.dead) == (2, _DAY, None)
    dead = _checked((0, _GONE), (2, _GONE), (7, _GONE), (20, Verdict(state)))
    assert dead.dead


def test_a_dead_link_that_is_well_again_is_alive() -> None:
    record = _checked((0, _GONE), (2, _GONE), (7, _GONE), (14, _WELL))
    assert (record.dead, record.failing, record.failures) == (None, None, 0)


def test_death_is_told_once() -> None:
    before = _checked((0, _GONE), (2, _GONE))
    dead = after_check(before, _GONE, _DAY + timedelta(days=7))
    assert has_died(before, dead)
    assert not has_died(dead, after_check(dead, _GONE, _DAY + timedelta(days=14)))


def test_what_is_known_of_copies_outlasts_checks() -> None:
    record = LinkRecord(state="ok", archive="https://web.archive.org/web/1/https://example.org/")
    assert after_check(record, _GONE, _DAY).archive == record.archive


def test_an_archive_is_asked_once_a_month() -> None:
    assert is_sought(LinkRecord(state="gone"), _DAY)
    assert not is_sought(LinkRecord(state="gone", archive="https://a.example/"), _DAY)
    none = LinkRecord(state="gone", sought=_DAY)
    assert not is_sought(none, _DAY + timedelta(days=29))
    assert is_sought(none, _DAY + timedelta(days=30))
