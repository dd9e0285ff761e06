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
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from threading import RLock
from typing import Any, Literal, get_args
from zlib import crc32

import ssg

FILE = "cache.sqlite"
"""Its name."""
_DEPENDENCIES = (
    *("babel", "jinja2", "linkify-it-py", "markdown-it-py", "markupsafe", "mdit-py-plugins"),
    *("mdurl", "numpy", "pillow", "pyyaml", "tzdata"),
)
Part = Literal["brief", "spellings", "terms", "positions", "details"]
"""A part of a document that is fetched apart. The largest come last: whatever stands before a part
in its row is read with it.
"""
PARTS: tuple[Part, ...] = get_args(Part)
"""All of them."""
_TABLES = f"""
CREATE TABLE version (program TEXT);
CREATE TABLE documents (
    key BLOB PRIMARY KEY, facts BLOB, {", ".join(f"{part} BLOB" for part in PARTS)}
);
CREATE TABLE kept (name TEXT PRIMARY KEY, value BLOB);
"""
# Bytes of a sum over others; it begins so that nothing but zeros has no sum of zero.
_SEAL, _BEGIN = 4, 1
_WAIT = 10.0
"""Seconds to wait for another program that writes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A source file understood, as it is kept."""

    key: bytes
    """A digest of all that it was understood from."""
    facts: bytes
    """What its place in the site needs."""
    parts: Mapping[Part, bytes] = field(default_factory=dict)
    """What is fetched apart."""


class CacheBroken(BaseException):
    """What was kept can't be read. No :class:`Exception`, so that no template is blamed for it."""


class Cache:
    """The file; safe to share by threads, and by processes that were forked.

    Where it can't be opened or written, what would be kept lasts as long as this object. What is
    read from it raises :class:`CacheBroken` where the file was damaged or removed meanwhile.
    """

    def __init__(self, path: Path | None) -> None:
        """Name the file; none keeps all in memory."""
        self._path = path
        self._lock = RLock()
        self._opened: tuple[int, sqlite3.Connection] | None = None
        self._not_written: dict[bytes, Entry] = {}
        self._values: dict[str, bytes] = {}

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if self._opened and self._opened[0] == os.getpid():
                self._opened[1].close()
            self._opened = None

    def facts(self) -> dict[bytes, bytes | memoryview]:
        """Return the facts of all documents by key."""
        rows = self._all("SELECT key, facts FROM documents")
        there = {key: unsealed(facts) for key, facts in rows}
        return there | {key: one.facts for key, one in self._not_written.items()}

    def part(self, part: Part, key: bytes) -> bytes | memoryview:
        """Return a part of a document that is there."""
        if key in self._not_written:
            return self._not_written[key].parts[part]
        return self._one(f"SELECT {part} FROM documents WHERE key = ?", key)

    def add(self, entries: Sequence[Entry]) -> None:
        """Keep documents."""
        rows = [
            (one.key, sealed(one.facts), *(sealed(one.parts.get(part, b"")) for part in PARTS))
            for one in entries
        ]
        if not self._write(
            f"INSERT OR REPLACE INTO documents VALUES (?, ?{', ?' * len(PARTS)})", rows
        ):
            self._not_written |= {one.key: one for one in entries}

    def keep_only(self, keys: Iterable[bytes]) -> None:
        """Forget all documents but some."""
        wanted = set(keys)
        there = {key for (key,) in self._all("SELECT key FROM documents")}
        self._write("DELETE FROM documents WHERE key = ?", [(key,) for key in there - wanted])
        self._not_written = {key: one for key, one in self._not_written.items() if key in wanted}

    def value(self, name: str) -> bytes | None:
        """Return what was kept under a name."""
        if name in self._values:
            return self._values[name]
        found = self._all("SELECT value FROM kept WHERE name = ?", name)
        return bytes(unsealed(found[0][0])) if found else None

    def set_values(self, values: Mapping[str, bytes]) -> None:
        """Keep values under names, all of them or none."""
        rows = [(name, sealed(value)) for name, value in values.items()]
        written = self._write("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
        for name, value in values.items():
            if written:
                self._values.pop(name, None)
            else:
                self._values[name] = value

    def _one(self, query: str, key: bytes) -> memoryview:
        found = self._all(query, key)
        if not found:
            raise CacheBroken
        return unsealed(found[0][0])

    def _all(self, query: str, *arguments: object) -> list[Any]:
        with self._lock:
            connection = self._connection
            try:
                return connection.execute(query, arguments).fetchall() if connection else []
            except sqlite3.Error:
                raise CacheBroken from None

    def _write(self, command: str, rows: Sequence[tuple[object, ...]]) -> bool:
        """Do all of a change; a disk that is full undoes it."""
        with self._lock:
            connection = self._connection
            if connection is None:
                return False
            try:
                with connection:
                    connection.executemany(command, rows)
            except sqlite3.Error:
                return False
        return True

    @property
    def _connection(self) -> sqlite3.Connection | None:
        # A connection must not be used by a process other than the one that opened it.
        if self._path and (self._opened is None or self._opened[0] != os.getpid()):
            connection = _open(self._path)
            if connection is None:
                # For processes that are forked later too: they find all in memory.
                self._path = self._opened = None
                return None
            self._opened = (os.getpid(), connection)
        return self._opened[1] if self._opened else None


def sealed(data: bytes) -> bytes:
    """Return data with a sum over it: SQLite doesn't notice where bytes are not as written."""
    return data + crc32(data, _BEGIN).to_bytes(_SEAL)


def unsealed(kept: bytes) -> memoryview:
    """Return what was sealed.

    Raises:
        CacheBroken: it is not what it was.

    """
    data = memoryview(kept)
    found, seal = data[:-_SEAL], data[-_SEAL:]
    if len(seal) < _SEAL or crc32(found, _BEGIN) != int.from_bytes(seal):
        raise CacheBroken
    return found


def _open(path: Path) -> sqlite3.Connection | None:
    """Return the file, made anew where it is of another program, broken, or not there; none where
    that can't be done.
    """
    with suppress(sqlite3.Error, OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if connection := _sound(path):
            return connection
        remove(path)
        return _prepared(_connect(path))
    return None


def _sound(path: Path) -> sqlite3.Connection | None:
    """Return a file that this program made; none where it is another or broken."""
    connection = None
    with suppress(sqlite3.DatabaseError):
        connection = _connect(path)
        if connection.execute("SELECT program FROM version").fetchall() == [(program(),)]:
            return connection
    if connection:
        connection.close()
    return None


def remove(path: Path) -> None:
    """Remove the file with all that SQLite keeps beside it.

    Raises:
        OSError: it can't be removed.

    """
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(str(path), timeout=_WAIT, check_same_thread=False)
    try:
        # A document takes several pages, each with a sum of its own.
        connection.execute("PRAGMA page_size = 8192")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.Error:
        connection.close()
        raise
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
