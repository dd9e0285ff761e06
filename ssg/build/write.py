"""A staging folder that becomes the site."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ssg.build.swap import replace_folder
from ssg.errors import Location, SsgError, error

MARKER = ".made-by-ssg"
"""A file that tells an output folder from one that must not be replaced."""

_MARKER_TEXT = (
    b"This folder is replaced by every build of ssg. Files that belong to the site go\n"
    b"into content/static/.\n"
)


@dataclass(slots=True)
class Counts:
    """What a build did to the output folder."""

    written: int = 0
    """New files, and files that changed."""
    unchanged: int = 0
    """Files that are as they were, time stamp and all."""
    removed: int = 0
    """Files that no longer belong."""


class Staging:
    """A folder beside the output folder, filled and then put in its place."""

    def __init__(self, output: Path, folder: Path) -> None:
        """Begin with an empty folder."""
        self.counts = Counts()
        self.output = output
        self._folder = folder
        self._seen: set[str] = set()
        self.write(MARKER, _MARKER_TEXT)

    def write(self, path: str, data: bytes) -> None:
        """Write a file; one that holds the same in the output folder is kept as it is there."""
        old = self.output / path
        if self._same(old, data):
            self._keep(path, old)
            return
        place = self._place(path)
        place.write_bytes(data)
        self.counts.written += 1

    def copy(self, path: str, source: Path) -> None:
        """Copy a file; one that holds the same in the output folder is kept as it is there."""
        old = self.output / path
        if self._same(old, source.read_bytes()):
            self._keep(path, old)
            return
        shutil.copyfile(source, self._place(path))
        self.counts.written += 1

    def finish(self) -> Counts:
        """Put the folder in the place of the output folder; return what changed."""
        before = {
            path.relative_to(self.output).as_posix()
            for path in self.output.rglob("*")
            if not path.is_dir()
        }
        self.counts.removed = len(before - self._seen)
        replace_folder(self._folder, self.output)
        return self.counts

    @staticmethod
    def _same(old: Path, data: bytes) -> bool:
        try:
            return old.stat().st_size == len(data) and old.read_bytes() == data
        except OSError:
            return False

    def _keep(self, path: str, old: Path) -> None:
        place = self._place(path)
        try:
            os.link(old, place)
        except OSError:
            shutil.copy2(old, place)
        self.counts.unchanged += 1

    def _place(self, path: str) -> Path:
        self._seen.add(path)
        place = self._folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        return place


@contextmanager
def staging(output: Path, root: Path) -> Iterator[Staging]:
    """Give a staging folder for an output folder; it is gone afterwards, whatever happens.

    Raises:
        SsgError: the output folder must not be replaced, can't be written, or the disk is full.

    """
    check_output(output, root)
    folder = output.with_name(f".{output.name}.staging")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        # A build that was killed leaves these behind; the lock of the site keeps others out.
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(folder.with_name(folder.name + ".old"), ignore_errors=True)
        folder.mkdir()
        yield Staging(output, folder)
    except OSError as problem:
        raise _write_failure(problem, output) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def check_output(output: Path, root: Path) -> None:
    """Refuse an output folder whose replacement would destroy something.

    Raises:
        SsgError: it holds the site or part of it, or files that ssg did not make.

    """
    inside = [root / name for name in ("content", "themes", ".ssg", ".git")]
    if root.is_relative_to(output) or any(output.is_relative_to(one) for one in inside):
        message = f"the output folder {output} holds part of the site itself"
        hint = "name a folder that a build may replace, such as public"
        raise error("build/output-folder", message, None, hint)
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        message = f"the output folder {output} is not a folder"
        raise error("build/output-folder", message, None, "remove it, or name another")
    if output.is_dir() and any(output.iterdir()) and not (output / MARKER).is_file():
        message = f"the output folder {output} holds files that ssg did not make"
        hint = "empty it, or name another with --output"
        raise error("build/output-folder", message, None, hint)


def _write_failure(problem: OSError, output: Path) -> SsgError:
    reason = (problem.strerror or str(problem)).lower()
    hints = {
        errno.ENOSPC: "make room on the disk; the site is as it was",
        errno.EDQUOT: "make room on the disk; the site is as it was",
        errno.EACCES: "check that you may write there; the site is as it was",
        errno.EROFS: "choose a place that can be written; the site is as it was",
    }
    hint = hints.get(problem.errno or 0, "the site is as it was")
    where = Location(str(output))
    return error("build/cannot-write", f"cannot write the site: {reason}", where, hint)


def shortened(path: str, length: int = 80) -> str:
    """Return a path as a message shows it, its middle left out where it is very long."""
    return path if len(path) <= length else f"{path[: length // 2]}…{path[-length // 2 :]}"
