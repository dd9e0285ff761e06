"""Rules of OPML 2.0 and its subscription lists, after the W3C feed validator."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tests.support.feed_rules import values
from tests.support.feed_rules.content import plain
from tests.support.feed_rules.rules import (
    ANY,
    Attributes,
    Context,
    Rule,
    check_attributes,
    check_children,
    moment,
    nonblank,
    one_of,
    text,
    within,
)

LABEL = ("description", "htmlUrl", "language", "title", "version", "xmlUrl")
"""Attributes that mean something only beside a type."""


def _outline(element: Element, context: Context) -> Iterator[str]:
    yield from check_attributes(element, OUTLINE)
    if "created" in element.attrib:
        yield from within("@created", values.rfc822(element.attrib["created"], context.now))
    kind = element.get("type", "").lower()
    if kind == "rss":
        yield from (f"has no {name}" for name in ("xmlUrl",) if name not in element.attrib)
        yield from (f"warning: has no {name}" for name in ("title",) if name not in element.attrib)
    elif kind in {"link", "include"} and "url" not in element.attrib:
        yield "has no url"
    elif not kind and set(LABEL) & set(element.attrib):
        yield "warning: has no type"
    yield from check_children(element, {"outline": Rule(_outline, most=ANY)}, context)


def _head(element: Element, context: Context) -> Iterator[str]:
    yield from check_children(element, HEAD, context)


def _body(element: Element, context: Context) -> Iterator[str]:
    yield from check_children(element, {"outline": Rule(_outline, least=1, most=ANY)}, context)
    feeds = [found.get("xmlUrl") for found in element.iter("outline") if found.get("xmlUrl")]
    repeated = sorted({str(feed) for feed in feeds if feeds.count(feed) > 1})
    yield from (f'warning: two outlines have the feed "{feed}"' for feed in repeated)


def check_opml(root: Element, context: Context) -> Iterator[str]:
    """Check a list of sources."""
    version = Attributes({"version": one_of("2.0")}, required=("version",))
    yield from check_attributes(root, version)
    yield from check_children(root, ROOT, context)


OUTLINE = Attributes(
    {
        "text": lambda value: [*nonblank(value), *plain(value)],
        "title": lambda value: [*nonblank(value), *plain(value)],
        "description": plain,
        "type": nonblank,
        "category": nonblank,
        "created": lambda _value: (),
        "htmlUrl": values.http_url,
        "xmlUrl": values.http_url,
        "url": values.http_url,
        "language": values.language,
        "version": one_of("RSS", "RSS1", "RSS2", "ATOM", "scriptingNews"),
        "isComment": one_of("true", "false"),
        "isBreakpoint": one_of("true", "false"),
    },
    required=("text",),
)
HEAD = {
    "title": Rule(text(nonblank, plain), least=1),
    "dateCreated": Rule(moment(values.rfc822)),
    "dateModified": Rule(moment(values.rfc822)),
    "docs": Rule(text(values.http_url)),
    "ownerEmail": Rule(text(values.email)),
    "ownerId": Rule(text(values.http_url)),
    "ownerName": Rule(text(nonblank, plain)),
}
ROOT = {"head": Rule(_head, least=1), "body": Rule(_body, least=1)}
