"""The search index: shards that changed are indexed again, and all of them read as one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread

from ssg.build.search_merge import merged
from ssg.build.search_service import index
from ssg.render.shards import Shard

_FINISHED = "finished"
_FORM = 3
"""Changes with what is made of the answers of Pagefind."""
_AT_ONCE = 2000
"""Documents that are indexed at a time: Pagefind takes about half a megabyte for each."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """A search index on the disk."""

    files: Mapping[str, Path | bytes]
    """Its files by path: where each lies, or what it holds."""
    folders: Mapping[str, Path]
    """The folder of each shard by its name."""
    made: frozenset[str]
    """The names of the shards that were indexed now; the others were made before."""
    documents: int
    """How many articles and pages it holds."""


def build_index(shards: Sequence[Shard], cache: Path, jobs: int = 2) -> SearchIndex:
    """Return an index of some shards, each made afresh unless it is there with the same key.

    Each shard has a folder of its own, named by its key.

    Args:
        shards: what to index, the latest first; one at least.
        cache: the folder of indexes; it may be deleted at any time.
        jobs: how many shards are indexed at a time, if their size allows it.

    Raises:
        SsgError: Pagefind is missing or fails, or a record can't be made.

    """
    places = {shard.name: cache / f"{shard.name}.{_digest(shard)}" for shard in shards}
    missing = [shard for shard in shards if not (places[shard.name] / _FINISHED).is_file()]
    if missing:
        cache.mkdir(parents=True, exist_ok=True)
        _make_all(missing, places, jobs)
    folders = {name: place / "pagefind" for name, place in places.items()}
    made = frozenset(shard.name for shard in missing)
    return SearchIndex(merged(folders), folders, made, sum(shard.documents for shard in shards))


def remove_others(cache: Path, index: SearchIndex) -> None:
    """Remove all shards but those of an index, so that nothing withdrawn stays findable."""
    kept = {folder.parent for folder in index.folders.values()}
    for other in cache.iterdir():
        if other not in kept:
            shutil.rmtree(other, ignore_errors=True)


def _digest(shard: Shard) -> str:
    known = f"{_FORM} {version('pagefind-bin')} {shard.key}"
    return blake2b(known.encode(), digest_size=16).hexdigest()


def _make_all(shards: Sequence[Shard], places: Mapping[str, Path], jobs: int) -> None:
    largest = max(shard.documents for shard in shards)
    workers = max(1, min(jobs, os.cpu_count() or 1, _AT_ONCE // max(largest, 1)))
    # Records are made one shard at a time: what makes them is shared.
    making = Lock()
    waiting = SimpleQueue[Shard]()
    for shard in shards:
        waiting.put(shard)
    failures: list[BaseException] = []

    def work() -> None:
        with suppress(Empty):
            while not failures:
                shard = waiting.get_nowait()
                try:
                    _make(shard, places[shard.name], making)
                except BaseException as failure:
                    failures.append(failure)

    # Not those of an executor: whoever interrupts a build would wait for all that is left.
    threads = [Thread(target=work, daemon=True) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def _make(shard: Shard, place: Path, making: Lock) -> None:
    fresh = Path(tempfile.mkdtemp(prefix="new-", dir=place.parent))
    try:
        with making:
            records = shard.records()
        index(records, fresh / "pagefind")
        (fresh / _FINISHED).touch()
        shutil.rmtree(place, ignore_errors=True)
        fresh.rename(place)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
