"""Reading folders: what counts as a file of the site, and what does not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from ssg.errors import Diagnostic, Location
from ssg.model.files import FileRef

# Hidden files that hosts of websites look for.
_KEPT = {".well-known", ".nojekyll", ".htaccess"}


def walk(folder: Path, label: str) -> Iterator[Path | Diagnostic]:
    """Yield every file below a folder, in a steady order; a link that leaves it is an error.

    Hidden files and what editors leave behind are passed over.
    """
    root = folder.resolve()
    closed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders.sort()
        folders[:] = [name for name in folders if not is_ignored(name)]
        links = [name for name in folders if Path(place, name).is_symlink()]
        for name in sorted([*files, *links]):
            path = Path(place, name)
            if is_ignored(name):
                continue
            if not _is_text(name):
                yield _unnameable(path, folder, label)
                continue
            if path.is_symlink():
                relative = path.relative_to(folder).as_posix()
                problem = _check_link(path, root, f"{label}/{relative}")
                if problem:
                    yield problem
                    continue
            if path.is_file():
                yield path
    for failure in closed if folder.is_dir() else ():
        relative = Path(failure.filename).relative_to(folder).as_posix()
        yield unreadable(failure, f"{label}/{relative}".removesuffix("/."))


def file_ref(path: Path, label: str) -> FileRef:
    """Return a file with the digest of its bytes."""
    digest = blake2b(digest_size=16)
    with path.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
    return FileRef(str(path), label, digest.hexdigest())


def unreadable(problem: OSError, label: str) -> Diagnostic:
    """Return the failure to read a file as an error."""
    reason = (problem.strerror or str(problem)).lower()
    hint = "check that it is there and that you may read it"
    return Diagnostic("error", "files/unreadable", f"cannot read: {reason}", Location(label), hint)


def is_ignored(name: str) -> bool:
    """Tell whether a file or folder is passed over: hidden, or left behind by an editor."""
    if name in _KEPT:
        return False
    return name.startswith((".", "#")) or name.endswith(("~", ".swp", ".tmp"))


def _is_text(name: str) -> bool:
    """Tell whether a name is text, and not bytes of an older encoding."""
    return not any("\ud800" <= one <= "\udfff" for one in name)


def _unnameable(path: Path, folder: Path, label: str) -> Diagnostic:
    relative = os.fsencode(path.relative_to(folder)).decode("utf-8", "replace")
    message, hint = "the name of the file is not UTF-8", "rename it"
    return Diagnostic("error", "files/not-utf8", message, Location(f"{label}/{relative}"), hint)


def _check_link(path: Path, root: Path, label: str) -> Diagnostic | None:
    try:
        target = path.resolve()
    except (OSError, RuntimeError):  # links that lead to each other
        target = path
    if not target.exists():
        message, hint = "a symbolic link that leads nowhere", "remove it"
    elif not target.is_relative_to(root):
        message = "a symbolic link that leaves the folder"
        hint = "copy what it points at to its place"
    elif target.is_dir():
        message, hint = "a symbolic link to a folder", "move the folder to its place"
    else:
        return None
    return Diagnostic("error", "files/symbolic-link", message, Location(label), hint)
