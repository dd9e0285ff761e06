"""Lists of feeds, for feed readers."""

from __future__ import annotations

from collections.abc import Sequence

from ssg.config.inbox import InboxFeed
from ssg.render.xml import document, element


def feed_list(title: str, feeds: Sequence[InboxFeed]) -> bytes:
    """Return feeds as OPML 2.0; sections and tags are categories, sections with a slash."""
    outlines = []
    for feed in feeds:
        name = feed.outlet or feed.url
        categories = [f"/{feed.section}"] if feed.section else []
        attributes = {"text": name, "title": name, "type": "rss", "xmlUrl": feed.url}
        if categories or feed.tags:
            attributes["category"] = ",".join([*categories, *feed.tags])
        outlines.append(element("outline", attributes=attributes))
    parts = [element("head", [element("title", title)]), element("body", outlines)]
    return document(element("opml", parts, {"version": "2.0"}))
