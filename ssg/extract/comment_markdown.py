"""The HTML of comments becomes Markdown."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

from ssg.extract.cleaning import clean
from ssg.extract.markdown import to_markdown
from ssg.extract.spans import BLOCKS
from ssg.extract.tree import UnreadablePageError, read_tree

_PARAGRAPHS = ("div", "section", "article", "center", "h1", "h2", "h3", "h4", "h5", "h6")
_CODE = re.compile(r"(<pre\b.*?</pre>)", re.IGNORECASE | re.DOTALL)


def comment_markdown(html: str) -> str:
    """Return the HTML of a comment as Markdown: its words, links, quotations, lists and code.

    A line that ends is one that ends, as WordPress has it. Nothing is left of pictures, forms and
    scripts.
    """
    parts = _CODE.split(html.replace("\r\n", "\n"))
    marked = "".join(part if _CODE.match(part) else _lines(part) for part in parts)
    try:
        tree = read_tree(f"<html><body><div><p>{marked}</p></div></body></html>".encode())
    except UnreadablePageError:
        return ""
    body = tree.find("body")
    found = None if body is None else body.find("div")
    if found is None:
        return ""
    for picture in list(found.iter("img", "figure")):
        picture.drop_tree()
    for block in list(found.iter(*_PARAGRAPHS)):
        if block is not found:
            block.tag = "p"  # one within another ends it, for a browser and for the cleaner
    return to_markdown(_blocks(clean(found)), "")


def _lines(html: str) -> str:
    return html.replace("\n\n", "</p><p>").replace("\n", "<br>")


def _blocks(element: HtmlElement) -> HtmlElement:
    """Return an element whose words stand in paragraphs, whatever stood around them."""
    holder: HtmlElement = etree.Element("div")
    loose = etree.SubElement(holder, "p")
    loose.text = element.text
    for child in list(element):
        tail, child.tail = child.tail, None
        if child.tag in BLOCKS:
            holder.append(child)
            loose = etree.SubElement(holder, "p")
            loose.text = tail
        else:
            loose.append(child)
            child.tail = tail
    return holder
