"""Rules of Atom 1.0 (RFC 4287), after the W3C feed validator."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tests.support.feed_rules import values
from tests.support.feed_rules.atom_text import content, text_construct
from tests.support.feed_rules.content import plain
from tests.support.feed_rules.rules import (
    ANY,
    XML,
    Attributes,
    Context,
    Rule,
    anything,
    check_attributes,
    check_children,
    moment,
    nonblank,
    text,
    within,
)
from tests.support.feed_rules.vocabulary import words

ATOM = "{http://www.w3.org/2005/Atom}"
SELF_TYPES = ("application/atom+xml", "application/rss+xml")
FEED_ONLY = words("current first last next next-archive prev-archive previous")
RELATIONS = FEED_ONLY | words(
    """alternate describedby edit edit-media enclosure hub license payment related replies search
    self service up via"""
)
LINK_ATTRIBUTES = Attributes(
    {
        "href": values.uri,
        "rel": nonblank,
        "type": values.media_type,
        "hreflang": values.language,
        "title": lambda title: [*nonblank(title), *plain(title)],
        "length": values.natural_number,
    },
    required=("href",),
)


def link(element: Element, context: Context) -> Iterator[str]:
    """Check a link, also one in an RSS feed."""
    yield from check_attributes(element, LINK_ATTRIBUTES)
    relation = element.get("rel", "alternate")
    if relation not in RELATIONS and [*values.uri(relation)]:
        yield f'warning: @rel: "{relation}" is no registered relation'
    if relation == "self":
        if element.get("href") != context.url:
            yield f"warning: the self link is {element.get('href')}, the document {context.url}"
        if element.get("type", SELF_TYPES[0]).partition(";")[0] not in SELF_TYPES:
            yield f"warning: the self link has the type {element.get('type')}"
    if len(element) or (element.text or "").strip():
        yield "warning: is not empty"


def _person(element: Element, context: Context) -> Iterator[str]:
    yield from check_attributes(element, Attributes())
    yield from check_children(element, PERSON, context)


def _name(name: str) -> Iterator[str]:
    yield from nonblank(name)
    yield from plain(name)
    if "@" in name:
        yield "warning: contains a mail address"


def _category(element: Element, _context: Context) -> Iterator[str]:
    checks = {"term": nonblank, "scheme": values.uri, "label": plain}
    yield from check_attributes(element, Attributes(checks, required=("term",)))


def _source(element: Element, context: Context) -> Iterator[str]:
    yield from check_children(element, SOURCE, context)
    for name in ("id", "title", "updated"):
        if element.find(ATOM + name) is None:
            yield f"warning: <atom:{name}> is missing"


def _entry(element: Element, context: Context) -> Iterator[str]:
    yield from check_attributes(element, Attributes())
    yield from check_children(element, ENTRY, context)
    yield from _alternates(element)
    relations = {link.get("rel", "alternate") for link in element.findall(ATOM + "link")}
    yield from (
        f"warning: a {relation} link belongs to the feed"
        for relation in sorted(relations & FEED_ONLY)
    )
    body = element.find(ATOM + "content")
    if body is None and "alternate" not in relations:
        yield "has neither content nor an alternate link"
    if element.find(ATOM + "summary") is None:
        if body is None:
            yield "warning: has neither content nor a summary"
        elif "src" in body.attrib:
            yield "has content elsewhere, and no summary"


def _alternates(element: Element) -> Iterator[str]:
    seen = set()
    for found in element.findall(ATOM + "link"):
        if found.get("rel", "alternate") == "alternate":
            key = (found.get("type"), found.get("hreflang"))
            if key in seen:
                yield "has two alternate links of one type and language"
            seen.add(key)


def check_atom(root: Element, context: Context) -> Iterator[str]:
    """Check a feed."""
    yield from check_attributes(root, Attributes())
    yield from check_children(root, FEED, context)
    yield from _alternates(root)
    yield from _order(root)
    if XML + "lang" not in root.attrib:
        yield "warning: has no xml:lang"
    if not any(found.get("rel") == "self" for found in root.findall(ATOM + "link")):
        yield "warning: has no self link"
    entries = root.findall(ATOM + "entry")
    if root.find(ATOM + "author") is None:
        for number, entry in enumerate(entries, 1):
            if entry.find(ATOM + "author") is None and entry.find(SOURCE_AUTHOR) is None:
                yield f"entry {number}: <atom:author> is missing, and the feed has none"
    yield from within("id", _repeated(entries, "id"))
    yield from (f"warning: updated: {text}" for text in _repeated(entries, "updated"))


def _order(root: Element) -> Iterator[str]:
    tags = [child.tag for child in root]
    if ATOM + "entry" in tags:
        rest = tags[tags.index(ATOM + "entry") :]
        if any(tag != ATOM + "entry" for tag in rest):
            yield "has metadata after its first entry"


def _repeated(entries: list[Element], name: str) -> Iterator[str]:
    seen = set()
    for entry in entries:
        value = entry.findtext(ATOM + name)
        if value in seen:
            yield f'two entries have "{value}"'
        seen.add(value)


SOURCE_AUTHOR = f"{ATOM}source/{ATOM}author"
PERSON = {
    ATOM + "name": Rule(text(_name), least=1),
    ATOM + "uri": Rule(text(values.uri)),
    ATOM + "email": Rule(text(values.email)),
}
COMMON = {
    ATOM + "author": Rule(_person, most=ANY),
    ATOM + "category": Rule(_category, most=ANY),
    ATOM + "contributor": Rule(_person, most=ANY),
    ATOM + "link": Rule(link, most=ANY),
    ATOM + "rights": Rule(text_construct),
}
METADATA = COMMON | {
    ATOM + "generator": Rule(
        text(nonblank, attributes=Attributes({"uri": values.uri, "version": anything}))
    ),
    ATOM + "icon": Rule(text(values.http_url)),
    ATOM + "logo": Rule(text(values.http_url)),
    ATOM + "subtitle": Rule(text_construct),
}
SOURCE = METADATA | {
    ATOM + "id": Rule(text(values.uri)),
    ATOM + "title": Rule(text_construct),
    ATOM + "updated": Rule(moment(values.rfc3339)),
}
REQUIRED = {
    ATOM + "id": Rule(text(values.uri), least=1),
    ATOM + "title": Rule(text_construct, least=1),
    ATOM + "updated": Rule(moment(values.rfc3339), least=1),
}
ENTRY = (
    COMMON
    | REQUIRED
    | {
        ATOM + "content": Rule(content),
        ATOM + "published": Rule(moment(values.rfc3339)),
        ATOM + "source": Rule(_source),
        ATOM + "summary": Rule(text_construct),
    }
)
FEED = METADATA | REQUIRED | {ATOM + "entry": Rule(_entry, most=ANY)}
