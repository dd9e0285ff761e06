"""What a page asked of the site while it was rendered."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import TypeVar

from ssg.model.output import Read

T = TypeVar("T")


class Reads:
    """Notes the questions of one page at a time, in each thread apart."""

    def __init__(self) -> None:
        """Begin with nobody asking."""
        self._asked: ContextVar[dict[Read, None] | None] = ContextVar("asked", default=None)

    def note(self, *read: str) -> None:
        """Note a question."""
        asked = self._asked.get()
        if asked is not None:
            asked[read] = None

    def during(self, work: Callable[[], T]) -> tuple[T, tuple[Read, ...]]:
        """Do some work; return what came of it, and every question asked, each once."""
        asked: dict[Read, None] = {}
        before = self._asked.set(asked)
        try:
            return work(), tuple(asked)
        finally:
            self._asked.reset(before)


UNNOTED = Reads()
"""Where nobody wants to know."""
