"""Articles are counted by year and month."""

from __future__ import annotations

from datetime import date

from ssg.render.archive import by_period, count_by_month, years_of
from tests.unit.relate.making import article, site_of

_ARTICLES = site_of(
    article("2025-12-22-a")
    + article("2025-12-01-b")
    + article("2025-03-05-c")
    + article("2023-12-31-d")
).articles


def test_years_and_months_come_latest_first_with_their_counts() -> None:
    found = [
        (year.year, year.count, year.path, [(one.date, one.count, one.path) for one in year.months])
        for year in years_of(_ARTICLES)
    ]
    assert found == [
        (
            *(2025, 3, "/2025/"),
            [(date(2025, 12, 1), 2, "/2025/12/"), (date(2025, 3, 1), 1, "/2025/03/")],
        ),
        (2023, 1, "/2023/", [(date(2023, 12, 1), 1, "/2023/12/")]),
    ]


def test_months_of_a_term_run_from_its_first_to_its_last_with_empty_ones() -> None:
    months = count_by_month(_ARTICLES)
    assert len(months) == 25
    assert (months[0].date, months[0].count, months[0].path) == (date(2023, 12, 1), 1, "/2023/12/")
    assert (months[1].date, months[1].count, months[1].path) == (date(2024, 1, 1), 0, "")
    assert (months[-1].date, months[-1].count) == (date(2025, 12, 1), 2)
    assert sum(month.count for month in months) == len(_ARTICLES)
    assert count_by_month(()) == ()


def test_period_holds_its_articles() -> None:
    periods = by_period(_ARTICLES)
    assert [one.slug for one in periods[2025, 0]] == ["a", "b", "c"]
    assert [one.slug for one in periods[2025, 12]] == ["a", "b"]
    assert (2024, 0) not in periods


def test_year_is_that_of_the_zone_of_the_site() -> None:
    text = article("new-year", "date: 2026-01-01T03:00Z\n")
    (year,) = years_of(site_of(text, "timezone: America/New_York\n").articles)
    assert year.year == 2025
