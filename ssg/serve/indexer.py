"""The search index of the development server, made when things are quiet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Condition

from ssg.build.search import SearchIndex, remove_others
from ssg.errors import SsgError
from ssg.serve.later import Later
from ssg.serve.session import Session

QUIET = 1.0
"""Seconds without a change or a page after which the index is made anew."""
PATIENCE = 60.0
"""Seconds that a request for the first index waits."""


class Indexer:
    """Keeps a search index of the site as it is."""

    def __init__(self, session: Session, cache: Path, tell: Callable[[], None]) -> None:
        """Begin without an index.

        Args:
            session: the site.
            cache: the folder of indexes.
            tell: called whenever there is a new one.

        """
        self._session = session
        self._cache = cache
        self._tell = tell
        # Guards the index; notified when it changes.
        self._changed = Condition()
        self._index: SearchIndex | None = None
        self._done = False
        self._stopped = False
        self.later = Later(QUIET, self._work)
        """When an index is made."""

    def stop(self) -> None:
        """End."""
        self.later.stop()
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def file(self, path: str) -> bytes | None:
        """Return a file of the index, waiting for the first one; none where there is none."""
        if not self._done:
            self.later.hurry()
        with self._changed:
            self._changed.wait_for(lambda: self._done or self._stopped, PATIENCE)
            found = self._index.files.get(path) if self._index else None
            # Read while the index stands, for the next one takes its place on the disk as well.
            return found.read_bytes() if isinstance(found, Path) else found

    def _work(self) -> None:
        index = self._make()
        with self._changed:
            new = _files(index) != _files(self._index)
            self._index, self._done = index, True
            if index:
                remove_others(self._cache, index)
            self._changed.notify_all()
        if new:
            self._tell()

    def _make(self) -> SearchIndex | None:
        try:
            return self._session.index(self._cache)
        except SsgError:
            # A shortcode that fails shows its complaint on its page; the old index serves on.
            return self._index


def _files(index: SearchIndex | None) -> object:
    return index and index.files
