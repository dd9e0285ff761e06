"""What speaks for a text being the article of a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser
from trafilatura import bare_extraction

from ssg.extract.blocks import key_of
from ssg.extract.surgery import fit

_SHORTEST = 500
_MOST_CHILDREN = 400
_INLINE = frozenset(
    ("a", "b", "br", "code", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u")
)
_ARTICLE = re.compile(r"Article|Posting|Report|Review|Analysis|Opinion", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What others take for the article, as letters and digits alone."""

    found: str
    """What the extractor found."""
    stated: str
    """What the page names as the body of its article; empty where it doesn't."""

    stated_text: str
    """That body as it is written."""

    def speaks_for(self, key: str) -> bool:
        """Tell whether a text is among it."""
        return bool(key) and (key in self.found or key in self.stated)


def gather_evidence(tree: HtmlElement, page: HtmlElement) -> Evidence:
    """Return what is known of the article of a page.

    Args:
        tree: the page as it came, for what it states.
        page: the page without what can't be an article.

    """
    copy = deepcopy(page)
    for element in list(copy.iter()):
        # The extractor takes quadratic time for these; their words alone do as well.
        if len(element) > _MOST_CHILDREN and all(one.tag in _INLINE for one in element):
            words, tail = fit("".join(element.itertext())), element.tail
            element.clear()
            element.text, element.tail = words, tail
    document = bare_extraction(
        copy,
        fast=FAST,
        favor_recall=RECALL,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        include_links=False,
        with_metadata=False,
    )
    found = ""
    if document is not None:
        body = getattr(document, "body", None)
        found = key_of(" ".join(body.itertext())) if body is not None else ""
    stated = _stated_body(tree)
    return Evidence(found, key_of(stated), stated)


FAST, RECALL = True, False


def _stated_body(tree: HtmlElement) -> str:
    """Return the longest ``articleBody`` that a page states."""
    longest = ""
    for script in tree.iter("script"):
        text = script.text or ""
        if "articleBody" not in text or "json" not in script.get("type", ""):
            continue
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for body in _bodies(value):
            longest = max(longest, body, key=len)
    if len(longest) < _SHORTEST:
        return ""
    if "<" not in longest and "&" not in longest:
        return longest
    parsed = etree.fromstring(f"<div>{longest}</div>".encode(), HTMLParser(encoding="utf-8"))
    return " ".join(parsed.itertext()) if parsed is not None else ""


def _bodies(value: Any, depth: int = 0) -> Iterator[str]:
    if depth > 8:
        return
    if isinstance(value, list):
        for one in value[:200]:
            yield from _bodies(one, depth + 1)
    elif isinstance(value, dict):
        body = value.get("articleBody")
        if isinstance(body, str) and _ARTICLE.search(str(value.get("@type", ""))):
            yield body
        for one in list(value.values())[:200]:
            if isinstance(one, list | dict):
                yield from _bodies(one, depth + 1)
