"""What is published at a moment, in every zone and at every change of clocks."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from ssg.model.site import Preview
from ssg.relate.visibility import status_of
from ssg.text.dates import parse_moment
from tests.unit.content.reading import read
from tests.unit.relate.making import article, site_of

_BERLIN = ZoneInfo("Europe/Berlin")
_NEW_YORK = ZoneInfo("America/New_York")


def _status(front_matter: str, now: str, zone: ZoneInfo = _NEW_YORK) -> str:
    found = read(f"---\ntitle: T\n{front_matter}---\n").front_matter
    moment = parse_moment(now)
    return status_of(found, found.date, moment, zone)


@pytest.mark.parametrize(
    ("date", "now", "status"),
    [
        ("2025-12-22", "2025-12-22T04:59:59Z", "scheduled"),
        ("2025-12-22", "2025-12-22T05:00:00Z", "published"),
        ("2025-12-22 09:30", "2025-12-22T14:29:59Z", "scheduled"),
        ("2025-12-22 09:30", "2025-12-22T14:30:00Z", "published"),
        ("2025-12-22 09:30 +01:00", "2025-12-22T08:30:00Z", "published"),
        ("2025-12-22 09:30 +01:00", "2025-12-22T08:29:59Z", "scheduled"),
        ("2025-07-01 09:30", "2025-07-01T13:30:00Z", "published"),
        ("2025-07-01 09:30", "2025-07-01T13:29:59Z", "scheduled"),
    ],
)
def test_article_appears_at_its_date_in_the_zone_of_the_site(
    date: str, now: str, status: str
) -> None:
    assert _status(f"date: {date}\n", now) == status


@pytest.mark.parametrize(
    ("date", "now", "status"),
    [
        # 02:30 does not exist on this day: it is taken as an hour later than 01:30.
        ("2025-03-30 02:30", "2025-03-30T01:29:59Z", "scheduled"),
        ("2025-03-30 02:30", "2025-03-30T01:30:00Z", "published"),
        # 02:30 comes twice on this day: the first is meant.
        ("2025-10-26 02:30", "2025-10-26T00:29:59Z", "scheduled"),
        ("2025-10-26 02:30", "2025-10-26T00:30:00Z", "published"),
    ],
)
def test_change_of_clocks_moves_no_article_by_a_day(date: str, now: str, status: str) -> None:
    assert _status(f"date: {date}\n", now, _BERLIN) == status


@pytest.mark.parametrize(
    ("now", "status"),
    [("2025-12-31T22:59:59Z", "published"), ("2025-12-31T23:00:00Z", "expired")],
)
def test_article_leaves_at_the_moment_it_expires(now: str, status: str) -> None:
    assert _status("date: 2025-12-22\nexpires: 2026-01-01\n", now, _BERLIN) == status


def test_draft_is_a_draft_whatever_its_dates() -> None:
    for dates in ("", "date: 2999-01-01\n", "expires: 2000-01-01\n"):
        assert _status(f"draft: true\n{dates}", "2025-12-22T00:00:00Z") == "draft"


def test_page_without_a_date_is_published() -> None:
    assert _status("", "2025-12-22T00:00:00Z") == "published"


_SITE = (
    article("2025-12-20-out")
    + article("2025-12-21-draft", "draft: true\n")
    + article("2999-01-01-later")
    + article("2025-12-19-gone", "expires: 2025-12-25\n")
    + "-- about.md --\n---\ntitle: About\ndraft: true\n---\n"
)


@pytest.mark.parametrize(
    ("preview", "shown"),
    [
        (Preview(), ["out"]),
        (Preview(drafts=True), ["draft", "out"]),
        (Preview(future=True), ["later", "out"]),
        (Preview(expired=True), ["out", "gone"]),
        (Preview(drafts=True, future=True, expired=True), ["later", "draft", "out", "gone"]),
    ],
)
def test_preview_shows_what_it_is_asked_for(preview: Preview, shown: list[str]) -> None:
    site = site_of(_SITE, preview=preview)
    assert [one.slug for one in site.articles] == shown
    assert len(site.pages) == int(preview.drafts)


def test_date_in_the_file_name_counts_as_the_date() -> None:
    now = datetime(2025, 12, 22, 12, tzinfo=UTC)
    site = site_of(article("2025-12-22-today") + article("2025-12-23-tomorrow"), now=now)
    assert [one.slug for one in site.articles] == ["today"]


def test_date_in_front_matter_comes_before_that_of_the_file_name() -> None:
    (only,) = site_of(article("2025-12-22-talks", "date: 2025-12-20\n")).articles
    assert only.date.day == 20


def test_draft_may_still_lack_its_date() -> None:
    (only,) = site_of(article("talks", "draft: true\n"), preview=Preview(drafts=True)).articles
    assert only.path == "/2026/01/talks/"


def test_dates_are_shown_in_the_zone_of_the_site() -> None:
    text = article("talks", "date: 2026-01-01T03:00:00Z\n")
    (only,) = site_of(text, "timezone: America/New_York\n").articles
    assert only.path == "/2025/12/talks/"
