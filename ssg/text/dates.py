"""Dates as editors write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

_MOMENT = re.compile(
    r"""(?P<date>\d{4}-\d{1,2}-\d{1,2})
        (?:(?:[Tt]|\s+)
           (?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?
           \s*(?P<zone>[Zz]|(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?)?)?""",
    re.VERBOSE,
)
# What every zone, calendar and feed can hold; tools write year 1 where there is no date.
_YEARS = range(1000, 9999)
_DATE_IN_NAME = re.compile(r"(?P<date>\d{4}-\d{1,2}-\d{1,2})(?:[-_ ]+|$)")


def parse_moment(text: str) -> datetime:
    """Return the moment an ISO 8601 text names; without a zone where the text has none.

    The time may be absent (midnight), follow a space instead of a T, and lack its seconds.

    Raises:
        ValueError: the text is no date, or names a day or time that doesn't exist.

    """
    match = _MOMENT.fullmatch(text.strip())
    if not match:
        raise ValueError("not a date")
    year, month, day = map(int, match["date"].split("-"))
    if year not in _YEARS:
        raise ValueError(f"year {year} is out of range")
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    return datetime(year, month, day, hour, minute, second, tzinfo=_zone(match))


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """Return the moment in a zone; one without a zone of its own is meant in that zone."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=zone)
    return moment.astimezone(zone)


def date_in_name(name: str) -> tuple[datetime | None, str]:
    """Split a file name such as ``2025-12-22-talks`` into its date and the rest."""
    match = _DATE_IN_NAME.match(name)
    if match:
        try:
            return parse_moment(match["date"]), name[match.end() :]
        except ValueError:
            pass
    return None, name


def end_of_day(day: date, zone: tzinfo) -> datetime:
    """Return the last second of a day in a zone."""
    return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=zone)


def _zone(match: re.Match[str]) -> tzinfo | None:
    if not match["zone"]:
        return None
    if not match["sign"]:
        return UTC
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    if hours > 23 or minutes > 59:
        raise ValueError(f"no zone is {match['zone']} from UTC")
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if match["sign"] == "-" else offset)
