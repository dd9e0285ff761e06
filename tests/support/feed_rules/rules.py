"""What the rules of the XML formats are made of: tables of elements, each with its check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree.ElementTree import Element

from tests.support.feed_rules.values import language

ANY = 10**9
XML = "{http://www.w3.org/XML/1998/namespace}"
WARNING = "warning: "

NAMESPACES = {
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.google.com/schemas/sitemap-image/1.1": "image",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.google.com/schemas/sitemap-news/0.9": "news",
    "http://www.sitemaps.org/schemas/sitemap/0.9": "sitemap",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://purl.org/syndication/thread/1.0": "thr",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
"""The vocabularies that readers know, with the prefix that each usually has."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a check knows besides the element."""

    url: str
    """Where the file is published."""
    now: datetime


Check = Callable[[Element, Context], Iterable[str]]
ValueCheck = Callable[[str], Iterable[str]]
DateCheck = Callable[[str, datetime], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Rule:
    """How an element looks, and how often it stands in its parent."""

    check: Check
    least: int = 0
    most: int = 1


@dataclass(frozen=True, slots=True)
class Attributes:
    """The attributes of an element with a check each, and those that it must have."""

    checks: Mapping[str, ValueCheck] = field(default_factory=dict)
    required: tuple[str, ...] = ()


def anything(_text: str) -> Iterator[str]:
    """Complain of nothing."""
    yield from ()


def nonblank(text: str) -> Iterator[str]:
    """Complain of emptiness."""
    if not text.strip():
        yield f"{WARNING}is blank"


def one_of(*words: str) -> ValueCheck:
    """Make a check of a closed list."""

    def check(text: str) -> Iterator[str]:
        if text not in words:
            yield f'"{text}" is not one of: {", ".join(words)}'

    return check


def text(*checks: ValueCheck, attributes: Attributes | None = None) -> Check:
    """Make a check of an element that holds text alone."""

    def check(element: Element, _context: Context) -> Iterator[str]:
        yield from check_attributes(element, attributes or Attributes())
        yield from (f"contains <{short(child.tag)}>, yet holds text alone" for child in element)
        for value_check in checks:
            yield from value_check(element.text or "")

    return check


def moment(date_check: DateCheck) -> Check:
    """Make a check of an element that holds a date."""

    def check(element: Element, context: Context) -> Iterator[str]:
        yield from text()(element, context)
        yield from date_check(element.text or "", context.now)

    return check


def check_attributes(element: Element, attributes: Attributes) -> Iterator[str]:
    """Complain of missing, unknown and wrong attributes."""
    yield from (f"has no {name}" for name in attributes.required if name not in element.attrib)
    for name, value in element.attrib.items():
        if name in attributes.checks:
            yield from within(f"@{name}", attributes.checks[name](value))
        elif name == XML + "lang":
            yield from within("@xml:lang", language(value))
        elif not name.startswith("{"):
            yield f"@{name} is unknown here"


def check_children(element: Element, rules: Mapping[str, Rule], context: Context) -> Iterator[str]:
    """Complain of missing, repeated, unknown and wrong children, and of text between them."""
    counts = Counter(child.tag for child in element)
    for tag, rule in rules.items():
        if counts[tag] < rule.least:
            yield f"<{short(tag)}> is missing"
        if counts[tag] > rule.most:
            yield f"<{short(tag)}> stands {counts[tag]} times"
    seen: Counter[str] = Counter()
    for child in element:
        seen[child.tag] += 1
        number = f" {seen[child.tag]}" if counts[child.tag] > 1 else ""
        if found := rules.get(child.tag):
            yield from within(short(child.tag) + number, found.check(child, context))
        elif _core(child.tag, rules):
            yield f"<{short(child.tag)}> is unknown here"
    if any((part or "").strip() for part in (element.text, *(child.tail for child in element))):
        yield "contains text between its elements"


def _core(tag: str, rules: Iterable[str]) -> bool:
    # Extensions have a namespace of their own; the first rule tells the one of the format.
    home = next(iter(rules)).rpartition("}")[0]
    return tag.rpartition("}")[0] in {home, ""}


def within(where: str, complaints: Iterable[str]) -> Iterator[str]:
    """Put the place before each complaint; "warning" stays in front."""
    for complaint in complaints:
        rest = complaint.removeprefix(WARNING)
        severity = WARNING if rest != complaint else ""
        yield f"{severity}{where}: {rest}"


def short(tag: str) -> str:
    """Return a tag as it is usually written."""
    namespace, _, name = tag.removeprefix("{").rpartition("}")
    prefix = NAMESPACES.get(namespace, namespace)
    return f"{prefix}:{name}" if prefix else name
