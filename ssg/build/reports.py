"""Files that a command writes where its caller says, apart from the site."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from ssg.errors import error


def write_report(path: Path, text: str) -> None:
    """Write a file, in place of what stood there; it stands there whole or not at all.

    Raises:
        SsgError: it can't be written.

    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as problem:
        raise _cannot_write(path, problem) from None
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except OSError as problem:
        with suppress(OSError):
            os.unlink(name)
        raise _cannot_write(path, problem) from None


def _cannot_write(path: Path, problem: OSError) -> Exception:
    reason = (problem.strerror or str(problem)).lower()
    hint = "make room, or name another place with --output"
    return error("report/cannot-write", f"cannot write {path}: {reason}", None, hint)
