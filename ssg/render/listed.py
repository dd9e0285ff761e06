"""What questions about lists and threads are answered with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ssg.model.site import Article, Corrected
from ssg.render.views.parts import MonthCount


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of a list of articles."""

    articles: tuple[Article, ...]
    """Those on it."""
    pages: int
    """How many pages the list has."""


@dataclass(frozen=True, slots=True)
class ListedCorrections:
    """A page of the list of corrections."""

    corrections: tuple[Corrected, ...]
    """Those on it."""
    pages: int
    """How many pages the list has."""


@dataclass(frozen=True, slots=True)
class Span:
    """The articles of a term as a whole, and the time in which they appeared."""

    count: int
    """How many there are."""
    first: Article | None
    """The first of its articles."""
    updated: datetime | None
    """When the latest was published or changed."""
    months: tuple[MonthCount, ...]
    """Every month from the first to the last."""


@dataclass(frozen=True, slots=True)
class PlaceInThread:
    """Where an article stands in a thread."""

    count: int
    """How many articles the thread has."""
    newer: Article | None
    """The article after it."""
    older: Article | None
    """The article before it."""
