"""A staging folder that becomes the site."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from ssg.build.manifest import Status
from ssg.build.swap import replace_folder
from ssg.errors import Location, SsgError, error, reason_of

T = TypeVar("T")

MARKER = ".made-by-ssg"
"""A file that tells an output folder from one that must not be replaced."""

_MARKER_TEXT = (
    b"This folder is replaced by every build of ssg. Files that belong to the site go\n"
    b"into content/static/.\n"
)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a build did to the output folder."""

    written: int
    """New files, and files that changed."""
    unchanged: int
    """Files that are as they were, time stamp and all."""
    removed: int
    """Files that no longer belong."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file in its place."""

    status: Status
    """Its size and time stamp."""
    changed: bool
    """False where it held the same before."""


class Staging:
    """A folder beside the output folder, filled and then put in its place.

    It may begin as an older state of the output folder, whose files are those of the output
    folder itself where they did not change. Processes may fill it together.
    """

    def __init__(self, output: Path, folder: Path, begun: Mapping[str, Status]) -> None:
        """Begin with a folder and the files in it."""
        self.output = output
        self._folder = folder
        self._begun = begun

    def write(self, path: str, data: bytes) -> Written:
        """Write a file; one that holds the same in the output folder is kept as it is there."""
        # Paths as texts: for thousands of files, making objects of them costs as much as writing.
        old, place = f"{self.output}/{path}", f"{self._folder}/{path}"
        if _holds(old, data):
            _put(place, lambda: _link(old, place))
            return Written(_status(os.stat(place)), False)
        with _put(place, lambda: open(place, "xb")) as file:
            file.write(data)
            file.flush()
            return Written(_status(os.fstat(file.fileno())), True)

    def copy(self, path: str, source: Path) -> Written:
        """Copy a file; one that holds the same in the output folder is kept as it is there."""
        return self.write(path, source.read_bytes())

    def complete(self, kept: Mapping[str, Status], written: Collection[str]) -> None:
        """Keep files of the output folder, and remove what doesn't belong.

        Args:
            kept: the files to keep, as they are there.
            written: the files that were written.

        """
        for path in self._begun.keys() - kept.keys() - set(written):
            self._remove(path)
        for path, status in kept.items():
            if self._begun.get(path) != status:
                old, place = f"{self.output}/{path}", f"{self._folder}/{path}"
                _put(place, partial(_link, old, place))

    def finish(self, spare: Path) -> None:
        """Put the folder in the place of the output folder, which becomes a spare one."""
        self.write(MARKER, _MARKER_TEXT)
        replace_folder(self._folder, self.output, spare)

    def _remove(self, path: str) -> None:
        place = self._folder / path
        place.unlink()
        with suppress(OSError):  # the first folder that is not empty
            for folder in place.relative_to(self._folder).parents:
                (self._folder / folder).rmdir()


def files_in(folder: Path) -> dict[str, Status]:
    """Return the files of an output folder with their sizes and time stamps."""
    found: dict[str, Status] = {}
    waiting = [""]
    while waiting:
        above = waiting.pop()
        try:
            entries = os.scandir(f"{folder}/{above}")
        except OSError:
            # Nothing there, or nothing that can be kept.
            continue
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{above}{entry.name}/")
                elif entry.name != MARKER or above:
                    status = entry.stat(follow_symlinks=False)
                    found[f"{above}{entry.name}"] = (status.st_size, status.st_mtime_ns)
    return found


def spare_files(output: Path, there: Iterable[str], spare: Path) -> dict[str, Status]:
    """Return the files of a spare folder; where there is none, it is made of links to those of the
    output folder.

    It is a beginning of the next state of that: what it lacks is added to it then, so that it does
    no harm if this is ended half-way.

    Args:
        output: the output folder.
        there: the files of the output folder.
        spare: the spare folder.

    """
    if not spare.exists():
        with suppress(OSError):  # on this disk there are no links
            for path in there:
                old, place = f"{output}/{path}", f"{spare}/{path}"
                _put(place, partial(os.link, old, place))
    return files_in(spare)


def _holds(old: str, data: bytes) -> bool:
    try:
        return os.stat(old).st_size == len(data) and Path(old).read_bytes() == data
    except OSError:
        return False


def _put(place: str, make: Callable[[], T]) -> T:
    """Make a file that must not be there yet; what stands in its place is removed, and the folder
    made, where that turns out to be in the way.
    """
    try:
        return make()
    except FileNotFoundError:
        os.makedirs(os.path.dirname(place), exist_ok=True)
    except FileExistsError:
        # It may be a file of the output folder by another name, which must stay as it is.
        os.unlink(place)
    return make()


def _link(old: str, place: str) -> None:
    try:
        os.link(old, place)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:  # on this disk there are no links, or the file has too many
        with suppress(FileNotFoundError):
            os.unlink(place)
        shutil.copy2(old, place)


def _status(found: os.stat_result) -> Status:
    return (found.st_size, found.st_mtime_ns)


@contextmanager
def staging(
    output: Path, root: Path, spare: Path, begun: Mapping[str, Status]
) -> Iterator[Staging]:
    """Give a staging folder for an output folder; it is gone afterwards, whatever happens.

    Args:
        output: the output folder.
        root: the folder of site.yaml.
        spare: an older state of the output folder to begin with, if it is there.
        begun: the files in that.

    Raises:
        SsgError: the output folder must not be replaced, can't be written, or the disk is full.

    """
    check_output(output, root)
    folder = _staging_folder(output)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        remove_leftovers(output)
        if not _moved(spare, folder):
            folder.mkdir()
            begun = {}
        yield Staging(output, folder, begun)
    except OSError as problem:
        raise _write_failure(problem, output) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def remove_leftovers(output: Path) -> None:
    """Remove what a build that was killed left behind; the lock of the site keeps others out."""
    folder = _staging_folder(output)
    for left in (folder, folder.with_name(folder.name + ".old")):
        shutil.rmtree(left, ignore_errors=True)


def _staging_folder(output: Path) -> Path:
    return output.with_name(f".{output.name}.staging")


def _moved(spare: Path, folder: Path) -> bool:
    try:
        spare.rename(folder)
    except OSError:  # there is none, or it lies on another disk
        return False
    return True


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
    reason = reason_of(problem)
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
