"""A page as a row of blocks: paragraphs, headings, lists, pictures, each with where it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from ssg.extract.pictures import IMAGES, figure_of, recording_of
from ssg.extract.surgery import fit

_INLINE_TAGS = """
    a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark math
    nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr
"""
_INLINE = frozenset(_INLINE_TAGS.split())
_UNITS = frozenset(("ul", "ol", "dl", "blockquote", "table", "pre"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_RECORDINGS = frozenset(("iframe", "video", "audio", "amp-youtube", "amp-iframe", "amp-video"))
_FIGURES = re.compile(
    r"(?:^|[\s_-])(?:wp-caption|caption|figure|photo|image|img|bild|foto|picture|media)(?:$|[\s_-])",
    re.IGNORECASE,
)
_DEEPEST = 120
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_NOT_KEY = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Block:
    """A part of a page that is kept or left out as a whole."""

    kind: str
    """``p``, ``heading``, ``list``, ``quote``, ``table``, ``pre``, ``figure``, ``recording`` or
    ``hr``.
    """
    element: HtmlElement
    """What stands there, apart from the tree."""
    parent: HtmlElement
    """The element of the page in which it stands."""
    text: str
    """Its words."""
    linked: int
    """How many signs of them are within links."""

    @property
    def key(self) -> str:
        """Its letters and digits alone, by which it is found elsewhere."""
        return key_of(self.text)

    @property
    def size(self) -> int:
        """How long it is; a sign of a script without blanks counts for three letters."""
        return len(self.text) + 2 * len(_IDEOGRAPHS.findall(self.text))

    @property
    def density(self) -> float:
        """Which share of its words is linked."""
        return self.linked / max(1, len(self.text))


def key_of(text: str) -> str:
    """Return the letters and digits of a text, in lower case."""
    return _NOT_KEY.sub("", text).lower()


def read_blocks(root: HtmlElement, base: str) -> list[Block]:
    """Return the blocks of an element in their order."""
    return list(_Walk(base).blocks(root, 0))


class _Walk:
    """One way through a page."""

    def __init__(self, base: str) -> None:
        self._base = base

    def blocks(self, parent: HtmlElement, depth: int) -> Iterator[Block]:
        run: list[str | HtmlElement] = [parent.text or ""]
        for child in parent:
            tail = child.tail or ""
            if not isinstance(child.tag, str):
                run.append(tail)
            elif depth > _DEEPEST or self._is_inline(child):
                run += [child, tail]
            else:
                yield from _paragraphs(run, parent)
                yield from self._block(child, depth + 1)
                run = [tail]
        yield from _paragraphs(run, parent)

    def _is_inline(self, element: HtmlElement) -> bool:
        if element.tag in IMAGES or element.tag in _RECORDINGS:
            return False
        if element.tag not in _INLINE and "-" not in element.tag:
            return False
        return all(
            one.tag in _INLINE or not isinstance(one.tag, str) or "-" in str(one.tag)
            for one in element.iterdescendants()
            if one.tag not in ("source",)
        )

    def _block(self, element: HtmlElement, depth: int) -> Iterator[Block]:
        tag = element.tag
        if tag in _HEADINGS and next(element.iter(*IMAGES), None) is None:
            yield _unit("heading", element)
        elif tag in IMAGES:
            yield from self._figure(element)
        elif tag in _RECORDINGS:
            recording = recording_of(element, self._base)
            if recording is not None:
                yield _unit("recording", recording, element.getparent())
        elif tag == "hr":
            yield _unit("hr", element)
        elif tag in _UNITS and self._is_unit(element):
            kinds = {"blockquote": "quote", "table": "table", "pre": "pre"}
            yield _unit(kinds.get(tag, "list"), element)
            for image in element.iter(*IMAGES):
                yield from self._figure(image)
        elif self._is_figure(element):
            yield from self._figure(element)
        else:
            yield from self.blocks(element, depth)

    def _figure(self, element: HtmlElement) -> Iterator[Block]:
        figure = figure_of(element, self._base)
        if figure is not None:
            link = next(element.iterancestors("a"), None)
            block = _unit("figure", figure, element)
            # A picture that leads to another page belongs to that one.
            block.linked = int(
                link is not None
                and not re.search(r"\.(?:jpe?g|png|webp|gif)(?:\?|$)", link.get("href", ""), re.I)
            )
            yield block

    def _is_figure(self, element: HtmlElement) -> bool:
        if next(element.iter(*IMAGES), None) is None:
            return False
        if next(element.iter("table", "blockquote", "pre", "iframe", "video"), None) is not None:
            return False
        if element.tag == "figure":
            return len("".join(element.itertext())) < 4000
        if not _FIGURES.search(element.get("class", "")):
            return False
        if next(element.iter(*_HEADINGS), None) is not None or len(list(element.iter("p"))) > 2:
            return False
        return len(" ".join("".join(element.itertext()).split())) < 400

    def _is_unit(self, element: HtmlElement) -> bool:
        """Tell a list, quotation or table from what only uses its elements to lay out a page."""
        size = len("".join(element.itertext()))
        if element.tag == "blockquote":
            return size < 4000 and next(element.iter(*_HEADINGS), None) is None
        if element.tag == "table":
            return self._is_data(element)
        if element.tag == "pre":
            return True
        items = list(element.iterchildren("li", "dt", "dd"))
        if (
            next(element.iter(*_HEADINGS, "article", "section", "figure", "blockquote"), None)
            is not None
        ):
            return False
        paragraphs = sum(1 for _ in element.iter("p"))
        return bool(items) and size / len(items) < 900 and paragraphs <= 2 * len(items)

    def _is_data(self, table: HtmlElement) -> bool:
        if table.get("role") == "presentation" or table.find(".//table") is not None:
            return False
        if next(table.iter("th"), None) is not None and next(table.iter(*_HEADINGS), None) is None:
            return True
        rows = list(table.iter("tr"))
        widest = max((len(row) for row in rows), default=0)
        cells = list(table.iter("td"))
        longest = max((len("".join(cell.itertext())) for cell in cells), default=0)
        parted = any(
            one.getnext() is not None and one.getnext().tag == "br" for one in table.iter("br")
        )
        return widest > 1 and len(rows) > 1 and longest < 250 and not parted


def _unit(kind: str, element: HtmlElement, parent: HtmlElement | None = None) -> Block:
    own = deepcopy(element)
    own.tail = None
    text = _words(own)
    linked = sum(len(_words(link)) for link in own.iter("a") if link.get("href"))
    if next(element.iterancestors("a"), None) is not None:
        linked = len(text)
    stands = parent if parent is not None else element
    return Block(kind, own, stands, text, linked)


def _words(element: HtmlElement) -> str:
    return (
        " ".join(" ".join(element.itertext()).split())
        if len(element)
        else " ".join((element.text or "").split())
    )


def _paragraphs(run: list[str | HtmlElement], parent: HtmlElement) -> Iterator[Block]:
    """Return what stands between two blocks, parted where two line breaks follow each other."""
    parts: list[list[str | HtmlElement]] = [[]]
    breaks = 0
    for one in run:
        breaks = breaks + 1 if not isinstance(one, str) and one.tag == "br" else breaks
        parts[-1].append(one)
        if isinstance(one, str) and one.strip():
            breaks = 0
        if breaks > 1:
            parts.append([])
            breaks = 0
    for part in parts:
        if any(one.strip() if isinstance(one, str) else one.tag != "br" for one in part):
            block = _paragraph(part, parent)
            if block.text:
                yield block


def _paragraph(part: list[str | HtmlElement], parent: HtmlElement) -> Block:
    paragraph = etree.Element("p")
    last = None
    for one in part:
        if not isinstance(one, str):
            last = deepcopy(one)
            last.tail = None
            paragraph.append(last)
        elif last is not None:
            last.tail = fit((last.tail or "") + one)
        else:
            paragraph.text = fit((paragraph.text or "") + one)
    text = " ".join("".join(paragraph.itertext()).split())
    if parent.tag == "a" or next(parent.iterancestors("a"), None) is not None:
        return Block("p", paragraph, parent, text, len(text))
    links = (link for link in paragraph.iter("a") if link.get("href"))
    linked = sum(len(" ".join("".join(link.itertext()).split())) for link in links)
    return Block("p", paragraph, parent, text, linked)
