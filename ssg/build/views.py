"""The snapshot of views, put in its place."""

from __future__ import annotations

from pathlib import Path

from ssg.build.replacing import replace_file
from ssg.errors import Location, error, reason_of
from ssg.model.views import VIEWS, ViewSnapshot, format_snapshot

SNAPSHOT = f"content/_data/{VIEWS}.yaml"
"""Where it lies, below the folder of site.yaml."""


def write_snapshot(root: Path, snapshot: ViewSnapshot) -> None:
    """Write the snapshot of a site, in place of the one before; it stands there whole or not.

    Raises:
        SsgError: it can't be written, and is as it was.

    """
    try:
        replace_file(root / SNAPSHOT, format_snapshot(snapshot).encode())
    except OSError as problem:
        hint = "make room, or check that you may write there"
        message = f"cannot write: {reason_of(problem)}"
        raise error("views/cannot-write", message, Location(SNAPSHOT), hint) from None
