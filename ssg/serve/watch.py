"""Watching the files of a site."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Condition, Thread

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from ssg.build.files import is_ignored

# Reading a file makes events too; only these mean that something is not as it was.
_KINDS = {"created", "modified", "deleted", "moved"}

QUIET = 0.04
"""Seconds without a change after which the changes so far are told."""
PATIENCE = 0.5
"""Seconds after which they are told even if more keep coming."""


class Watcher:
    """Tells of changes below some folders, gathered until things are quiet."""

    def __init__(self, folders: Iterable[Path], files: Iterable[Path]) -> None:
        """Get ready to watch whole folders, and single files."""
        self._folders = tuple(folders)
        self._files = frozenset(files)
        self._observer = Observer()
        # Guards the changes; notified of each.
        self._changed = Condition()
        self._changes: set[Path] = set()
        self._stopped = False

    def start(self, tell: Callable[[frozenset[Path]], None]) -> None:
        """Begin; ``tell`` is called in a thread of its own, once for each burst of changes."""
        handler = _Handler(self._note)
        for folder in self._folders:
            self._observer.schedule(handler, str(folder), recursive=True)
        for folder in {file.parent for file in self._files}:
            self._observer.schedule(_Handler(self._note_file), str(folder), recursive=False)
        self._observer.start()
        Thread(target=self._gather, args=(tell,), daemon=True).start()

    def stop(self) -> None:
        """End."""
        self._observer.stop()
        self._observer.join()
        with self._changed:
            self._stopped = True
            self._changed.notify()

    def _note_file(self, path: Path) -> None:
        if path in self._files:
            self._note(path)

    def _note(self, path: Path) -> None:
        if is_ignored(path.name):
            return
        with self._changed:
            self._changes.add(path)
            self._changed.notify()

    def _gather(self, tell: Callable[[frozenset[Path]], None]) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._changes or self._stopped)
                deadline = time.monotonic() + PATIENCE
                while time.monotonic() < deadline and self._changed.wait(QUIET):
                    pass
                if self._stopped:
                    return
                changes, self._changes = frozenset(self._changes), set()
            tell(changes)


class _Handler(FileSystemEventHandler):
    def __init__(self, note: Callable[[Path], None]) -> None:
        self._note = note

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note the file of an event; an editor's safe save arrives as a move."""
        if event.event_type not in _KINDS or (
            event.is_directory and event.event_type == "modified"
        ):
            return
        for path in (event.src_path, event.dest_path):
            if path:
                self._note(Path(str(path)))
