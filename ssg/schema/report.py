"""Complaints gathered while a file is decoded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from ssg.errors import Diagnostic, Location, Severity
from ssg.schema.tree import Node, Source

Unknown = Literal["error", "warn", "ignore", "near"]
"""What an unknown key is: an error, a warning, nothing, or (near) an error when it resembles
a known one and a warning otherwise."""


class Invalid(Exception):  # noqa: N818 - a signal between decoders, never shown
    """A value could not be decoded; the report says why."""


class Report:
    """What decoders found in one file: complaints, and where each value stands."""

    def __init__(self, source: Source, room: str, unknown: Unknown = "error") -> None:
        """Begin a report.

        Args:
            source: the file.
            room: the first half of every code, such as ``front-matter``.
            unknown: what an unknown key is.

        """
        self.diagnostics: list[Diagnostic] = []
        self.positions: dict[str, Location] = {}
        self.unknown = unknown
        self._source = source
        self._room = room
        self._path: tuple[str, ...] = ()

    def error(self, node: Node, kind: str, message: str, hint: str = "") -> Invalid:
        """Note an error at a node; raise what comes back to give the value up."""
        self.add("error", node, kind, message, hint)
        return Invalid()

    def add(self, severity: Severity, node: Node, kind: str, message: str, hint: str = "") -> None:
        """Note a complaint at a node, naming the key it stands under."""
        named = f"{'.'.join(self._path)}: {message}" if self._path else message
        code = f"{self._room}/{kind}"
        self.diagnostics.append(Diagnostic(severity, code, named, self.location(node), hint))

    def location(self, node: Node) -> Location:
        """Return where a node stands."""
        return self._source.of(node)

    @contextmanager
    def inside(self, name: str, node: Node) -> Iterator[None]:
        """Decode what stands under a key or in an item, and remember its place."""
        self._path = (*self._path, name)
        self.positions[".".join(self._path)] = self.location(node)
        try:
            yield
        finally:
            self._path = self._path[:-1]
