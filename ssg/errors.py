"""What went wrong, where, and the way out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file of the site."""

    path: str
    """The file, below the folder of the site."""
    line: int = 0
    """Counted from 1; 0 means the file as a whole."""
    column: int = 0
    """Counted from 1 in characters; 0 means the line as a whole."""
    excerpt: str = ""
    """The line itself."""
    length: int = 1
    """How many characters are meant."""

    def __reduce__(self) -> tuple[object, ...]:
        # A cache holds dozens for each file, and a data class by itself is slow to keep.
        return Location, (self.path, self.line, self.column, self.excerpt, self.length)

    def __str__(self) -> str:
        parts = [self.path, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One complaint, worded for the editor."""

    severity: Severity
    """`error` stops a build, `warning` doesn't."""
    code: str
    """What kind of complaint it is, as `room/kind`."""
    message: str
    """What was found, in lower case, naming the thing."""
    location: Location | None = None
    """Where, as far as it is known."""
    hint: str = ""
    """What to do."""
    notes: tuple[str, ...] = ()
    """Further facts, such as the other file of two that collide."""


class SsgError(Exception):
    """The content or the configuration is wrong; carries every complaint of the run."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(format_diagnostic(one) for one in self.diagnostics))

    def __reduce__(self) -> tuple[object, ...]:
        # What is raised in one process may be told in another.
        return SsgError, (self.diagnostics,)


def reason_of(problem: OSError) -> str:
    """Return why the system refused, as messages say it."""
    return (problem.strerror or str(problem)).lower()


def error(
    code: str,
    message: str,
    location: Location | None = None,
    hint: str = "",
    notes: tuple[str, ...] = (),
) -> SsgError:
    """Return an exception with this one error."""
    return SsgError([Diagnostic("error", code, message, location, hint, notes)])


def place(text: str, path: str, offset: int, length: int = 1) -> Location:
    """Return the location of the character at ``offset`` of the text of a file."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    excerpt = text[start : end if end >= 0 else len(text)].rstrip("\r")
    return Location(path, text.count("\n", 0, offset) + 1, offset - start + 1, excerpt, length)


# A line of 5 MB must not fill the screen: the excerpt is a window around the place.
_EXCERPT_WIDTH = 100


def format_diagnostic(diagnostic: Diagnostic) -> str:
    """Return a complaint as the terminal shows it, without colours."""
    lines = [f"{diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}"]
    location = diagnostic.location
    if location:
        lines.append(f"  {location}")
        if location.excerpt and location.line:
            lines.extend(_excerpt(location))
    lines.extend(f"  note: {note}" for note in diagnostic.notes)
    if diagnostic.hint:
        lines.append(f"  hint: {diagnostic.hint}")
    return "\n".join(lines)


def _excerpt(location: Location) -> list[str]:
    number = str(location.line)
    column = max(location.column, 1) - 1
    start = max(0, column - _EXCERPT_WIDTH // 2)
    window = location.excerpt[start : start + _EXCERPT_WIDTH]
    # A control character could do anything to a terminal.
    text = "".join(one if unicodedata.category(one) != "Cc" else " " for one in window)
    lines = [f"  {number} | {text}"]
    if location.column:
        before, after = text[: column - start], text[column - start :]
        marks = "^" * max(1, _cells(after[: location.length]))
        lines.append(f"  {' ' * len(number)} | {' ' * _cells(before)}{marks}")
    return lines


def _cells(text: str) -> int:
    """Return how many cells of a terminal a text fills: two for an emoji, none for a mark."""
    cells = last = 0
    for one in text:
        if one == "\ufe0f":  # makes an emoji of the sign before it
            cells += 2 - last
            last = 2
        elif unicodedata.category(one) not in ("Mn", "Me", "Cf"):
            last = 2 if unicodedata.east_asian_width(one) in "WF" else 1
            cells += last
    return cells
