"""What strangers wrote, reduced to the HTML of plain text."""

from __future__ import annotations

import nh3
from lxml import etree
from lxml.html import HtmlElement, HTMLParser

_ATTRIBUTES = {
    "a": {"href"},
    "code": {"class"},
    "img": {"alt", "data-credit", "src", "title"},
    "ol": {"start"},
    "pre": {"class"},
    "sup": {"data-note"},
    "td": {"colspan"},
    "th": {"colspan"},
}
_TAGS = """
    a b blockquote br caption cite code dd del div dl dt em figure h2 h3 h4 h5 h6 hr i img kbd
    li ol p pre q s samp strong sub sup table tbody td tfoot th thead tr ul
"""
_WITH_CONTENT = {"script", "style", "template", "svg", "math", "iframe", "object", "noscript"}
_CLEANER = nh3.Cleaner(
    tags=set(_TAGS.split()),
    clean_content_tags=_WITH_CONTENT,
    attributes=_ATTRIBUTES,
    strip_comments=True,
    link_rel=None,
    url_schemes={"http", "https"},
)


def clean(body: HtmlElement) -> HtmlElement:
    """Return an element with the tags and attributes of plain text alone.

    Links have the schemes of the web or none. What a browser would make of broken markup is what
    is cleaned, so that nothing comes alive when it is read once more.
    """
    markup = _CLEANER.clean(etree.tostring(body, encoding="unicode", method="html"))
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    tree = etree.fromstring(f"<html><body>{markup}</body></html>".encode(), parser)
    found = next(tree.iter("div"), None)
    return tree if found is None else found
