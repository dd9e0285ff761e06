"""Rules of JSON Feed 1.1."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tests.support.feed_rules import values
from tests.support.feed_rules.content import html, plain
from tests.support.feed_rules.rules import Context, nonblank, within

VERSION = "https://jsonfeed.org/version/1.1"

Check = Callable[[object, Context], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Key:
    """How the value of a key looks, and whether it must be there."""

    check: Check
    required: bool = False


def _string(*checks: Callable[[str], Iterable[str]]) -> Check:
    def check(value: object, _context: Context) -> Iterator[str]:
        if isinstance(value, str):
            for value_check in (nonblank, *checks):
                yield from value_check(value)
        else:
            yield "is no string"

    return check


def _date(value: object, context: Context) -> Iterator[str]:
    if isinstance(value, str):
        yield from values.rfc3339(value, context.now)
    else:
        yield "is no string"


def _number(value: object, _context: Context) -> Iterator[str]:
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        yield "is no number from 0 up"


def _flag(value: object, _context: Context) -> Iterator[str]:
    if not isinstance(value, bool):
        yield "is neither true nor false"


def _list(check: Check, name: str) -> Check:
    def check_list(value: object, context: Context) -> Iterator[str]:
        if isinstance(value, list):
            for number, item in enumerate(value, 1):
                yield from within(f"{name} {number}", check(item, context))
        else:
            yield "is no list"

    return check_list


def _object(keys: Mapping[str, Key]) -> Check:
    def check(value: object, context: Context) -> Iterator[str]:
        if not isinstance(value, dict):
            yield "is no object"
            return
        for name, key in keys.items():
            if key.required and name not in value:
                yield f"{name} is missing"
        for name, inner in value.items():
            if name in keys:
                yield from within(name, keys[name].check(inner, context))
            elif not name.startswith("_"):
                yield f"{name} is unknown, and no extension without an underscore"

    return check


def _author(value: object, context: Context) -> Iterator[str]:
    yield from AUTHOR(value, context)
    if value == {}:
        yield "is empty"


def _item(value: object, context: Context) -> Iterator[str]:
    yield from ITEM(value, context)
    if isinstance(value, dict) and not {"content_html", "content_text"} & set(value):
        yield "has neither content_html nor content_text"


def check_json_feed(data: bytes, context: Context) -> Iterator[str]:
    """Check a feed."""
    try:
        feed: object = json.loads(data.decode(), object_pairs_hook=_unique)
    except ValueError as error:
        yield f"is no JSON: {error}"
        return
    yield from FEED(feed, context)
    if isinstance(feed, dict):
        if feed.get("feed_url") != context.url:
            yield f"warning: feed_url is {feed.get('feed_url')}, the document {context.url}"
        items = feed.get("items")
        ids = Counter(
            str(item.get("id"))
            for item in (items if isinstance(items, list) else [])
            if isinstance(item, dict)
        )
        yield from (f'id: {count} items have "{name}"' for name, count in ids.items() if count > 1)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    for name, count in Counter(name for name, _ in pairs).items():
        if count > 1:
            raise ValueError(f'the key "{name}" stands {count} times in one object')
    return dict(pairs)


def _version(value: str) -> Iterator[str]:
    if value != VERSION:
        yield f'"{value}" is not {VERSION}'


URL = Key(_string(values.http_url))
LANGUAGE = Key(_string(values.language))
PLAIN = Key(_string(plain))
AUTHOR = _object({"name": PLAIN, "url": URL, "avatar": URL})
AUTHORS = Key(_list(_author, "author"))
ATTACHMENT = _object(
    {
        "url": Key(_string(values.http_url), required=True),
        "mime_type": Key(_string(values.media_type), required=True),
        "title": PLAIN,
        "size_in_bytes": Key(_number),
        "duration_in_seconds": Key(_number),
    }
)
HUB = _object(
    {"type": Key(_string(), required=True), "url": Key(_string(values.http_url), required=True)}
)
ITEM = _object(
    {
        "id": Key(_string(), required=True),
        "url": URL,
        "external_url": URL,
        "title": PLAIN,
        "content_html": Key(_string(html)),
        "content_text": Key(_string()),
        "summary": PLAIN,
        "image": URL,
        "banner_image": URL,
        "date_published": Key(_date),
        "date_modified": Key(_date),
        "authors": AUTHORS,
        "tags": Key(_list(_string(plain), "tag")),
        "language": LANGUAGE,
        "attachments": Key(_list(ATTACHMENT, "attachment")),
    }
)
FEED = _object(
    {
        "version": Key(_string(_version), required=True),
        "title": Key(_string(plain), required=True),
        "home_page_url": Key(_string(values.http_url), required=True),
        "feed_url": Key(_string(values.http_url), required=True),
        "description": PLAIN,
        "user_comment": Key(_string()),
        "next_url": URL,
        "icon": URL,
        "favicon": URL,
        "authors": AUTHORS,
        "language": LANGUAGE,
        "expired": Key(_flag),
        "hubs": Key(_list(HUB, "hub")),
        "items": Key(_list(_item, "item"), required=True),
    }
)
