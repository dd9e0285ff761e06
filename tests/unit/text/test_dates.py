"""Dates as editors write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from ssg.text.dates import date_in_name, end_of_day, in_zone, parse_moment

_INDIA = timezone(timedelta(hours=5, minutes=30))
_NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-12-22", datetime(2025, 12, 22)),
        ("2025-1-2", datetime(2025, 1, 2)),
        (" 2025-12-22 ", datetime(2025, 12, 22)),
        ("2025-12-22 09:30", datetime(2025, 12, 22, 9, 30)),
        ("2025-12-22 9:30", datetime(2025, 12, 22, 9, 30)),
        ("2025-12-22T09:30:15", datetime(2025, 12, 22, 9, 30, 15)),
        ("2025-12-22t09:30:15.123456", datetime(2025, 12, 22, 9, 30, 15)),
        ("2025-12-22T09:30:15Z", datetime(2025, 12, 22, 9, 30, 15, tzinfo=UTC)),
        ("2025-12-22 09:30 Z", datetime(2025, 12, 22, 9, 30, tzinfo=UTC)),
        ("2025-12-22T09:30:15+05:30", datetime(2025, 12, 22, 9, 30, 15, tzinfo=_INDIA)),
        ("2025-12-22 09:30:15 +0530", datetime(2025, 12, 22, 9, 30, 15, tzinfo=_INDIA)),
        ("2025-12-22 09:30 +5:30", datetime(2025, 12, 22, 9, 30, tzinfo=_INDIA)),
        ("2025-12-22 09:30-05", datetime(2025, 12, 22, 14, 30, tzinfo=UTC)),
        ("2024-02-29", datetime(2024, 2, 29)),
    ],
)
def test_date_is_understood(text: str, moment: datetime) -> None:
    found = parse_moment(text)
    assert found == moment
    assert (found.tzinfo is None) == (moment.tzinfo is None)


@pytest.mark.parametrize(
    "text",
    [
        *("", "today", "22 December 2025", "12/22/2025", "22.12.2025", "20251222", "2025-12"),
        *("2025-13-01", "2025-02-30", "2025-02-29", "2025-12-22 25:00", "2025-12-22 12:60"),
        *("2025-12-22 09", "2025-12-22T", "2025-12-22 09:30 CET", "2025-12-22 09:30 +25:00"),
        *("0001-01-01T00:00:00Z", "0000-01-01", "9999-12-31", "12025-01-01", "2025-12-22 x"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_moment(text)


def test_moment_without_a_zone_is_meant_in_the_zone() -> None:
    assert in_zone(datetime(2025, 7, 1, 12), _NEW_YORK) == datetime(2025, 7, 1, 16, tzinfo=UTC)
    assert in_zone(datetime(2025, 12, 1, 12), _NEW_YORK) == datetime(2025, 12, 1, 17, tzinfo=UTC)


def test_moment_with_a_zone_is_shown_in_the_other() -> None:
    shown = in_zone(datetime(2025, 12, 22, 3, tzinfo=UTC), _NEW_YORK)
    assert (shown.date(), shown.hour) == (date(2025, 12, 21), 22)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2025-12-22-talks", (datetime(2025, 12, 22), "talks")),
        ("2025-12-22_talks", (datetime(2025, 12, 22), "talks")),
        ("2025-12-22 talks in Florida", (datetime(2025, 12, 22), "talks in Florida")),
        ("2025-1-2-talks", (datetime(2025, 1, 2), "talks")),
        ("2025-12-22", (datetime(2025, 12, 22), "")),
        ("2025-13-22-talks", (None, "2025-13-22-talks")),
        ("2025-12-221-talks", (None, "2025-12-221-talks")),
        ("2025-report", (None, "2025-report")),
        ("talks-2025-12-22", (None, "talks-2025-12-22")),
    ],
)
def test_date_is_read_from_a_file_name(name: str, found: tuple[datetime | None, str]) -> None:
    assert date_in_name(name) == found


def test_day_ends_in_its_zone() -> None:
    end = end_of_day(date(2025, 12, 22), _NEW_YORK)
    assert end == datetime(2025, 12, 23, 4, 59, 59, tzinfo=UTC)
