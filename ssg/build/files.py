"""Reading folders: what counts as a file of the site, what does not, and what each holds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ssg.errors import Diagnostic, Location, reason_of

# Hidden files that hosts of websites look for.
_KEPT = {".well-known", ".nojekyll", ".htaccess"}


@dataclass(frozen=True, slots=True)
class Found:
    """A file of a folder."""

    path: Path
    """Where it lies."""
    name: str
    """Its path below the folder, with slashes."""
    size: int
    """Bytes in it."""
    changed: int
    """When it was changed last, in nanoseconds."""


def walk(folder: Path, label: str) -> Iterator[Found | Diagnostic]:
    """Yield every file below a folder, in a steady order; a link that leaves it is an error.

    Hidden files and what editors leave behind are passed over.
    """
    yield from _walk(folder, "", folder.resolve(), label)


def _walk(folder: Path, above: str, root: Path, label: str) -> Iterator[Found | Diagnostic]:
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except OSError as problem:
        if above or folder.is_dir():
            yield unreadable(problem, f"{label}/{above}".removesuffix("/"))
        return
    folders: list[str] = []
    for entry in entries:
        name = f"{above}{entry.name}"
        if is_ignored(entry.name):
            continue
        linked = entry.is_symlink()
        if not linked and entry.is_dir():
            folders.append(entry.name)
            continue
        if not _is_text(entry.name):
            yield _unnameable(name, label)
            continue
        path = folder / entry.name
        complaint = _check_link(path, root, f"{label}/{name}") if linked else None
        if complaint:
            yield complaint
        elif entry.is_file():
            status = entry.stat()
            yield Found(path, name, status.st_size, status.st_mtime_ns)
    for inner in folders:
        yield from _walk(folder / inner, f"{above}{inner}/", root, label)


def unreadable(problem: OSError, label: str) -> Diagnostic:
    """Return the failure to read a file as an error."""
    hint = "check that it is there and that you may read it"
    return Diagnostic(
        "error", "files/unreadable", f"cannot read: {reason_of(problem)}", Location(label), hint
    )


def is_ignored(name: str) -> bool:
    """Tell whether a file or folder is passed over: hidden, or left behind by an editor."""
    if name in _KEPT:
        return False
    return name.startswith((".", "#")) or name.endswith(("~", ".swp", ".tmp"))


def _is_text(name: str) -> bool:
    """Tell whether a name is text, and not bytes of an older encoding."""
    return not any("\ud800" <= one <= "\udfff" for one in name)


def _unnameable(name: str, label: str) -> Diagnostic:
    readable = os.fsencode(name).decode("utf-8", "replace")
    message, hint = "the name of the file is not UTF-8", "rename it"
    return Diagnostic("error", "files/not-utf8", message, Location(f"{label}/{readable}"), hint)


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
