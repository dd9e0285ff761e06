"""What the generator makes of a clipped text."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from ssg.extract.clipping import Metadata
from ssg.extract.text import read_text
from ssg.model.body import Link, ShortcodeCall
from tests.unit.content.reading import body

URL = "https://herald.example/2026/04/count"
_TAGS = """
    html body a blockquote br code dd del div dl dt em figcaption figure h2 h3 h4 h5 h6 hr img li
    ol p pre s section span strong sup table tbody td th thead tr ul
"""
_ATTRIBUTES = """
    alt aria-hidden aria-label class href id loading role src start style tabindex
"""
_OWN_CLASSES = re.compile(
    r"anchor|caption|credit|figure|quote|table|footnote\S*|language-[a-z0-9+-]+|"
)


def tree_of(markup: str | bytes) -> HtmlElement:
    """Return a page as a tree."""
    data = markup.encode("utf-8", "replace") if isinstance(markup, str) else markup
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(data, parser)


def clipped(markup: str | bytes, metadata: Metadata | None = None, url: str = URL) -> str:
    """Return the article of a page as Markdown."""
    return read_text(tree_of(markup), url, metadata or Metadata(url=url))


def rendered(markdown: str) -> str:
    """Return a text as the generator shows it.

    Fails where anything in it is alive: a tag, attribute, class or link that no plain text has, a
    shortcode, a link into the site, or a complaint of the generator.
    """
    content = body(markdown)
    for part in content.body.parts:
        assert not isinstance(part, Link | ShortcodeCall), part
    markup = "".join(map(str, content.body.parts))
    for element in tree_of(f"<html><body>{markup}</body></html>").iter():
        assert element.tag in _TAGS.split(), element.tag
        assert set(element.attrib) <= set(_ATTRIBUTES.split()), dict(element.attrib)
        for name in element.get("class", "").split():
            assert _OWN_CLASSES.fullmatch(name), name
        style = element.get("style", "")
        assert re.fullmatch(r"|text-align:(?:left|right|center)", style), style
        for name in ("href", "src"):
            target = element.get(name, "#")
            assert target.startswith("#") or urlsplit(target).scheme in ("http", "https"), target
    return markup


def words_shown(markdown: str) -> str:
    """Return the words that a reader of the generator's page sees, typography undone."""
    rendered(markdown)
    return plain(body(markdown).text)


def plain(text: str) -> str:
    """Return a text with straight quotes and single blanks."""
    for sign, straight in (
        ("“", '"'),
        ("”", '"'),
        ("’", "'"),
        ("‘", "'"),
        ("…", "..."),
        ("–", "--"),
    ):
        text = text.replace(sign, straight)
    return " ".join(text.split())
