"""Files that a command writes where its caller says, apart from the site."""

from __future__ import annotations

from pathlib import Path

from ssg.build.replacing import replace_file
from ssg.errors import error, reason_of


def write_report(path: Path, text: str) -> None:
    """Write a file, in place of what stood there; it stands there whole or not at all.

    Raises:
        SsgError: it can't be written.

    """
    try:
        replace_file(path, text.encode())
    except OSError as problem:
        hint = "make room, or name another place with --output"
        message = f"cannot write {path}: {reason_of(problem)}"
        raise error("report/cannot-write", message, None, hint) from None
