"""Spans of time as people name them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from ssg.text.spans import parse_since

_BERLIN = ZoneInfo("Europe/Berlin")
_NOW = datetime(2026, 3, 31, 23, 59, 59, tzinfo=_BERLIN)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("7d", datetime(2026, 3, 24, 23, 59, 59, tzinfo=_BERLIN)),
        (" 7 D ", datetime(2026, 3, 24, 23, 59, 59, tzinfo=_BERLIN)),
        ("2w", datetime(2026, 3, 17, 23, 59, 59, tzinfo=_BERLIN)),
        ("1m", datetime(2026, 2, 28, 23, 59, 59, tzinfo=_BERLIN)),
        ("3m", datetime(2025, 12, 31, 23, 59, 59, tzinfo=_BERLIN)),
        ("1y", datetime(2025, 3, 31, 23, 59, 59, tzinfo=_BERLIN)),
        ("2026-03-01", datetime(2026, 3, 1, tzinfo=_BERLIN)),
        ("2026-03-01 09:30", datetime(2026, 3, 1, 9, 30, tzinfo=_BERLIN)),
        ("2026-03-01T09:30Z", datetime(2026, 3, 1, 9, 30, tzinfo=UTC)),
    ],
)
def test_span_is_understood(text: str, since: datetime) -> None:
    assert parse_since(text, _NOW) == since


def test_a_day_is_counted_by_the_clock_on_the_wall_where_that_was_put_forward() -> None:
    after = datetime(2026, 3, 29, 12, tzinfo=_BERLIN)
    assert parse_since("1d", after).isoformat() == "2026-03-28T12:00:00+01:00"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "write 7d"),
        ("d", "write 7d"),
        ("-7d", "write 7d"),
        ("7 days", "write 7d"),
        ("last week", "write 7d"),
        ("2026-02-30", "write 7d"),
        ("٧d", "write 7d"),
        ("0d", "no time lies between"),
        ("2026-04-01", "no time lies between"),
        ("99999m", "longer ago"),
        ("2026y", "longer ago"),
        ("99999y", "longer ago"),
    ],
)
def test_what_is_no_span_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_since(text, _NOW)
