"""How a site spreads its attention."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from ssg.model.balance import Balance, Period, Share, SingleSource, Spread
from ssg.relate.balance import effective_number, weigh
from tests.unit.relate.making import article, site_of

_BEGIN = datetime(2025, 12, 1, tzinfo=UTC)
_END = datetime(2025, 12, 31, 23, 59, 59, tzinfo=UTC)


def _from(outlet: str, more: str = "", author: str = "") -> str:
    written = f"\n  author: {author}" if author else ""
    return f"kind: curated\n{more}source:\n  name: {outlet}\n  url: https://example.org/{written}\n"


def _label(outlet: str, label: str) -> str:
    slug = outlet.lower()
    return f"-- sources/{slug}.md --\n---\ntitle: {outlet}\nlabel: {label}\n---\n"


_SITE = (
    article("2025-11-30-before", _from("Slate"))
    + article("2025-12-01-a", _from("Slate", "thread: talks\nsection: World\n", "A. Writer"))
    + article("2025-12-02-b", _from("Slate", "thread: talks\ntags: [oil, trade]\n"))
    + article("2025-12-15-c", _from("AP", "thread: gaza\ntags: oil\n", "A. Writer"))
    + article("2025-12-16-d", "thread: gaza\nauthors: B. Editor\nsection: World\n")
    + article("2025-12-31-e", _from("NPR", "thread: trade\n"))
    + _label("Slate", "magazine")
    + _label("AP", "agency")
)


def _weigh(text: str = _SITE, begin: datetime = _BEGIN, end: datetime = _END) -> Balance:
    return weigh(site_of(text), begin, end)


def test_pieces_of_ones_own_stand_apart() -> None:
    balance = _weigh()
    assert (balance.pieces, balance.own) == (5, 1)


def test_outlets_come_with_their_shares_and_their_time() -> None:
    assert _weigh().spreads["outlets"] == Spread(
        shares=(
            Share("Slate", 2, 0.5, (2, 0, 0, 0, 0)),
            Share("AP", 1, 0.25, (0, 0, 1, 0, 0)),
            Share("NPR", 1, 0.25, (0, 0, 0, 0, 1)),
        ),
        without=0,
        top_three=1.0,
        effective=16 / 6,
    )


def test_labels_are_those_of_the_pages_of_outlets() -> None:
    labels = _weigh().spreads["labels"]
    assert [(one.name, one.pieces) for one in labels.shares] == [("magazine", 2), ("agency", 1)]
    assert labels.without == 1


def test_authors_here_and_authors_of_originals_are_told_apart() -> None:
    spreads = _weigh().spreads
    assert [(one.name, one.pieces) for one in spreads["authors"].shares] == [("B. Editor", 1)]
    assert [(one.name, one.pieces) for one in spreads["writers"].shares] == [("A. Writer", 2)]
    assert spreads["writers"].without == 2


def test_shares_of_tags_are_of_all_mentions() -> None:
    tags = _weigh().spreads["tags"]
    assert [(one.name, one.pieces) for one in tags.shares] == [("oil", 2), ("trade", 1)]
    assert [one.share for one in tags.shares] == pytest.approx([2 / 3, 1 / 3])
    assert tags.without == 3


def test_sections_are_counted() -> None:
    sections = _weigh().spreads["sections"]
    assert [(one.name, one.pieces, one.share) for one in sections.shares] == [("World", 2, 1.0)]


def test_every_week_of_the_span_has_its_period() -> None:
    balance = _weigh()
    assert balance.unit == "week"
    assert balance.periods == (
        Period(date(2025, 12, 1), 2, 0, 1, 1.0),
        Period(date(2025, 12, 8), 0, 0, 0, 0.0),
        Period(date(2025, 12, 15), 2, 1, 1, 1.0),
        Period(date(2025, 12, 22), 0, 0, 0, 0.0),
        Period(date(2025, 12, 29), 1, 0, 1, 1.0),
    )


def test_a_long_span_goes_by_month() -> None:
    balance = _weigh(begin=datetime(2025, 1, 31, tzinfo=UTC))
    assert balance.unit == "month"
    assert [one.begins.month for one in balance.periods] == list(range(1, 13))
    assert [one.pieces for one in balance.periods[-2:]] == [1, 5]


def test_both_ends_of_the_span_belong_to_it() -> None:
    first = datetime(2025, 12, 1, tzinfo=UTC)
    assert _weigh(begin=first, end=datetime(2025, 12, 2, tzinfo=UTC)).pieces == 2


def test_periods_are_those_of_the_zone_of_the_site() -> None:
    text = "-- posts/a.md --\n---\ntitle: A\ndate: 2025-12-01 01:00\n---\n"
    site = site_of(text, "timezone: Asia/Tokyo\n")
    # In UTC it is still November.
    balance = weigh(site, site.articles[0].date.astimezone(UTC), _END)
    assert balance.periods[0].begins == date(2025, 12, 1)
    assert balance.periods[0].pieces == 1
    assert balance.since.tzinfo == ZoneInfo("Asia/Tokyo")


def test_threads_of_one_outlet_alone_are_named() -> None:
    assert _weigh().single_source == (
        SingleSource("Talks", "Slate", 2, 0),
        SingleSource("Gaza", "AP", 1, 1),
    )


def test_a_thread_of_two_outlets_or_of_ones_own_is_not() -> None:
    text = (
        article("2025-12-01-a", _from("Slate", "thread: talks\n"))
        + article("2025-12-02-b", _from("AP", "thread: talks\n"))
        + article("2025-12-03-c", "thread: own\n")
        + article("2025-12-04-d", "thread: own\n")
    )
    assert _weigh(text).single_source == ()


def test_a_span_of_nothing_is_empty() -> None:
    balance = _weigh("")
    assert (balance.pieces, balance.own, balance.single_source) == (0, 0, ())
    assert balance.spreads["outlets"] == Spread((), 0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("counts", "number"),
    [([], 0), ([7], 1), ([5, 5], 2), ([1] * 10, 10), ([91, *[1] * 9], 100**2 / (91**2 + 9))],
)
def test_effective_number_is_that_of_equal_sizes(counts: list[int], number: float) -> None:
    assert effective_number(counts) == pytest.approx(number)
