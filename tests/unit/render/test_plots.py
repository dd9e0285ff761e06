"""Plots as paths of SVG."""

from __future__ import annotations

import pytest

from ssg.render.plots import bars, scale, steps


def test_bars_stand_on_the_ground_each_in_its_place() -> None:
    assert bars([10, 0, 5], 10) == "M0 100v-100h5v100zM12 100v-50h5v50z"


def test_bars_stand_on_others() -> None:
    assert bars([1, 2], 4, [2, 0]) == "M0 50v-25h5v25zM6 100v-50h5v50z"


def test_a_line_breaks_where_nothing_is() -> None:
    assert steps([1, 2, 0, 4], 4) == "M0 75h6V50h6M18 0h6"


@pytest.mark.parametrize(
    ("most", "marks"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (3.2, (0, 1, 2, 3, 4)),
        (7, (0, 2, 4, 6, 8)),
        (35, (0, 10, 20, 30, 40)),
        (81, (0, 50, 100)),
        (4100, (0, 2000, 4000, 6000)),
    ],
)
def test_an_axis_has_few_round_marks(most: float, marks: tuple[int, ...]) -> None:
    assert scale(most) == marks
