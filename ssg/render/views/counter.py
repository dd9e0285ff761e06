"""Who counts how often articles are read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CounterView:
    """A GoatCounter."""

    url: str
    """Its address, without a slash at its end."""
    show: bool
    """True where the number is shown under an article."""
