"""Articles by year and month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from ssg.model.site import Article
from ssg.render.paths import archive_path
from ssg.render.views.parts import MonthCount, YearCount


def by_period(articles: Sequence[Article]) -> Mapping[tuple[int, int], Sequence[Article]]:
    """Return articles by year and month, and with month 0 by year, each in their order."""
    periods: dict[tuple[int, int], list[Article]] = defaultdict(list)
    for article in articles:
        periods[article.date.year, 0].append(article)
        periods[article.date.year, article.date.month].append(article)
    return dict(periods)


def years_of(articles: Sequence[Article]) -> tuple[YearCount, ...]:
    """Return how many articles each year and month holds, latest first."""
    months = Counter((one.date.year, one.date.month) for one in articles)
    years: Counter[int] = Counter()
    for (year, _), count in months.items():
        years[year] += count
    return tuple(
        YearCount(
            year=year,
            path=archive_path(year),
            count=years[year],
            months=tuple(
                MonthCount(date(year, month, 1), archive_path(year, month), months[year, month])
                for month in range(12, 0, -1)
                if (year, month) in months
            ),
        )
        for year in sorted(years, reverse=True)
    )


def count_by_month(articles: Sequence[Article]) -> tuple[MonthCount, ...]:
    """Return how many of some articles each month holds, from the first to the last of them."""
    months = Counter(one.date.year * 12 + one.date.month - 1 for one in articles)
    if not months:
        return ()
    return tuple(
        MonthCount(
            date(number // 12, number % 12 + 1, 1),
            archive_path(number // 12, number % 12 + 1) if months[number] else "",
            months[number],
        )
        for number in range(min(months), max(months) + 1)
    )
