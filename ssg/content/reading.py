"""The state of reading one text: where its lines stand, and what was found wrong."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from ssg.errors import Diagnostic, Location, Severity
from ssg.text.urls import decode_path, is_external


class Reading:
    """One text being read; lives as long as that."""

    def __init__(
        self,
        path: str,
        text: str,
        first_line: int,
        at: Location | None = None,
        missing_alt: Severity = "error",
    ) -> None:
        """Begin to read.

        Args:
            path: the file, for messages.
            text: the Markdown.
            first_line: the line of the file on which it begins.
            at: where all of it stands, for a text within front matter.
            missing_alt: how grave it is that nobody says what a picture shows.

        """
        self.problems: list[Diagnostic] = []
        self.ids: set[str] = set()
        self.unknown: set[str] = set()
        """The names of shortcodes that were said to be unknown."""
        self.line = 0
        """The line of the block being read, from 0."""
        self._missing_alt = missing_alt
        self._path = path
        self._text = text
        self._first_line = first_line
        self._at = at
        self._cursor: dict[str, int] = {}
        self._lines: list[str] = []
        self._starts: list[int] = []

    def error(self, kind: str, message: str, where: Location, hint: str) -> None:
        """Note an error."""
        self.problems.append(Diagnostic("error", f"shortcode/{kind}", message, where, hint))

    def lacks_alt(self, target: str, where: Location) -> None:
        """Note that nobody says what a picture shows."""
        self.problems.append(no_alt(target, where, self._missing_alt, "{alt=none}"))

    def place(self, words: str, line: int) -> Location:
        """Return where some words stand, at or after a line of the text.

        Of words that come several times each call gives the next place.
        """
        if self._at:
            return self._at
        start = max(self._start_of(line), self._cursor.get(words, 0))
        for decode in (str, decode_path):
            candidate = decode(words)
            offset = self._text.find(candidate, start)
            if offset < 0:
                # A link by reference is defined anywhere.
                offset = self._text.find(candidate)
            if offset >= 0:
                self._cursor[words] = offset + len(candidate)
                return self._location(offset, len(candidate.split("\n")[0]))
        return self._location(self._start_of(line), 0)

    def _start_of(self, line: int) -> int:
        if not self._lines:
            self._lines = self._text.split("\n")
            self._starts = list(accumulate((len(text) + 1 for text in self._lines), initial=0))
        return self._starts[min(line, len(self._lines) - 1)]

    def _location(self, offset: int, length: int) -> Location:
        index = bisect_right(self._starts, offset) - 1
        column = offset - self._starts[index] + 1 if length else 0
        # One text for all places of a line, however long it is.
        excerpt = self._lines[index]
        return Location(self._path, self._first_line + index, column, excerpt, max(length, 1))


def no_alt(target: str, where: Location, grave: Severity, decoration: str) -> Diagnostic:
    """Return the complaint that nobody says what a picture shows; of one elsewhere, a warning.

    Args:
        target: the picture, as it is written.
        where: where it is written.
        grave: how grave it is.
        decoration: how to say that there is nothing to say.

    """
    severity: Severity = "warning" if is_external(target) else grave
    message = f'nothing says what the picture "{target}" shows'
    hint = f"say it for those who don't see it, or write {decoration} where it is mere decoration"
    if severity == "error":
        hint += "; images.missing_alt in site.yaml makes this a warning"
    return Diagnostic(severity, "images/no-alt", message, where, hint)
