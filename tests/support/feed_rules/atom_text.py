"""Rules of the texts in an Atom feed: titles, summaries and content."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import Element

from tests.support.feed_rules import values
from tests.support.feed_rules.content import html, plain
from tests.support.feed_rules.rules import (
    Attributes,
    Context,
    anything,
    check_attributes,
    nonblank,
    one_of,
)
from tests.support.feed_rules.vocabulary import VOID

XHTML = "{http://www.w3.org/1999/xhtml}"


def text_construct(element: Element, _context: Context) -> Iterator[str]:
    """Check a title, subtitle, summary or rights."""
    checks = {"type": one_of("text", "html", "xhtml")}
    yield from check_attributes(element, Attributes(checks))
    yield from _text(element)


def content(element: Element, _context: Context) -> Iterator[str]:
    """Check the content of an entry."""
    checks = {"type": anything, "src": values.http_url}
    yield from check_attributes(element, Attributes(checks))
    kind = element.get("type", "text")
    if "src" in element.attrib:
        if "type" not in element.attrib:
            yield "warning: has a src, and no type"
        if len(element) or (element.text or "").strip():
            yield "has a src, and is not empty"
    elif kind in {"text", "html", "xhtml"}:
        yield from _text(element)
    else:
        yield from values.media_type(kind)
        yield f'warning: has the type "{kind}", which few readers show'


def _text(element: Element) -> Iterator[str]:
    kind = element.get("type", "text")
    value = element.text or ""
    if kind == "xhtml":
        yield from _xhtml(element)
        return
    yield from nonblank(value)
    yield from (f'contains <{child.tag}>, yet its type is "{kind}"' for child in element)
    yield from html(value) if kind == "html" else plain(value)


def _xhtml(element: Element) -> Iterator[str]:
    if [child.tag for child in element] != [XHTML + "div"] or (element.text or "").strip():
        yield "is not one div of XHTML"
        return
    if stray := {found.tag for found in element[0].iter() if not found.tag.startswith(XHTML)}:
        yield f"warning: contains elements that are not XHTML: {', '.join(sorted(stray))}"
    yield from html(_as_html(element[0]))


def _as_html(element: Element) -> str:
    # Only the structure counts here: the text is checked as it stands.
    tag = element.tag.rpartition("}")[2]
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.attrib.items())
    inside = "".join(_as_html(child) for child in element)
    return f"<{tag}{attributes}>" if tag in VOID else f"<{tag}{attributes}>{inside}</{tag}>"
