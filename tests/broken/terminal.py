"""The command line as an editor meets it, and the site that must outlive every mistake."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from ssg.cli import main

Snapshot = Mapping[str, tuple[bytes, int]]
"""The bytes and the time stamp of every file, by its path."""


def run_here(*arguments: str) -> tuple[str, int]:
    """Run the command line in this process; return what the terminal shows, and the exit code."""
    shown = io.StringIO()
    with (
        mock.patch.object(sys, "argv", ["ssg", *arguments]),
        contextlib.redirect_stderr(shown),
        contextlib.redirect_stdout(shown),
    ):
        try:
            main()
        except SystemExit as end:
            return shown.getvalue(), int(end.code or 0)
    raise AssertionError("the command line ends by exiting")


def run_apart(
    root: Path, *arguments: str, prepare: Callable[[], None] | None = None
) -> tuple[str, int]:
    """Run the command line as a program of its own, in a folder.

    Args:
        root: the folder.
        arguments: what is given to it.
        prepare: is called in the new process before the program begins.

    """
    command = [sys.executable, "-m", "ssg", *arguments]
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=False, preexec_fn=prepare
    )
    return done.stdout + done.stderr, done.returncode


def snapshot(folder: Path) -> Snapshot:
    """Return what a folder holds."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@dataclass
class Copy:
    """A site that was built while it was still good."""

    root: Path
    """Its folder."""
    before: Snapshot = field(init=False)
    """What its output held then."""

    def __post_init__(self) -> None:
        """Remember the output."""
        self.before = snapshot(self.root / "public")

    def assert_as_it_was(self) -> None:
        """Check that the output is byte for byte what it was, and that nothing else is left."""
        assert snapshot(self.root / "public") == self.before
        assert not list(self.root.glob(".public*"))
