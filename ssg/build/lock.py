"""One build of a site at a time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ssg.errors import Location, error, reason_of

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows: builds are not kept apart there
    fcntl = None  # type: ignore[assignment]

_MOMENT = 1.0
"""Seconds for which it is tried."""


@contextmanager
def build_lock(cache: Path) -> Iterator[None]:
    """Hold the lock of a site; the system frees it even if the process is killed.

    Raises:
        SsgError: another build holds it, or it can't be written.

    """
    with _opened(cache) as file:
        if fcntl:
            _lock(file)
        yield


def _lock(file: IO[str]) -> None:
    # The processes of a build that was killed hold it too, and end a moment later.
    until = time.monotonic() + _MOMENT
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if time.monotonic() > until:
                message = "another build of this site is running"
                hint = "wait for it to end, then build again"
                raise error("build/running", message, None, hint) from None
            time.sleep(_MOMENT / 20)
        else:
            return


def _opened(cache: Path) -> IO[str]:
    try:
        cache.mkdir(parents=True, exist_ok=True)
        return (cache / "lock").open("w")
    except OSError as problem:
        hint = "check that you may write there; the site is as it was"
        where = Location(cache.name)
        raise error(
            "build/cannot-write", f"cannot write: {reason_of(problem)}", where, hint
        ) from None
