"""Feeds of strangers, RSS and Atom: what they announce, as plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from ssg.extract.plain_text import plain_text
from ssg.text.urls import is_web_url

MOST_ENTRIES = 200
"""How many entries of a feed are looked at, from its beginning."""

_TITLE, _SUMMARY, _AUTHOR, _URL = 300, 2_000, 200, 2_000
# Far more than so many entries have, and seconds of work.
_MOST_TAGS = 200_000
_ENTRY_ENDS = re.compile(rb"</(?:[\w-]+:)?(?:item|entry)\s*>", re.IGNORECASE)
_YEARS = range(1990, 2200)


class NotAFeedError(Exception):
    """What was read is no feed; the message says what it is."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What a feed announces: plain text, and an address of the web."""

    url: str
    """Where it leads, in full."""
    title: str
    """The headline; may be empty."""
    summary: str
    """What it is about; may be empty."""
    author: str
    """Who wrote it; may be empty."""
    published: datetime | None
    """When it appeared, in UTC; none where the feed doesn't say."""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed, understood."""

    title: str
    """What it calls itself; may be empty."""
    entries: tuple[FeedEntry, ...]
    """What it announces, in its own order; what leads nowhere on the web is left out."""


def parse_feed(data: bytes, url: str, content_type: str = "") -> ParsedFeed:
    """Return what a feed says.

    Entities that it declares are not expanded, nothing that it names is fetched, and of its
    entries the first 200 are looked at.

    Args:
        data: its bytes.
        url: where it was found: relative links lead from there.
        content_type: what the server says it is.

    Raises:
        NotAFeedError: it is none.

    """
    data = _beginning(data)
    if data.count(b"<") > _MOST_TAGS:
        raise NotAFeedError("a feed with more tags than anybody reads")
    found = _parsed(data, url, content_type)
    if not found.get("version"):
        raise NotAFeedError("a page of HTML, no feed" if _is_html(data) else "no feed")
    entries = (_entry(one, url) for one in found.entries[:MOST_ENTRIES])
    return ParsedFeed(
        title=plain_text(_text(found.feed, "title"), _TITLE),
        entries=tuple(one for one in entries if one is not None),
    )


def _parsed(data: bytes, url: str, content_type: str) -> Any:
    # When a feed is read: what waits is shown without it.
    import feedparser

    headers = {"content-type": content_type, "content-location": url}
    try:
        return feedparser.parse(
            # A text would be taken for the name of a file, or for an address to fetch.
            _Stream(data),
            response_headers={name: value for name, value in headers.items() if value},
            # Both would keep HTML that is safe to show; no HTML is kept here.
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as problem:
        # It promises nothing of feeds that are broken on purpose.
        raise NotAFeedError(f"a feed that cannot be read: {problem}") from problem


class _Stream:
    """Bytes, to be read once."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self) -> bytes:
        return self._data


def _beginning(data: bytes) -> bytes:
    """Return a feed up to the last entry that is looked at."""
    for number, end in enumerate(_ENTRY_ENDS.finditer(data), 1):
        if number == MOST_ENTRIES:
            closing = b"</feed>" if b"entry" in end[0].lower() else b"</channel></rss>"
            return data[: end.end()] + closing
    return data


def _is_html(data: bytes) -> bool:
    return re.search(rb"<(?:!doctype\s+)?html\b", data[:4096], re.IGNORECASE) is not None


def _entry(entry: Mapping[str, Any], base: str) -> FeedEntry | None:
    url = _web_url(_text(entry, "link"), base)
    if not url:
        return None
    title = plain_text(_text(entry, "title"), _TITLE)
    summary = plain_text(_text(entry, "summary") or _content(entry), _SUMMARY)
    author = plain_text(_text(entry, "author"), _AUTHOR)
    return FeedEntry(url, title, summary, author, _published(entry))


def _web_url(link: str, base: str) -> str:
    """Return a link in full; nothing where it is none of the web."""
    try:
        url = urljoin(base, link.strip())
    except ValueError:
        return ""
    printable = url.isprintable() and not set(url) & set("<>\"'`\\^{|}")
    return url if link and printable and len(url) <= _URL and is_web_url(url) else ""


def _content(entry: Mapping[str, Any]) -> str:
    parts = entry.get("content") or ()
    return next((str(one.get("value") or "") for one in parts), "")


def _published(entry: Mapping[str, Any]) -> datetime | None:
    # Asked as a plain mapping: feedparser's own gives one for the other, with a warning.
    plain = dict(entry)
    parts = plain.get("published_parsed") or plain.get("updated_parsed")
    try:
        if not parts or parts[0] not in _YEARS:
            return None
        year, month, day, hour, minute, second = parts[:6]
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except (ValueError, TypeError):
        return None


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""
