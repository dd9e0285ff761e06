"""Rules of RSS 2.0, after the W3C feed validator and the RSS Advisory Board's profile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tests.support.feed_rules import values
from tests.support.feed_rules.atom import ATOM, link
from tests.support.feed_rules.content import html, plain
from tests.support.feed_rules.rules import (
    ANY,
    Attributes,
    Context,
    Rule,
    anything,
    check_attributes,
    check_children,
    moment,
    nonblank,
    one_of,
    text,
    within,
)

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
DC = "{http://purl.org/dc/elements/1.1/}"
TWINS = {
    "author": DC + "creator",
    "category": DC + "subject",
    "guid": ATOM + "id",
    "language": DC + "language",
    "managingEditor": DC + "creator",
    "pubDate": DC + "date",
}
"""Elements of RSS and those of extensions that say the same."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _guid(element: Element, _context: Context) -> Iterator[str]:
    checks = {"isPermaLink": one_of("true", "false")}
    yield from text(nonblank, attributes=Attributes(checks))(element, _context)
    value = element.text or ""
    if element.get("isPermaLink", "true") == "true":
        yield from values.http_url(value)
    elif re.fullmatch(r"\d{1,8}", value):
        yield f'warning: "{value}" is hardly unique'


def _enclosure(element: Element, _context: Context) -> Iterator[str]:
    checks = {
        "url": values.http_url,
        "length": values.natural_number,
        "type": values.media_type,
    }
    yield from check_attributes(element, Attributes(checks, required=tuple(checks)))


def _size(limit: int) -> Rule:
    def check(value: str) -> Iterator[str]:
        yield from values.natural_number(value, least=1)
        if value.isdecimal() and int(value) > limit:
            yield f"is over {limit}"

    return Rule(text(check))


def _image_url(value: str) -> Iterator[str]:
    yield from values.http_url(value)
    if not value.lower().endswith((".gif", ".jpeg", ".jpg", ".png")):
        yield f'warning: "{value}" is no GIF, JPEG or PNG'


def _image(element: Element, context: Context) -> Iterator[str]:
    yield from check_attributes(element, Attributes())
    yield from check_children(element, IMAGE, context)


def _item(element: Element, context: Context) -> Iterator[str]:
    yield from check_attributes(element, Attributes())
    yield from check_children(element, ITEM, context)
    yield from _twins(element)
    tags = [child.tag for child in element]
    if not {"title", "description"} & set(tags):
        yield "has neither a title nor a description"
    if "guid" not in tags:
        yield "warning: <guid> is missing"
    if CONTENT in tags and "description" not in tags[: tags.index(CONTENT)]:
        yield "warning: has content and no description before it"


def _channel(element: Element, context: Context) -> Iterator[str]:
    yield from check_attributes(element, Attributes())
    yield from check_children(element, CHANNEL, context)
    yield from _twins(element)
    if element.find("language") is None:
        yield "warning: <language> is missing"
    if not any(found.get("rel") == "self" for found in element.findall(ATOM + "link")):
        yield "warning: has no atom:link to itself"
    if (image := element.find("image")) is not None:
        for name in ("link", "title"):
            if image.findtext(name) != element.findtext(name):
                yield f"warning: image: its {name} isn't that of the channel"
    tags = [child.tag for child in element]
    if "item" in tags and set(tags[tags.index("item") :]) != {"item"}:
        yield "warning: has metadata after its first item"
    guids = [found.text for found in element.findall("item/guid")]
    repeated = {guid for guid in guids if guids.count(guid) > 1}
    yield from within("guid", (f'two items have "{guid}"' for guid in sorted(map(str, repeated))))


def _twins(element: Element) -> Iterator[str]:
    for name, twin in TWINS.items():
        if element.find(name) is not None and element.find(twin) is not None:
            yield f"warning: <{name}> and its twin of an extension say the same"


def check_rss(root: Element, context: Context) -> Iterator[str]:
    """Check a feed."""
    version = Attributes({"version": one_of("2.0")}, required=("version",))
    yield from check_attributes(root, version)
    yield from check_children(root, {"channel": Rule(_channel, least=1)}, context)


SHARED = {
    "category": Rule(text(nonblank, plain, attributes=Attributes({"domain": anything})), most=ANY),
    "pubDate": Rule(moment(values.rfc822)),
    ATOM + "link": Rule(link, most=ANY),
    DC + "creator": Rule(text(nonblank, plain), most=ANY),
    DC + "date": Rule(moment(values.w3c_date)),
}
IMAGE = {
    "url": Rule(text(_image_url), least=1),
    "title": Rule(text(nonblank, plain), least=1),
    "link": Rule(text(values.http_url), least=1),
    "width": _size(144),
    "height": _size(400),
    "description": Rule(text(plain)),
}
ITEM = {
    "title": Rule(text(nonblank, plain)),
    "link": Rule(text(values.http_url)),
    "description": Rule(text(nonblank, html)),
    "author": Rule(text(values.email_with_name)),
    "comments": Rule(text(values.http_url)),
    "enclosure": Rule(_enclosure),
    "guid": Rule(_guid),
    "source": Rule(text(plain, attributes=Attributes({"url": values.http_url}, required=("url",)))),
    CONTENT: Rule(text(nonblank, html)),
} | SHARED
CHANNEL = {
    "title": Rule(text(nonblank, plain), least=1),
    "link": Rule(text(values.http_url), least=1),
    "description": Rule(text(nonblank, plain), least=1),
    "copyright": Rule(text(plain)),
    "docs": Rule(text(values.http_url)),
    "generator": Rule(text(nonblank)),
    "image": Rule(_image),
    "language": Rule(text(values.language)),
    "lastBuildDate": Rule(moment(values.rfc822)),
    "managingEditor": Rule(text(values.email_with_name)),
    "skipDays": Rule(
        lambda element, context: check_children(
            element, {"day": Rule(text(one_of(*DAYS)), least=1, most=7)}, context
        )
    ),
    "skipHours": Rule(
        lambda element, context: check_children(
            element, {"hour": Rule(text(one_of(*map(str, range(24)))), least=1, most=24)}, context
        )
    ),
    "ttl": Rule(text(lambda value: values.natural_number(value, least=1))),
    "webMaster": Rule(text(values.email_with_name)),
    "item": Rule(_item, most=ANY),
} | SHARED
