"""One build of a site at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ssg.errors import error

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows: builds are not kept apart there
    fcntl = None  # type: ignore[assignment]


@contextmanager
def build_lock(cache: Path) -> Iterator[None]:
    """Hold the lock of a site; the system frees it even if the process is killed.

    Raises:
        SsgError: another build holds it.

    """
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as file:
        if fcntl:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                message = "another build of this site is running"
                hint = "wait for it to end, then build again"
                raise error("build/running", message, None, hint) from None
        yield
