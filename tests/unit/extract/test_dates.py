"""Dates are read as they are stated and written, in many languages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from ssg.extract.dates import Moment, date_in_url, dates_in, parse_date

_DAY = date(2026, 3, 12)
_TIME = datetime(2026, 3, 12, 18, 4)
_EDT = timezone(timedelta(hours=-4))
_CET = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-12", _DAY),
        ("20260312", _DAY),
        ("2026/03/12", _DAY),
        ("2026-03-12T18:04:00", _TIME),
        ("2026-03-12 18:04", _TIME),
        ("2026-03-12T18:04:00Z", _TIME.replace(tzinfo=UTC)),
        ("2026-03-12T18:04:00.123456789+0100", _TIME.replace(tzinfo=_CET)),
        ("2026-03-12T00:00:00Z", _DAY),  # midnight is what programs write for no time
        ("Thu, 12 Mar 2026 18:04:00 GMT", _TIME.replace(tzinfo=UTC)),
        ("1773338640", _TIME.replace(tzinfo=UTC)),
        ("1773338640000", _TIME.replace(tzinfo=UTC)),
        ("2026-03-12T99:99:99Z", _DAY),
        ("2026-02-30", None),
        ("9999-99-99", None),
        ("0001-01-01T00:00:00Z", None),
        ("1970-01-01T00:00:00Z", None),
        ("0", None),
        ("", None),
        ("yesterday", None),
        ("13 Smarch 2026", None),
    ],
)
def test_a_stated_date_is_read(text: str, moment: Moment | None) -> None:
    found = parse_date(text)
    assert found == moment
    assert type(found) is type(moment)


@pytest.mark.parametrize(
    ("text", "language", "moment"),
    [
        ("March 12, 2026", "en", _DAY),
        ("Mar. 12, 2026", "", _DAY),
        ("12th March 2026", "en-GB", _DAY),
        ("Thu 12 Mar 2026 18.04", "en-GB", _TIME),
        ("03/12/2026 06:04 PM EDT", "en", _TIME.replace(tzinfo=_EDT)),
        ("6:04 p.m. EDT, Thu March 12, 2026", "en", _TIME.replace(tzinfo=_EDT)),
        ("12/03/2026", "en-GB", _DAY),
        ("12.03.2026, 18.04 Uhr", "de", _TIME),
        ("Veröffentlicht am 12. März 2026 um 18:04 Uhr", "de", _TIME),
        ("Publié le 12 mars 2026 à 18h04", "fr", _TIME),
        ("12 de marzo de 2026 18:04", "es", _TIME),
        ("12/03/2026 18h04", "pt-BR", _TIME),
        ("12 de março de 2026", "pt", _DAY),
        ("12 Marzo 2026 alle 18:04", "it", _TIME),
        ("donderdag 12 maart 2026, 18:04", "nl", _TIME),
        ("12 במרץ 2026, 18:04", "he", _TIME),
        ("פורסם: 12.03.26, 18:04", "he", _TIME),
        ("12 مارس 2026", "ar", _DAY),
        ("12 آذار 2026", "ar", _DAY),
        ("12 марта 2026, 18:04", "ru", _TIME),
        ("12 березня 2026", "uk", _DAY),
        ("12 marca 2026", "pl", _DAY),
        ("12. března 2026", "cs", _DAY),
        ("12 Mart 2026", "tr", _DAY),
        ("2026. március 12.", "hu", _DAY),
        ("2026年3月12日 18時04分", "ja", _TIME),
        ("2026년 3월 12일", "ko", _DAY),
        ("12 août 2026", "", date(2026, 8, 12)),  # a language that the page doesn't name
        ("3 hours ago", "en", None),
        ("Page 3 of 12", "en", None),
    ],
)
def test_a_written_date_is_read(text: str, language: str, moment: Moment | None) -> None:
    found = parse_date(text, language)
    assert found == moment
    assert type(found) is type(moment)


def test_all_dates_of_a_line_are_found() -> None:
    line = "Updated: 14 March 2026 09:30 | Published: 12 March 2026"
    assert list(dates_in(line)) == [datetime(2026, 3, 14, 9, 30), _DAY]


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2026/03/12/talks", _DAY),
        ("https://a.example/world/2026/mar/12/talks", _DAY),
        ("https://a.example/talks-2026-03-12/", _DAY),
        ("https://a.example/20260312-talks.html", _DAY),
        ("https://a.example/2026/03/talks", None),
        ("https://a.example/story-20269999", None),
        ("https://2026.03.12.example/x", None),
        ("https://a.example/x?d=/2026/03/12/", None),
    ],
)
def test_an_address_may_name_the_day(url: str, day: date | None) -> None:
    assert date_in_url(url) == day
