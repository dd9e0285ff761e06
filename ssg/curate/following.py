"""The feeds that the inbox follows: those of _inbox.yaml, of _inbox.opml, and of the outlets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from ssg.build.load import read_text
from ssg.build.replacing import replace_file
from ssg.config.inbox import Followed, InboxFeed, decode_inbox
from ssg.curate.blog import Blog
from ssg.errors import Location, SsgError, error, reason_of
from ssg.extract.opml import ListedFeed, NotOpmlError, parse_opml

INBOX = "content/_inbox.yaml"
"""The file that editors write."""
OPML = "content/_inbox.opml"
"""The file that a feed reader writes."""
_MOST_BYTES = 10_000_000


def followed_feeds(root: Path, blog: Blog) -> tuple[Followed, ...]:
    """Return all feeds that are followed, each address once; the first to name it has its word.

    Raises:
        SsgError: a file that names them is broken.

    """
    found: dict[str, Followed] = {}
    for one in (*_in_yaml(root), *_in_opml(root), *_of_outlets(blog)):
        found.setdefault(feed_key(one.feed.url), one)
    return tuple(found.values())


def feed_key(url: str) -> str:
    """Return what all addresses of a feed share."""
    # What other addresses hold for the sake of statistics may be what a feed is chosen by.
    return re.sub(r"^https?://(?:www\.)?", "", url.partition("#")[0]).rstrip("/")


def read_opml(path: Path, label: str) -> tuple[ListedFeed, ...]:
    """Return the feeds of a file of OPML.

    Raises:
        SsgError: it can't be read, or is none.

    """
    where = Location(label)
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise NotOpmlError(f"more than {_MOST_BYTES // 1_000_000} MB")
        return parse_opml(data)
    except OSError as problem:
        hint = "check that it is there and that you may read it"
        raise error("files/unreadable", f"cannot read: {reason_of(problem)}", where, hint) from None
    except NotOpmlError as problem:
        hint = "export the list again from your feed reader, as OPML"
        raise error("inbox/no-opml", f"this is no list of feeds: {problem}", where, hint) from None


def add_feeds(root: Path, feeds: tuple[ListedFeed, ...], known: set[str]) -> list[str]:
    """Write those feeds at the end of _inbox.yaml that are not followed; return their addresses.

    What stands there, comments included, stays as it is.

    Args:
        root: the folder of site.yaml.
        feeds: feeds to follow.
        known: the keys of those that are followed.

    Raises:
        SsgError: the file is broken, or written so that nothing can be added at its end.

    """
    new = {feed_key(one.url): one for one in reversed(feeds) if feed_key(one.url) not in known}
    added = list(reversed(new.values()))
    if not added:
        return []
    path = root / INBOX
    text = read_text(path, INBOX) if path.exists() else ""
    before = decode_inbox(text, INBOX)
    if text and not text.endswith("\n"):
        text += "\n"
    text += "".join(map(_lines, added))
    expected = [one.feed for one in before] + [_feed(one) for one in added]
    try:
        as_expected = [one.feed for one in decode_inbox(text, INBOX)] == expected
    except SsgError:
        as_expected = False
    if not as_expected:
        hint = 'begin each feed on a line of its own with "- ", at the left margin'
        message = "nothing can be added at the end of this list"
        raise error("inbox/cannot-add", message, Location(INBOX), hint)
    write_whole(path, text.encode(), INBOX)
    return [one.url for one in added]


def write_whole(path: Path, data: bytes, label: str) -> None:
    """Write a file, all of it or nothing.

    Raises:
        SsgError: it can't be written.

    """
    try:
        replace_file(path, data)
    except OSError as problem:
        hint = "check that you may write there"
        message = f"cannot write: {reason_of(problem)}"
        raise error("inbox/cannot-write", message, Location(label), hint) from None


def _in_yaml(root: Path) -> tuple[Followed, ...]:
    path = root / INBOX
    return decode_inbox(read_text(path, INBOX), INBOX) if path.exists() else ()


def _in_opml(root: Path) -> Iterator[Followed]:
    path = root / OPML
    if path.exists():
        for one in read_opml(path, OPML):
            yield Followed(_feed(one), Location(OPML))


def _of_outlets(blog: Blog) -> Iterator[Followed]:
    for term in blog.terms:
        feed = term.front_matter.feed
        if term.taxonomy == "sources" and feed:
            outlet = InboxFeed(url=feed, outlet=term.front_matter.title)
            yield Followed(outlet, Location(f"content/{term.path}"))


def _feed(listed: ListedFeed) -> InboxFeed:
    return InboxFeed(url=listed.url, outlet=listed.name, section=listed.section, tags=listed.tags)


def _lines(feed: ListedFeed) -> str:
    """Return a feed as _inbox.yaml has it."""
    said = {"url": feed.url, "outlet": feed.name, "section": feed.section, "tags": [*feed.tags]}
    given = {key: value for key, value in said.items() if value}
    dumped: str = yaml.safe_dump([given], allow_unicode=True, sort_keys=False, width=float("inf"))
    return dumped
