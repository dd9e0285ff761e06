"""What was measured, as tables."""

from __future__ import annotations

import pytest

from tests.bench.measure import Cost, exponent
from tests.bench.tables import costs_table, growth_table

_SLOW = Cost(4, 6, 300)
_FAST = Cost(2, 1.5, 200)


def test_a_row_shows_medians_and_ratios() -> None:
    table = costs_table({("cold", "ssg"): [_SLOW] * 3, ("cold", "Hugo"): [_FAST, _SLOW, _FAST]})
    assert table.splitlines()[2:] == [
        "| cold, without search | Hugo | 4.00 | 2.00 | 2.00 | 6.00 | 1.50 | 4.00 "
        "| 300 | 200 | 1.50 |"
    ]


def test_what_was_not_measured_has_no_figure() -> None:
    table = costs_table({("cold", "ssg"): [_SLOW], ("one article added", "Hugo"): [_FAST]})
    assert table.splitlines()[2:] == [
        "| cold, without search | – | 4.00 | – | – | 6.00 | – | – | 300 | – | – |",
        "| one article added, without search | Hugo | – | 2.00 | – | – | 1.50 | – | – | 200 | – |",
    ]


def test_growth_is_the_exponent() -> None:
    assert exponent([(10, 3), (100, 300), (1_000, 30_000)]) == pytest.approx(2)
    tenfold = Cost(40, 600, 300)
    table = growth_table({10: {("cold", "ssg"): [_SLOW]}, 100: {("cold", "ssg"): [tenfold]}})
    assert table.splitlines()[2:] == [
        "| cold, without search | n^1.00 | n^2.00 | n^0.00 | – | – | – | – |"
    ]
