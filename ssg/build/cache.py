"""What a build need not do twice, kept on the disk.

One file of SQLite, which may be deleted at any time. What it holds was made by one version of the
program, and is forgotten when that changes.
"""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from threading import RLock
from typing import Any

import ssg

FILE = "cache.sqlite"
"""Its name."""
_DEPENDENCIES = (
    *("babel", "jinja2", "linkify-it-py", "markdown-it-py", "markupsafe", "mdit-py-plugins"),
    *("mdurl", "numpy", "pyyaml", "tzdata"),
)
_TABLES = """
CREATE TABLE version (program TEXT);
CREATE TABLE documents (key BLOB PRIMARY KEY, facts BLOB, details BLOB, terms BLOB);
CREATE TABLE kept (name TEXT PRIMARY KEY, value BLOB);
"""
_WAIT = 10.0
"""Seconds to wait for another program that writes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A source file understood, as it is kept: three parts that are fetched apart."""

    key: bytes
    """A digest of all that it was understood from."""
    facts: bytes
    """What its place in the site needs."""
    details: bytes
    """What it says at length."""
    terms: bytes
    """What it says, counted."""


class Cache:
    """The file; safe to share by threads, and by processes that were forked.

    Where it can't be read or written, what would be kept lasts as long as this object.
    """

    def __init__(self, path: Path | None) -> None:
        """Name the file; none keeps all in memory."""
        self._path = path
        self._lock = RLock()
        self._opened: tuple[int, sqlite3.Connection] | None = None
        self._not_written: dict[bytes, Entry] = {}

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if self._opened and self._opened[0] == os.getpid():
                self._opened[1].close()
            self._opened = None

    def facts(self) -> dict[bytes, bytes]:
        """Return the facts of all documents by key."""
        return dict(self._all("SELECT key, facts FROM documents"))

    def details(self, key: bytes) -> bytes:
        """Return the details of a document that is there."""
        if key in self._not_written:
            return self._not_written[key].details
        return self._one("SELECT details FROM documents WHERE key = ?", key)

    def terms(self, key: bytes) -> bytes:
        """Return the terms of a document that is there."""
        if key in self._not_written:
            return self._not_written[key].terms
        return self._one("SELECT terms FROM documents WHERE key = ?", key)

    def add(self, entries: Sequence[Entry]) -> None:
        """Keep documents."""
        rows = [(one.key, one.facts, one.details, one.terms) for one in entries]
        if not self._write("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?)", rows):
            self._not_written |= {one.key: one for one in entries}

    def keep_only(self, keys: Iterable[bytes]) -> None:
        """Forget all documents but some."""
        there = {key for (key,) in self._all("SELECT key FROM documents")}
        gone = [(key,) for key in there.difference(keys)]
        self._write("DELETE FROM documents WHERE key = ?", gone)

    def value(self, name: str) -> bytes | None:
        """Return what was kept under a name."""
        found = self._all("SELECT value FROM kept WHERE name = ?", name)
        return bytes(found[0][0]) if found else None

    def set_values(self, values: Mapping[str, bytes]) -> None:
        """Keep values under names, all of them or none."""
        self._write("INSERT OR REPLACE INTO kept VALUES (?, ?)", list(values.items()))

    def _one(self, query: str, key: bytes) -> bytes:
        ((found,),) = self._all(query, key)
        return bytes(found)

    def _all(self, query: str, *arguments: object) -> list[Any]:
        with self._lock:
            return self._connection.execute(query, arguments).fetchall()

    def _write(self, command: str, rows: Sequence[tuple[object, ...]]) -> bool:
        """Do all of a change; a disk that is full undoes it."""
        try:
            with self._lock, self._connection as connection:
                connection.executemany(command, rows)
        except sqlite3.Error:
            return False
        return True

    @property
    def _connection(self) -> sqlite3.Connection:
        # A connection must not be used by a process other than the one that opened it.
        if self._opened is None or self._opened[0] != os.getpid():
            self._opened = (os.getpid(), _open(self._path))
        return self._opened[1]


def _open(path: Path | None) -> sqlite3.Connection:
    """Return the file, made anew where it is of another program, broken, or not there."""
    if path is None:
        return _prepared(_connect(":memory:"))
    with suppress(sqlite3.Error, OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _connect(str(path))
        with suppress(sqlite3.DatabaseError):
            if connection.execute("SELECT program FROM version").fetchall() == [(program(),)]:
                return connection
        connection.close()
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        return _prepared(_connect(str(path)))
    return _prepared(_connect(":memory:"))


def _connect(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=_WAIT, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.executescript(_TABLES)
    with connection:
        connection.execute("INSERT INTO version VALUES (?)", (program(),))
    return connection


@lru_cache
def program() -> str:
    """Return what tells one version of the program, and of all it calls, from another."""
    parts = [platform.python_version(), *(f"{one} {version(one)}" for one in _DEPENDENCIES)]
    folder = Path(ssg.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        digest = blake2b(path.read_bytes()).hexdigest()
        parts += [str(path.relative_to(folder)), digest]
    return blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()
