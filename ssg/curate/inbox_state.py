"""What the inbox remembers: entries with their numbers, and what servers said of their feeds.

One file of SQLite in the cache folder, so that every change is made as a whole or not at all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ssg.build.cache import remove
from ssg.errors import Location, error
from ssg.extract.feeds import FeedEntry, ParsedFeed
from ssg.text.page_key import page_key

FILE = "inbox.sqlite"
"""Its name."""
_VERSION = 1
_TABLES = f"""
CREATE TABLE feeds (key TEXT PRIMARY KEY, title TEXT, etag TEXT, modified TEXT);
CREATE TABLE entries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT UNIQUE, feed TEXT, url TEXT, title TEXT, summary TEXT, author TEXT,
    published REAL, seen REAL, state TEXT
);
CREATE INDEX of_feed ON entries (feed, seen);
PRAGMA user_version = {_VERSION};
"""
# More than any feed holds; older ones are forgotten, so that the file doesn't grow without end.
_KEPT = 500
_WAIT = 10.0


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server wants to hear, to say that a feed is as it was."""

    etag: str = ""
    """Its ETag; may be empty."""
    modified: str = ""
    """Its Last-Modified; may be empty."""

    @property
    def headers(self) -> dict[str, str]:
        """The headers of a request."""
        said = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in said.items() if value}


NOTHING_SAID = Validators()
"""Of a feed that was never asked for."""


@dataclass(frozen=True, slots=True)
class InboxEntry:
    """An entry that waits in the inbox."""

    number: int
    """Its number, which no other ever gets."""
    feed: str
    """The key of its feed."""
    outlet: str
    """What its feed calls itself; may be empty."""
    url: str
    """Where it leads."""
    title: str
    """The headline."""
    summary: str
    """What it is about."""
    author: str
    """Who wrote it."""
    published: datetime
    """When it appeared, or was first seen where the feed doesn't say."""


class InboxState:
    """The file; use :func:`inbox_state` to open it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def validators(self) -> dict[str, Validators]:
        """Return what servers said of their feeds, by the keys of these."""
        rows = self._connection.execute("SELECT key, etag, modified FROM feeds")
        return {key: Validators(etag, modified) for key, etag, modified in rows}

    def take(self, feed: str, parsed: ParsedFeed, validators: Validators, now: datetime) -> int:
        """Keep what a feed says; return how many of its entries are new.

        Args:
            feed: its key.
            parsed: what it says.
            validators: what its server said of it.
            now: the current moment.

        """
        with self._connection:
            self._connection.execute(
                "INSERT OR REPLACE INTO feeds VALUES (?, ?, ?, ?)",
                (feed, parsed.title, validators.etag, validators.modified),
            )
            # Feeds begin with the newest, which is to have the highest number.
            new = sum(self._keep(feed, one, now.timestamp()) for one in reversed(parsed.entries))
            self._connection.execute(_FORGET, (feed, feed, _KEPT))
        return new

    def _keep(self, feed: str, entry: FeedEntry, now: float) -> bool:
        """Keep an entry; tell whether it is new."""
        key = page_key(entry.url) or entry.url
        # What is dated ahead would stand first for as long as that.
        published = min(entry.published.timestamp(), now) if entry.published else now
        said = (entry.title, entry.summary)
        if self._connection.execute(_UPDATE, (*said, now, key)).rowcount:
            return False
        row = (key, feed, entry.url, *said, entry.author, published, now)
        self._connection.execute(_INSERT, row)
        return True

    def waiting(self) -> Iterator[InboxEntry]:
        """Yield the entries that nobody has clipped or skipped, latest first."""
        for number, *said, published in self._connection.execute(_WAITING):
            feed, outlet, url, title, summary, author = said
            moment = datetime.fromtimestamp(published, UTC)
            yield InboxEntry(number, feed, outlet, url, title, summary, author, moment)

    def mark(self, numbers: Iterable[int], state: str) -> None:
        """Take entries out of the inbox: they were ``clipped`` or ``skipped``."""
        with self._connection:
            self._connection.executemany(
                "UPDATE entries SET state = ?, summary = '' WHERE number = ?",
                [(state, number) for number in numbers],
            )

    def numbers(self) -> set[int]:
        """Return the numbers of the entries that wait."""
        rows = self._connection.execute("SELECT number FROM entries WHERE state = ''")
        return {number for (number,) in rows}

    def state(self, number: int) -> str:
        """Return what became of an entry; empty where it waits, or there is none."""
        asked = "SELECT state FROM entries WHERE number = ?"
        found = self._connection.execute(asked, (number,)).fetchone()
        return str(found[0]) if found else ""


# One command would do, and use up a number for every entry that is there already.
_UPDATE = """
UPDATE entries SET title = ?, summary = iif(state = '', ?, ''), seen = ? WHERE key = ?
"""
_INSERT = """
INSERT INTO entries (key, feed, url, title, summary, author, published, seen, state)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')
"""
_FORGET = """
DELETE FROM entries WHERE feed = ? AND number NOT IN
    (SELECT number FROM entries WHERE feed = ? ORDER BY seen DESC, number DESC LIMIT ?)
"""
_WAITING = """
SELECT number, feed, feeds.title, url, entries.title, summary, author, published
FROM entries JOIN feeds ON feeds.key = feed
WHERE state = '' ORDER BY published DESC, number DESC
"""


@contextmanager
def inbox_state(cache: Path) -> Iterator[InboxState]:
    """Open the file of a cache folder; one that is broken, or of another version, is made anew.

    Raises:
        SsgError: it can't be written.

    """
    path = cache / FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _sound(path)
        if connection is None:
            remove(path)
            connection = _connect(path)
            connection.executescript(_TABLES)
    except (OSError, sqlite3.Error) as problem:
        raise _unwritable(problem) from None
    try:
        yield InboxState(connection)
    except sqlite3.Error as problem:
        raise _unwritable(problem) from None
    finally:
        connection.close()


def _sound(path: Path) -> sqlite3.Connection | None:
    """Return the file, if it is there and whole."""
    if not path.exists():
        return None
    connection = _connect(path)
    with suppress(sqlite3.DatabaseError):
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        checked = connection.execute("PRAGMA quick_check").fetchone()[0]
        if (version, checked) == (_VERSION, "ok"):
            return connection
    connection.close()
    return None


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(str(path), timeout=_WAIT)


def _unwritable(problem: Exception) -> Exception:
    where = Location(f".ssg/{FILE}")
    hint = "check that you may write there, or delete the file: feeds are then asked anew"
    return error("inbox/cannot-write", f"cannot write: {problem}", where, hint)
