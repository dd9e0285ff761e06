"""Feeds: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache
from typing import Any

from ssg.model.output import CorrectionsFeedSubject, FeedSubject
from ssg.render.context import RenderContext
from ssg.render.feed_items import FeedItem
from ssg.render.page_parts import feed_title
from ssg.render.paths import CORRECTIONS
from ssg.render.xml import Element, document, element
from ssg.templating.filters import iso

# Atom wants a date even of a feed that never held anything.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed."""

    title: str
    """What it carries."""
    description: str
    """The same in a sentence."""
    language: str
    """Its language."""
    home: str
    """The page it belongs to, in full."""
    url: str
    """Where it stands, in full."""
    items: tuple[FeedItem, ...]
    """Latest first."""
    updated: datetime | None
    """When its newest item was changed; none when it is empty."""
    publisher: str
    """The name of the blog."""


def render_feed(
    path: str, subject: FeedSubject | CorrectionsFeedSubject, context: RenderContext
) -> bytes:
    """Return a feed in its format."""
    feed = _build(path, subject, context)
    match subject.format:
        case "atom":
            return document(_atom(feed))
        case "rss":
            return document(_rss(feed))
        case "json":
            return _json(feed)


def _build(
    path: str, subject: FeedSubject | CorrectionsFeedSubject, context: RenderContext
) -> Feed:
    """Return the feed of the site, of a term, or of the corrections."""
    config = context.config
    title, home = config.title, "/"
    if isinstance(subject, CorrectionsFeedSubject):
        title = feed_title(context.templates.words("title.corrections"), context)
        home = CORRECTIONS
        items = tuple(map(context.feed_items.correction, context.ask.latest_corrections()))
    else:
        term = context.ask.term(subject.taxonomy, subject.slug)
        if term:
            title, home = feed_title(term.name, context), term.path
        articles = context.ask.feed(subject.taxonomy, subject.slug)
        items = tuple(map(context.feed_items.item, articles))
    return Feed(
        title=title,
        description=config.description or title,
        language=config.language,
        home=context.base.absolute(home),
        url=context.base.absolute(path),
        items=items,
        updated=max((item.updated for item in items), default=None),
        publisher=config.title,
    )


def _atom(feed: Feed) -> Element:
    return element(
        "feed",
        [
            element("id", feed.url),
            element("title", feed.title),
            element("subtitle", feed.description),
            element("updated", iso(feed.updated or _NEVER)),
            _link(feed.url, "self", "application/atom+xml"),
            _link(feed.home, "alternate", "text/html"),
            element("author", [element("name", feed.publisher)]),
            element("generator", "ssg"),
            *(_atom_entry(one, feed.language) for one in feed.items),
        ],
        {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.language},
    )


# An article stands in the feeds of all its terms.
@lru_cache(maxsize=1024)
def _atom_entry(item: FeedItem, language: str) -> Element:
    via = [_link(item.original, "via", "text/html")] if item.original else []
    return element(
        "entry",
        [
            element("id", item.url),
            element("title", item.title),
            _link(item.url, "alternate", "text/html"),
            *via,
            element("published", iso(item.published)),
            element("updated", iso(item.updated)),
            *(element("author", [element("name", author)]) for author in item.authors),
            *(element("category", attributes={"term": tag}) for tag in item.tags),
            *([element("summary", item.summary)] if item.summary else []),
            element("content", str(item.html), {"type": "html"}),
        ],
        {} if item.language == language else {"xml:lang": item.language},
    )


def _link(href: str, rel: str, media_type: str) -> Element:
    return element("link", attributes={"href": href, "rel": rel, "type": media_type})


def _rss(feed: Feed) -> Element:
    itself = {"href": feed.url, "rel": "self", "type": "application/rss+xml"}
    dated = [element("lastBuildDate", format_datetime(feed.updated))] if feed.updated else []
    channel = element(
        "channel",
        [
            element("title", feed.title),
            element("link", feed.home),
            element("description", feed.description),
            element("language", feed.language.lower()),
            *dated,
            element("generator", "ssg"),
            element("atom:link", attributes=itself),
            *(_rss_item(one, feed.language) for one in feed.items),
        ],
    )
    namespaces = {
        "version": "2.0",
        "xmlns:atom": "http://www.w3.org/2005/Atom",
        "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    }
    return element("rss", [channel], namespaces)


@lru_cache(maxsize=1024)
def _rss_item(item: FeedItem, language: str) -> Element:
    return element(
        "item",
        [
            element("title", item.title),
            element("link", item.url),
            element("guid", item.url, {"isPermaLink": "true"}),
            element("pubDate", format_datetime(item.published)),
            *(element("dc:creator", author) for author in item.authors),
            *(element("category", tag) for tag in item.tags),
            *([] if item.language == language else [element("dc:language", item.language)]),
            element("description", item.summary),
            element("content:encoded", str(item.html)),
        ],
    )


def _json(feed: Feed) -> bytes:
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.home,
        "feed_url": feed.url,
        "language": feed.language,
        "authors": [{"name": feed.publisher, "url": feed.home}],
        "items": [_json_item(item, feed.language) for item in feed.items],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _json_item(item: FeedItem, language: str) -> dict[str, Any]:
    value = {
        "id": item.url,
        "url": item.url,
        "external_url": item.original,
        "title": item.title,
        "summary": item.summary,
        "content_html": str(item.html),
        "image": item.image,
        "date_published": iso(item.published),
        "date_modified": iso(item.updated),
        "authors": [{"name": author} for author in item.authors],
        "tags": list(item.tags),
        "language": "" if item.language == language else item.language,
    }
    return {key: found for key, found in value.items() if found or key == "content_html"}
