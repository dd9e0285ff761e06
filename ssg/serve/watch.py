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
_CHANGES = {"created", "modified", "deleted", "moved"}
# After these more may come, until who writes the file closes it.
_UNFINISHED = {"created", "modified"}
_CLOSED = "closed"

WHOLE = 0.01
"""Seconds without a change after which the changes so far are told, if who wrote the files has
closed them."""
QUIET = 0.04
"""The same if not: more may be written into them. Some systems never tell of a closed file."""
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
        # Those into which more may be written.
        self._unfinished: set[Path] = set()
        self._stopped = False

    def watch(self) -> None:
        """Begin to gather changes."""
        handler = _Handler(self._note)
        for folder in self._folders:
            self._observer.schedule(handler, str(folder), recursive=True)
        for folder in {file.parent for file in self._files}:
            self._observer.schedule(_Handler(self._note_file), str(folder), recursive=False)
        self._observer.start()

    def start(self, tell: Callable[[frozenset[Path]], None]) -> None:
        """Begin to tell; ``tell`` is called in a thread of its own, once for each burst."""
        Thread(target=self._gather, args=(tell,), daemon=True).start()

    def stop(self) -> None:
        """End."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()
        with self._changed:
            self._stopped = True
            self._changed.notify()

    def _note_file(self, path: Path, event: str) -> None:
        if path in self._files:
            self._note(path, event)

    def _note(self, path: Path, event: str) -> None:
        if is_ignored(path.name):
            return
        with self._changed:
            if event in _UNFINISHED:
                self._unfinished.add(path)
            else:
                self._unfinished.discard(path)
            if event in _CHANGES:
                self._changes.add(path)
            self._changed.notify()

    def _gather(self, tell: Callable[[frozenset[Path]], None]) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._changes or self._stopped)
                deadline = time.monotonic() + PATIENCE
                while time.monotonic() < deadline and self._changed.wait(
                    QUIET if self._unfinished else WHOLE
                ):
                    pass
                if self._stopped:
                    return
                changes, self._changes = frozenset(self._changes), set()
                self._unfinished.clear()
            tell(changes)


class _Handler(FileSystemEventHandler):
    def __init__(self, note: Callable[[Path, str], None]) -> None:
        self._note = note

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note the file of an event; an editor's safe save arrives as a move."""
        if event.event_type not in _CHANGES | {_CLOSED} or (
            event.is_directory and event.event_type == "modified"
        ):
            return
        for path in (event.src_path, event.dest_path):
            if path:
                self._note(Path(str(path)), event.event_type)
