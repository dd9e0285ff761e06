"""The database of Isso, read and never written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path
from urllib.parse import quote

from ssg.errors import Location, SsgError, error
from ssg.extract.comment_json import moment_of
from ssg.extract.comments import ForeignComment, State

MAGIC = b"SQLite format 3\x00"
"""How a database begins."""

_PATIENCE = 5.0
_STATES: dict[object, State] = {1: "accepted", 4: "deleted"}
_QUERY = """
    SELECT comments.id, comments.parent, comments.created, comments.mode, comments.text,
           comments.author, comments.website, threads.uri
    FROM comments JOIN threads ON threads.id = comments.tid ORDER BY comments.id
"""
_Row = tuple[object, ...]


def read_isso(path: Path) -> tuple[ForeignComment, ...]:
    """Return the comments in a database of Isso; addresses of their authors are not read.

    Isso may go on writing meanwhile.

    Raises:
        SsgError: it is broken, in use for long, or not one of Isso.

    """
    # Read-only: not even the file of a transaction that was cut off is touched.
    address = f"file:{quote(str(path.resolve()))}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE)) as database:
            database.text_factory = lambda data: data.decode("utf-8", "replace")
            database.execute("PRAGMA trusted_schema = OFF")
            _check_tables(database, path)
            return tuple(_comments(database.execute(_QUERY).fetchall()))
    except sqlite3.Error as problem:
        raise _failure(problem, path) from None


def _check_tables(database: sqlite3.Connection, path: Path) -> None:
    # A view of this name could be any program.
    found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    missing = {"threads", "comments"} - {name for (name,) in found}
    if missing:
        message = f'this is no database of Isso: it has no table "{min(missing)}"'
        hint = 'name the file that "dbpath" in the settings of Isso names'
        raise error("comments/not-isso", message, Location(str(path)), hint)


def _comments(rows: list[_Row]) -> Iterator[ForeignComment]:
    for number, parent, created, mode, text, author, website, uri in rows:
        yield ForeignComment(
            page=_word(uri),
            id=_word(number),
            parent=_word(parent),
            # Isso keeps these as HTML.
            author=unescape(_word(author)),
            url=unescape(_word(website)),
            date=moment_of(created) if isinstance(created, (int, float)) else None,
            text=_word(text),
            state=_STATES.get(mode, "waiting"),
            origin="isso",
        )


def _word(value: object) -> str:
    return str(value) if isinstance(value, (str, int)) else ""


def _failure(problem: sqlite3.Error, path: Path) -> SsgError:
    where = Location(str(path))
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        hint = "try again, or stop Isso meanwhile"
        return error("comments/locked", "the database is being written", where, hint)
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
        hint = "copy the database, with the files beside it, to a folder where you may write"
        return error("comments/unreadable", f"cannot open the database: {problem}", where, hint)
    hint = 'mend it with the command ".recover" of sqlite3, or take a copy from before'
    return error("comments/broken", f"the database is broken: {problem}", where, hint)
