"""Articles compared, by several processes where that is worth it."""

from __future__ import annotations

from collections.abc import Sequence

from ssg.build.pool import in_chunks
from ssg.relate.nearest import FoundLists, Nearest

# With fewer, processes cost more than they save.
_WORTH_PROCESSES = 500


def compare(nearest: Nearest, workers: int) -> None:
    """Find the articles nearest to each, where they are not known."""
    missing = nearest.missing()
    count = workers if len(missing) >= _WORTH_PROCESSES else 1
    for found in in_chunks(missing, _Given(nearest), _found, count):
        nearest.take(found)


class _Given:
    """Hands what it was given to each process."""

    def __init__(self, nearest: Nearest) -> None:
        self._nearest = nearest

    def __call__(self) -> Nearest:
        return self._nearest


def _found(nearest: Nearest, rows: Sequence[int]) -> FoundLists:
    return nearest.found(rows)
