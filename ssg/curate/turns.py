"""Manners: one request at a time to a host, with a pause, and none while it wants rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

_LONGEST_PAUSE = 30.0


class RestingError(Exception):
    """A host wants more rest than anybody waits for."""


@dataclass(slots=True)
class _Host:
    lock: Lock = field(default_factory=Lock)
    free_at: float = 0.0
    pause: float = 0.0


class Turns:
    """Gives turns at hosts; shared by threads."""

    def __init__(
        self,
        pause: float,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        patience: float = 60.0,
    ) -> None:
        """Begin.

        Args:
            pause: seconds from the end of one turn to the beginning of the next.
            clock: counts seconds.
            sleep: waits so many seconds.
            patience: how long somebody waits for a host that wants rest.

        """
        self.patience = patience
        self._pause = pause
        self._clock = clock
        self._sleep = sleep
        self._lock = Lock()
        self._hosts: dict[str, _Host] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for a turn at a host, and have it.

        Raises:
            RestingError: the host wants more rest than that.

        """
        state = self._host(host)
        with state.lock:
            wait = state.free_at - self._clock()
            if wait > self.patience:
                raise RestingError(host)
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                pause = max(self._pause, state.pause)
                state.free_at = max(state.free_at, self._clock() + pause)

    def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for some time."""
        state = self._host(host)
        state.free_at = max(state.free_at, self._clock() + seconds)

    def slow(self, host: str, pause: float) -> None:
        """Make the pause of a host longer, as its robots.txt asks for."""
        state = self._host(host)
        state.pause = max(state.pause, min(pause, _LONGEST_PAUSE))
        self.rest(host, state.pause)

    def _host(self, host: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(host, _Host())
