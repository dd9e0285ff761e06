"""Check feeds, sitemaps and lists of sources as strictly as the W3C feed validator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote
from xml.etree.ElementTree import Element

from tests.support.feed_rules.atom import ATOM, check_atom
from tests.support.feed_rules.document import check_document, parse
from tests.support.feed_rules.json_feed import check_json_feed
from tests.support.feed_rules.opml import check_opml
from tests.support.feed_rules.rss import check_rss
from tests.support.feed_rules.rules import WARNING, Context
from tests.support.feed_rules.sitemap import SITEMAP, check_sitemap

FORMATS: dict[str, Callable[[Element, Context], Iterator[str]]] = {
    ATOM + "feed": check_atom,
    "rss": check_rss,
    "opml": check_opml,
    SITEMAP + "urlset": check_sitemap,
    SITEMAP + "sitemapindex": check_sitemap,
}
"""The XML formats by their root element."""

MOST_BYTES = 50 * 1024 * 1024
"""What a sitemap may weigh; no feed should either."""


def check_feeds(folder: Path, base_url: str, now: datetime | None = None) -> list[str]:
    """Check every XML file and every `feed.json` of a folder that is published at `base_url`.

    Each finding is `path: message` or `path: warning: message`. A folder without such files is
    an error of the caller, not a clean result.
    """
    files = sorted({*folder.rglob("*.xml"), *folder.rglob("feed.json")})
    if not files:
        raise FileNotFoundError(f"{folder} has no feeds to check")
    return [
        finding
        for file in files
        for finding in check_feed(
            file.read_bytes(), file.relative_to(folder).as_posix(), base_url, now
        )
    ]


def check_feed(data: bytes, path: str, base_url: str, now: datetime | None = None) -> list[str]:
    """Check one file, of any of the formats."""
    context = Context(f"{base_url.rstrip('/')}/{quote(path)}", now or datetime.now(UTC))
    complaints = _json(data, context) if path.endswith(".json") else _xml(data, context)
    return [f"{path}: {complaint}" for complaint in dict.fromkeys(complaints)]


def errors(findings: list[str]) -> list[str]:
    """Return the findings that are no mere warnings."""
    return [finding for finding in findings if f": {WARNING}" not in finding]


def _json(data: bytes, context: Context) -> Iterator[str]:
    yield from check_json_feed(data, context)


def _xml(data: bytes, context: Context) -> Iterator[str]:
    if len(data) > MOST_BYTES:
        yield f"is larger than {MOST_BYTES} bytes"
    root = parse(data)
    if isinstance(root, str):
        yield root
        return
    yield from check_document(data)
    if check := FORMATS.get(root.tag):
        yield from check(root, context)
    else:
        yield f"is no feed, sitemap or list of sources: its root is {root.tag}"
