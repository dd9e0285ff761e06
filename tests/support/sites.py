"""A site made of a string of files, built into a temporary folder."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ssg.build.pipeline import build
from ssg.build.project import Options
from ssg.build.summary import BuildReport
from ssg.errors import Diagnostic, SsgError, format_diagnostic
from tests.support.pictures import drawing_of, is_picture, picture_of

NOW = datetime(2026, 1, 15, 12, 0, tzinfo=UTC)
"""The moment for which test sites are built, unless a test says another."""

DEFAULT_CONFIG = "title: Test\nbase_url: https://example.org/\n"

_FILE = re.compile(r"^-- (?P<path>\S.*?) --$\n", re.MULTILINE)


def files_in(text: str) -> dict[str, str]:
    """Return the files of a text in which each begins with a line ``-- path --``."""
    pieces = _FILE.split(text)
    assert not pieces[0].strip(), "the text begins before its first file"
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


class SiteUnderTest:
    """A site on the disk that a test builds and edits."""

    def __init__(self, root: Path) -> None:
        """Begin with an empty folder."""
        self.root = root
        self.output = root / "public"
        self.options = Options(now=NOW)

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files below the folder of the site; of a picture given as words, a real one."""
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(text, str) and is_picture(name):
                text = picture_of(text)
            elif isinstance(text, str) and name.endswith(".svg"):
                text = drawing_of(text)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace a text in a file of the site; it must be there."""
        path = self.root / name
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new), "utf-8")

    def remove(self, name: str) -> None:
        """Remove a file of the site."""
        (self.root / name).unlink()

    def build(self, *, clean: bool = False, **options: Any) -> BuildReport:
        """Build the site; options are those of ``Options``. Search is off unless asked for."""
        chosen = replace(self.options, **{"search": False, **options})
        return build(self.root, self.output, chosen, time.perf_counter, clean=clean)

    def rendered(self, path: str) -> str:
        """Return what was written for a path of the site, such as ``/about/``."""
        name = path.removeprefix("/")
        return (
            self.output / name / "index.html"
            if name.endswith("/") or not name
            else self.output / name
        ).read_text("utf-8")

    def outputs(self) -> dict[str, bytes]:
        """Return every file that was written, by its path below the output folder."""
        return {
            path.relative_to(self.output).as_posix(): path.read_bytes()
            for path in sorted(self.output.rglob("*"))
            if path.is_file()
        }

    def diagnostics(self, **options: Any) -> tuple[Diagnostic, ...]:
        """Build the site and return its complaints, errors or warnings."""
        try:
            return self.build(**options).warnings
        except SsgError as failure:
            return failure.diagnostics

    def complaints(self, **options: Any) -> str:
        """Build the site and return its complaints as the terminal shows them."""
        return "\n".join(map(format_diagnostic, self.diagnostics(**options)))
