"""Whom a site lets speak, and about what, within a span: a report for its editors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Kind = Literal["outlets", "labels", "writers", "authors", "sections", "tags"]
Unit = Literal["week", "month"]


@dataclass(frozen=True, slots=True)
class Share:
    """What one name has of all."""

    name: str
    """The outlet, author, section, tag or label."""
    pieces: int
    """How many pieces carry it."""
    share: float
    """Its part of all mentions: where a piece has one name at most, of all pieces with a name."""
    over_time: tuple[int, ...]
    """How many pieces carry it in each period."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How pieces are spread over the names of one kind."""

    shares: tuple[Share, ...]
    """The names, the largest part first."""
    without: int
    """How many of the pieces looked at carry none."""
    top_three: float
    """The part that the three largest have together."""
    effective: float
    """How many names of equal size would be as concentrated; 0 where there are none."""


@dataclass(frozen=True, slots=True)
class Period:
    """A week or month of the span."""

    begins: date
    """Its first day; weeks begin on Monday."""
    pieces: int
    """What was published in it."""
    own: int
    """Pieces of one's own."""
    outlets: int
    """How many outlets the others come from."""
    effective: float
    """The effective number of these outlets; 0 where there are none."""


@dataclass(frozen=True, slots=True)
class SingleSource:
    """A thread that leans on one outlet."""

    thread: str
    """Its name."""
    outlet: str
    """The outlet."""
    pieces: int
    """Pieces from that outlet."""
    own: int
    """Pieces of one's own."""


@dataclass(frozen=True, slots=True)
class Balance:
    """What was published within a span, and how it is spread."""

    since: datetime
    """The beginning of the span."""
    until: datetime
    """The end of the span."""
    pieces: int
    """What was published in it."""
    own: int
    """Pieces of one's own."""
    unit: Unit
    """What a period is."""
    periods: tuple[Period, ...]
    """Every period of the span, the first one first, empty ones too."""
    spreads: Mapping[Kind, Spread]
    """The outlets of pieces that are not one's own, the labels of these outlets and the writers of
    the originals; the authors, sections and tags of all pieces.
    """
    single_source: tuple[SingleSource, ...]
    """Threads of two pieces or more in the span that name one outlet alone, the largest first."""
