"""A page without what can't be a part of its article."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml.html import HtmlElement

from ssg.extract.pictures import IMAGES, source_of
from ssg.extract.surgery import fit, remove

_TAGS = """
    script style template svg math canvas object embed applet map dialog nav menu button input
    select textarea option datalist progress meter frame frameset noframes link meta base title
    head param track colgroup col rp amp-ad amp-sidebar amp-consent amp-analytics amp-social-share
    amp-sticky-ad amp-embed ins-ad portal marquee
"""
_NEVER = frozenset(_TAGS.split())
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# An article that is hidden until a reader pays or a script has run is longer than this.
_LONG = 1500
_LONGEST = 100_000
# What stands aside or asks for something, unless it holds the whole article.
_SIDE = {"aside": 3 * _LONG, "form": _LONG, "fieldset": _LONG}


def pruned(tree: HtmlElement, base: str) -> HtmlElement:
    """Return a copy of a page without scripts, controls, navigation and what is hidden.

    A picture that only browsers without scripts see takes the place of its stand-in.
    """
    tree = deepcopy(tree)
    for element in list(tree.iter()):
        _cut(element)
        if not isinstance(element.tag, str):
            remove(element)
        elif element.tag == "noscript":
            _open_noscript(element, base)
        elif element.tag in _NEVER or _is_hidden(element):
            remove(element)
        elif element.tag == "sup" and element.get("data-note"):
            del element.attrib["data-note"]
        elif (
            element.tag == "footer" and next(element.iterancestors("blockquote"), None) is None
        ) or (element.tag in _SIDE and len("".join(element.itertext())) < _SIDE[element.tag]):
            remove(element)
    return tree


def _cut(element: HtmlElement) -> None:
    """Cut words short that no writer has left without a tag for so long."""
    if element.text and len(element.text) > _LONGEST:
        element.text = fit(element.text[:_LONGEST])
    if element.tail and len(element.tail) > _LONGEST:
        element.tail = fit(element.tail[:_LONGEST])


def _is_hidden(element: HtmlElement) -> bool:
    if element.tag in ("html", "body"):
        return False
    hidden = (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(element.get("style", "")))
    )
    if not hidden or element.tag in IMAGES:
        return False
    # A few words in a link are said again for the eye; pictures in it are not.
    if next(element.iter(*IMAGES), None) is not None and element.get("hidden") is None:
        return len("".join(element.itertext()).strip()) > 0 and not _holds_article(element)
    return not _holds_article(element)


def _holds_article(element: HtmlElement) -> bool:
    return sum(len("".join(one.itertext())) for one in element.iter("p")) > _LONG


def _open_noscript(element: HtmlElement, base: str) -> None:
    parent = element.getparent()
    image = next(element.iter("img"), None)
    if parent is None:
        return
    family = parent
    if (
        parent.tag not in ("figure", "picture")
        and parent.getparent() is not None
        and len(parent) < 3
    ):
        family = parent.getparent()
    others = [
        one
        for one in family.iter("img", "amp-img")
        if source_of(one, base) and not any(up is element for up in one.iterancestors())
    ]
    if image is None or others or not source_of(image, base):
        remove(element)
        return
    own = deepcopy(image)
    own.tail = fit(element.tail or "")
    parent.replace(element, own)
    for stand_in in list(family.iter("img", "amp-img")):
        if stand_in is not own and not source_of(stand_in, base):
            remove(stand_in)
