"""Plots as paths of SVG: each period is six units wide, each plot a hundred high.

They are stretched to the room they have, so that lines need ``vector-effect`` and words stand
outside.
"""

from __future__ import annotations

from collections.abc import Sequence

STEP = 6
"""The width of a period, the gap after a bar included."""
HEIGHT = 100
"""The height of a plot."""
_BAR = 5
_STEPS = (1, 2, 5)


def bars(values: Sequence[int], most: float, below: Sequence[int] = ()) -> str:
    """Return a bar for each value that isn't 0, where ``most`` would fill the height.

    Args:
        values: how high each is.
        most: what fills the height.
        below: on what each stands; on the ground otherwise.

    """
    grounds = below or [0] * len(values)
    return "".join(
        f"M{place * STEP} {_number(HEIGHT * (1 - ground / most))}"
        f"v{_number(-HEIGHT * value / most)}h{_BAR}v{_number(HEIGHT * value / most)}z"
        for place, (value, ground) in enumerate(zip(values, grounds, strict=True))
        if value
    )


def steps(values: Sequence[float], most: float) -> str:
    """Return a line that holds each value for its period; it breaks where one is 0."""
    parts = []
    before = 0.0
    for place, value in enumerate(values):
        if value:
            height = _number(HEIGHT * (1 - value / most))
            parts.append(f"V{height}" if before else f"M{place * STEP} {height}")
            parts.append(f"h{STEP}")
        before = value
    return "".join(parts)


def scale(most: float) -> tuple[int, ...]:
    """Return the marks of an axis: 0, and up to four round numbers, the last not below ``most``."""
    size = 1
    while True:
        for factor in _STEPS:
            step = size * factor
            if step * 4 >= most:
                return tuple(range(0, step * max(1, -int(-most // step)) + 1, step))
        size *= 10


def _number(value: float) -> str:
    """Return a number with two decimals at most."""
    return f"{round(value, 2) + 0:.2f}".rstrip("0").rstrip(".")
