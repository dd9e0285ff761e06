"""Spans of time as people name them: ``7d``, ``2w``, ``3m``, ``1y``, or since a date."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import datetime, timedelta, tzinfo

from ssg.text.dates import in_zone, parse_moment

_SPAN = re.compile(r"(?P<number>\d{1,5})\s*(?P<unit>[dwmy])", re.IGNORECASE | re.ASCII)
_FORMS = "write 7d, 2w, 3m, 1y, or a date such as 2025-12-22"


def parse_since(text: str, now: datetime) -> datetime:
    """Return the moment at which a span begins that ends now.

    Days and weeks are counted back by the clock on the wall; months and years by the calendar,
    to the last day of a month that is too short. A date means its first moment in the zone of
    ``now``.

    Args:
        text: ``7d``, ``2w``, ``3m``, ``1y``, a date, or a date and time.
        now: the end of the span, in the zone that is meant.

    Raises:
        ValueError: the text is none of these, or names no moment before ``now``.

    """
    match = _SPAN.fullmatch(text.strip())
    try:
        since = _back(match, now) if match else _date(text, now.tzinfo)
    except OverflowError:
        raise ValueError("longer ago than dates go") from None
    if since >= now:
        raise ValueError("no time lies between it and the end of the span")
    return since


def _back(match: re.Match[str], now: datetime) -> datetime:
    number = int(match["number"])
    match match["unit"].lower():
        case "d":
            return now - timedelta(days=number)
        case "w":
            return now - timedelta(weeks=number)
        case "m":
            return _months_before(now, number)
        case _:
            return _months_before(now, 12 * number)


def _months_before(now: datetime, number: int) -> datetime:
    year, month = divmod(now.year * 12 + now.month - 1 - number, 12)
    if year < 1:
        raise OverflowError
    return now.replace(year=year, month=month + 1, day=min(now.day, monthrange(year, month + 1)[1]))


def _date(text: str, zone: tzinfo | None) -> datetime:
    try:
        moment = parse_moment(text)
    except ValueError:
        raise ValueError(_FORMS) from None
    return in_zone(moment, zone) if zone else moment
