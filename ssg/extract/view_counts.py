"""How often pages were read, as GoatCounter or a table says it."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ssg.errors import Diagnostic, Location, SsgError
from ssg.model.views import MOST, is_path

_PATH = ("path", "page", "url", "page path")
_COUNT = ("count", "views", "pageviews", "page views", "visits", "visitors", "hits")


@dataclass(frozen=True, slots=True)
class Hits:
    """A part of what GoatCounter has counted."""

    counts: tuple[tuple[int, str, int], ...]
    """The number of each path, the path, and how often it was read; what is no path is empty."""
    more: bool
    """Whether there is more."""


def parse_hits(body: bytes) -> Hits:
    """Return an answer of GoatCounter's ``/api/v0/stats/hits``; events are left out of it.

    Raises:
        ValueError: it is none.

    """
    try:
        value = json.loads(body)
    except RecursionError:
        raise ValueError("lists within lists without end") from None
    if not isinstance(value, dict) or not isinstance(value.get("hits"), list):
        raise ValueError("no list of hits")
    found: list[tuple[int, str, int]] = []
    for hit in value["hits"]:
        number, path, count = (hit.get(name) for name in ("path_id", "path", "count"))
        if not isinstance(number, int) or not isinstance(path, str) or not isinstance(count, int):
            raise ValueError("a hit without a path or a count")
        if not 0 <= count <= MOST:
            raise ValueError("a count that is none")
        known = is_path(path) and not hit.get("event")
        found.append((number, path if known else "", count))
    return Hits(tuple(found), value.get("more") is True)


def parse_view_table(text: str, name: str) -> dict[str, int]:
    """Return how often each path was read, as a table in CSV says.

    It has a column of paths and one of counts: those whose names say so, or else the first two.

    Raises:
        SsgError: with every line that can't be read.

    """
    # The end of a line within quotation marks is none of the table's.
    rows = csv.reader(text.splitlines(keepends=True))
    try:
        numbered = [(rows.line_num, row) for row in rows if any(map(str.strip, row))]
    except csv.Error as problem:
        message = f"not a table: {problem}"
        raise SsgError([_wrong(message, Location(name, rows.line_num))]) from None
    columns = _columns(numbered[0][1]) if numbered else None
    path_at, count_at = columns or (0, 1)
    totals: Counter[str] = Counter()
    problems: list[Diagnostic] = []
    for line, row in numbered[1:] if columns else numbered:
        path, count = (row[at].strip() if at < len(row) else "" for at in (path_at, count_at))
        if is_path(path) and re.fullmatch(r"[0-9]{1,9}", count):
            totals[path] += int(count)
        else:
            where = Location(name, line, 0, ",".join(row))
            message = f'"{count}" is not a count' if is_path(path) else "a line without a path"
            problems.append(_wrong(message, where))
    if problems:
        raise SsgError(problems)
    return {path: min(count, MOST) for path, count in totals.items()}


def _columns(head: Iterable[str]) -> tuple[int, int] | None:
    """Return where paths and counts stand, as the names of the columns say."""
    names = [one.strip().lstrip("\ufeff").casefold() for one in head]
    path = next((names.index(one) for one in _PATH if one in names), None)
    count = next((names.index(one) for one in _COUNT if one in names), None)
    return None if path is None or count is None else (path, count)


def _wrong(message: str, where: Location) -> Diagnostic:
    hint = 'write a path and a count on each line, as "/2025/12/talks/,120"'
    return Diagnostic("error", "views/wrong-table", message, where, hint)
