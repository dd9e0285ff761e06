"""What a page says of itself in microdata."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from ssg.extract.claims import Claims

_ARTICLE = re.compile(r"(?:Article|Posting|Report|BlogPost)/?$")
_VALUES = {
    "meta": "content",
    "time": "datetime",
    "img": "src",
    "link": "href",
    "a": "href",
    "abbr": "title",
}
_LINKS = frozenset({"url", "mainEntityOfPage", "image", "contentUrl", "thumbnailUrl"})
_WITHIN = {"image": ("contentUrl", "url"), "author": ("name",), "publisher": ("name",)}
_FIELDS = frozenset(
    [
        "headline",
        "name",
        "alternativeHeadline",
        "description",
        "author",
        "creator",
        "publisher",
        "datePublished",
        "dateCreated",
        "dateModified",
        "url",
        "mainEntityOfPage",
        "image",
        "keywords",
        "about",
        "inLanguage",
    ]
)
_CALLED = {
    "inLanguage": "language",
    "mainEntityOfPage": "url",
    "alternativeHeadline": "alternative",
}


def read_microdata(tree: HtmlElement) -> Claims:
    """Return what the microdata of a page says of its article.

    Of several articles it is the one that the main heading stands in, else the first. Properties
    that belong to no item count where no article is marked.
    """
    article = _article(tree)
    found: dict[str, list[str]] = {}
    for element in (tree if article is None else article).iterdescendants():
        names = (element.get("itemprop") or "").split()
        if names and _item(element) is article:
            for name in _FIELDS.intersection(names):
                found.setdefault(_CALLED.get(name, name), []).extend(_value(element, name))
    return {f"microdata {name}": tuple(filter(None, texts)) for name, texts in found.items()}


def _article(tree: HtmlElement) -> HtmlElement | None:
    articles = [
        one
        for one in tree.iter()
        if one.get("itemscope") is not None and _ARTICLE.search(one.get("itemtype") or "")
    ]
    headings = list(islice(tree.iter("h1"), 5))
    for one in articles[:200]:
        if any(one in heading.iterancestors() for heading in headings):
            return one
    return articles[0] if articles else None


def _item(element: HtmlElement) -> HtmlElement | None:
    """Return the item that a property belongs to: the nearest above it."""
    return next((one for one in element.iterancestors() if one.get("itemscope") is not None), None)


def _value(element: HtmlElement, name: str) -> list[str]:
    if element.get("itemscope") is not None:
        for wanted in _WITHIN.get(name, ("name", "url")):
            for inner in element.iterdescendants():
                if wanted in (inner.get("itemprop") or "").split():
                    return [_own_value(inner, wanted)]
        return [_own_value(element, "name")] if name in ("author", "publisher") else []
    return [_own_value(element, name)]


def _own_value(element: HtmlElement, name: str) -> str:
    attribute = _VALUES.get(element.tag, "content")
    if element.tag == "a" and name not in _LINKS:
        attribute = "content"  # an author's name is what the link says
    stated = element.get(attribute) or element.get("content") or element.get("itemid")
    return str(stated or " ".join(element.itertext()))
