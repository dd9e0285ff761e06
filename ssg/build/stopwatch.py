"""How long each stage takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Stopwatch:
    """Adds up seconds by stage."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Begin at zero, with a clock that counts seconds."""
        self.seconds: dict[str, float] = {}
        self.clock = clock
        self._began = clock()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what happens within to a stage."""
        began = self.clock()
        try:
            yield
        finally:
            self.add(name, self.clock() - began)

    def add(self, name: str, seconds: float) -> None:
        """Count seconds to a stage."""
        self.seconds[name] = self.seconds.get(name, 0.0) + seconds

    @property
    def total(self) -> float:
        """Seconds since the beginning."""
        return self.clock() - self._began
