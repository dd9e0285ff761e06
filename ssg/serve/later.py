"""What the development server does when nobody waits for anything."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Condition, Thread


class Later:
    """Does some work in a thread of its own, once things have been quiet for a while."""

    def __init__(self, quiet: float, work: Callable[[], None]) -> None:
        """Begin with nothing to do.

        Args:
            quiet: seconds without a disturbance after which the work is done.
            work: the work.

        """
        self._quiet = quiet
        self._work = work
        # Guards all below; notified when any of it changes.
        self._changed = Condition()
        self._wanted = False
        self._not_before = 0.0
        self._stopped = False

    def start(self) -> None:
        """Begin."""
        Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        """End."""
        with self._changed:
            self._stopped = True
            self._changed.notify()

    def want(self) -> None:
        """Have the work done once things are quiet."""
        with self._changed:
            self._wanted = True
            self._not_before = time.monotonic() + self._quiet
            self._changed.notify()

    def disturb(self) -> None:
        """Put off work that has not begun."""
        with self._changed:
            self._not_before = time.monotonic() + self._quiet

    def hurry(self) -> None:
        """Have the work that is wanted done at once: somebody waits for it."""
        with self._changed:
            self._not_before = 0.0
            self._changed.notify()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._wanted or self._stopped)
                while not self._stopped and (rest := self._not_before - time.monotonic()) > 0:
                    self._changed.wait(rest)
                if self._stopped:
                    return
                self._wanted = False
            self._work()
