"""Check the structured data of a page: NewsArticle, BreadcrumbList and WebSite in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser

from tests.support.feed_rules.rules import within
from tests.support.feed_rules.values import http_url, w3c_date

CONTEXT = "https://schema.org"
LONGEST_HEADLINE = 110
PUBLISHERS = ("Organization", "NewsMediaOrganization", "Person")
URL_KEYS = (
    *("@id", "archivedAt", "contentUrl", "image", "isBasedOn", "item", "license", "logo"),
    *("mainEntityOfPage", "sameAs", "thumbnailUrl", "url"),
)

Object = dict[str, object]


def jsonld_blocks(html: str) -> list[str]:
    """Return the JSON-LD blocks of a page, as they are written."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.blocks


def check_jsonld(html: str, path: str, now: datetime | None = None) -> list[str]:
    """Return `path: block N: message` for each fault in the structured data of a page."""
    latest = now or datetime.now(UTC)
    return [
        f"{path}: block {number}: {complaint}"
        for number, block in enumerate(jsonld_blocks(html), 1)
        for complaint in _block(block, latest)
    ]


def jsonld_types(html: str) -> list[str]:
    """Return the types of the things that a page describes, in their order."""
    found: list[str] = []
    for block in jsonld_blocks(html):
        data: object = json.loads(block)
        if isinstance(data, dict):
            found.extend(str(thing.get("@type")) for thing in _things(data))
    return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and dict(attrs).get("type") == "application/ld+json":
            self._inside = True
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.blocks[-1] += data


def _block(block: str, now: datetime) -> Iterator[str]:
    try:
        data: object = json.loads(block)
    except ValueError as error:
        yield f"is no JSON: {error}"
        return
    if not isinstance(data, dict):
        yield "is no object"
        return
    if data.get("@context") != CONTEXT:
        yield f"its @context is {data.get('@context')}, not {CONTEXT}"
    for thing in _things(data):
        kind = str(thing.get("@type"))
        yield from within(kind, _thing(thing, kind))
    yield from _values(data, now)


def _things(data: Object) -> list[Object]:
    graph = data.get("@graph", [data])
    return [thing for thing in graph if isinstance(thing, dict)] if isinstance(graph, list) else []


def _thing(thing: Object, kind: str) -> Iterator[str]:
    if kind == "None":
        yield "has no @type"
    if check := TYPES.get(kind):
        yield from check(thing)


def _values(value: object, now: datetime, key: str = "") -> Iterator[str]:
    """Check what holds of addresses, dates and blanks wherever they stand."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _values(inner, now, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, now, key)
    elif value is None or value == "":
        yield f"{key} is empty"
    elif isinstance(value, str) and key in URL_KEYS:
        yield from within(key, http_url(value))
    elif isinstance(value, str) and key.startswith("date"):
        yield from within(key, w3c_date(value, now))


def _missing(thing: Object, *names: str) -> Iterator[str]:
    yield from (f"{name} is missing" for name in names if name not in thing)


def _article(thing: Object) -> Iterator[str]:
    yield from _missing(thing, "headline", "datePublished", "dateModified", "author", "publisher")
    yield from _missing(thing, "mainEntityOfPage")
    if len(str(thing.get("headline", ""))) > LONGEST_HEADLINE:
        yield f"headline is longer than {LONGEST_HEADLINE} characters"
    published, modified = (str(thing.get(f"date{name}", "")) for name in ("Published", "Modified"))
    yield from (
        f'"{date}" has no time' for date in (published, modified) if date and "T" not in date
    )
    if "T" in published and "T" in modified and _moment(modified) < _moment(published):
        yield "is modified before it is published"
    for role in ("author", "publisher"):
        yield from within(role, _party(thing.get(role, [])))


def _moment(date: str) -> datetime:
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return datetime.max.replace(tzinfo=UTC)  # what is no date is reported elsewhere
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _party(value: object) -> Iterator[str]:
    for party in value if isinstance(value, list) else [value]:
        if not isinstance(party, dict):
            yield "is no Person or Organization"
        elif party.get("@type") not in PUBLISHERS:
            yield f"has the @type {party.get('@type')}"
        else:
            yield from _missing(party, "name")


def _breadcrumbs(thing: Object) -> Iterator[str]:
    items = thing.get("itemListElement")
    if not isinstance(items, list) or not items:
        yield "itemListElement is no list of items"
        return
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict) or item.get("@type") != "ListItem":
            yield f"item {number} is no ListItem"
            continue
        if item.get("position") != number:
            yield f"item {number} has the position {item.get('position')}"
        # The last one may be the page itself, which needs no link.
        wanted = ("name", "item") if number < len(items) else ("name",)
        yield from within(f"item {number}", _missing(item, *wanted))


def _website(thing: Object) -> Iterator[str]:
    yield from _missing(thing, "name", "url")
    action = thing.get("potentialAction")
    if isinstance(action, dict) and action.get("@type") == "SearchAction":
        yield from within("potentialAction", _missing(action, "target", "query-input"))
        if "{search_term_string}" not in json.dumps(action.get("target")):
            yield "potentialAction: target has no {search_term_string}"


TYPES: dict[str, Callable[[Object], Iterator[str]]] = {
    "BreadcrumbList": _breadcrumbs,
    "NewsArticle": _article,
    "WebSite": _website,
}
