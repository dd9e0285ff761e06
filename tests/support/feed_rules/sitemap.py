"""Rules of sitemaps, their indexes and the news and image extensions."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin
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
)

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
LINK = "{http://www.w3.org/1999/xhtml}link"

MOST_ENTRIES = 50_000
MOST_NEWS = 1_000
MOST_IMAGES = 1_000
LONGEST_URL = 2_048
FREQUENCIES = ("always", "hourly", "daily", "weekly", "monthly", "yearly", "never")


def _location(element: Element, context: Context) -> Iterator[str]:
    yield from text(values.http_url)(element, context)
    value = element.text or ""
    # A sitemap speaks for its own folder alone.
    if not value.startswith(urljoin(context.url, ".")):
        yield f'"{value}" is outside {urljoin(context.url, ".")}'
    if len(value) >= LONGEST_URL:
        yield f"is longer than {LONGEST_URL - 1} characters"


def _priority(value: str) -> Iterator[str]:
    if value not in {f"{tenth / 10:.1f}" for tenth in range(11)}:
        yield f'"{value}" is no priority from 0.0 to 1.0'


def _language(value: str) -> Iterator[str]:
    if value != "x-default":  # for readers of all other languages
        yield from values.language(value)


def _alternate(element: Element, _context: Context) -> Iterator[str]:
    checks = {
        "rel": one_of("alternate"),
        "hreflang": _language,
        "href": values.http_url,
    }
    yield from check_attributes(element, Attributes(checks, required=tuple(checks)))


def _image(element: Element, context: Context) -> Iterator[str]:
    yield from check_children(element, IMAGE_ITEM, context)


def _news(element: Element, context: Context) -> Iterator[str]:
    yield from check_children(element, NEWS_ITEM, context)


def _publication(element: Element, context: Context) -> Iterator[str]:
    yield from check_children(element, PUBLICATION, context)


def _url(element: Element, context: Context) -> Iterator[str]:
    yield from check_children(element, URL, context)
    order = [tag for tag in URL if tag.startswith(SITEMAP)]
    tags = [child.tag for child in element if child.tag in order]
    if tags != sorted(tags, key=order.index):
        yield "has its elements in the wrong order"


def check_sitemap(root: Element, context: Context) -> Iterator[str]:
    """Check a sitemap or an index of sitemaps."""
    yield from check_attributes(root, Attributes())
    rules = INDEX if root.tag == SITEMAP + "sitemapindex" else URLSET
    yield from check_children(root, rules, context)
    if len(root.findall(f"*/{NEWS}news")) > MOST_NEWS:
        yield f"has more than {MOST_NEWS} news"
    seen = set()
    for found in root.findall(f"*/{SITEMAP}loc"):
        if found.text in seen:
            yield f'names "{found.text}" twice'
        seen.add(found.text)


IMAGE_ITEM = {IMAGE + "loc": Rule(text(values.http_url), least=1)}
PUBLICATION = {
    NEWS + "name": Rule(text(nonblank, plain), least=1),
    NEWS + "language": Rule(text(values.language), least=1),
}
NEWS_ITEM = {
    NEWS + "publication": Rule(_publication, least=1),
    NEWS + "publication_date": Rule(moment(values.w3c_date), least=1),
    NEWS + "title": Rule(text(nonblank, plain), least=1),
}
URL = {
    SITEMAP + "loc": Rule(_location, least=1),
    SITEMAP + "lastmod": Rule(moment(values.w3c_date)),
    SITEMAP + "changefreq": Rule(text(one_of(*FREQUENCIES))),
    SITEMAP + "priority": Rule(text(_priority)),
    IMAGE + "image": Rule(_image, most=MOST_IMAGES),
    NEWS + "news": Rule(_news),
    LINK: Rule(_alternate, most=ANY),
}
URLSET = {SITEMAP + "url": Rule(_url, least=1, most=MOST_ENTRIES)}
INDEX = {
    SITEMAP + "sitemap": Rule(
        lambda element, context: check_children(
            element,
            {tag: URL[tag] for tag in (SITEMAP + "loc", SITEMAP + "lastmod")},
            context,
        ),
        least=1,
        most=MOST_ENTRIES,
    )
}
