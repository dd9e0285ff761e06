"""How much each part of a page speaks for being its article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

from lxml.html import HtmlElement

from ssg.extract.blocks import Block, key_of
from ssg.extract.boilerplate import suspicion
from ssg.extract.evidence import Evidence
from ssg.extract.phrases import is_boilerplate
from ssg.text.urls import host_of

PROSE = 60
"""A paragraph of an article, and not a label, has so many signs."""
# Less than this is no article, and the extractor has missed it.
_LITTLE = 250
# What holds so much of the article isn't left out for its name.
_MUCH = 0.35


class Weighed:
    """The blocks of a page, weighed by the evidence."""

    def __init__(self, blocks: Sequence[Block], evidence: Evidence, base: str) -> None:
        """Weigh blocks.

        Args:
            blocks: all of the page, in their order.
            evidence: what is known of the article.
            base: the address of the page.

        """
        self.blocks = blocks
        self.stated = evidence.stated
        self.matched = [_is_matched(block, evidence) for block in blocks]
        if self._size_of_matched() < _LITTLE:
            self.matched = [is_prose(block) for block in blocks]
        self._base, self._host = base, host_of(base)
        self._weights: Counter[HtmlElement] = Counter()
        self._shapes: Counter[str] = Counter()
        self._homes: Counter[str] = Counter()
        for block, matched in zip(blocks, self.matched, strict=True):
            if matched:
                self._shapes[shape_of(block)] += block.size
                self._homes[home(block)] += block.size
                for one in around(block):
                    self._weights[one] += block.size
        self._total = max(1, sum(self._shapes.values()))
        self.container = self._find_container()
        self._doubts: dict[HtmlElement, int] = {}
        self._places = {id(block): place for place, block in enumerate(blocks)}
        self._end = max(
            (
                place
                for place, block in enumerate(blocks)
                if self.matched[place] and any(one is self.container for one in around(block))
            ),
            default=-1,
        )

    def share(self, element: HtmlElement) -> float:
        """Return how much of the article stands in an element, from 0 to 1."""
        return self._weights[element] / self._total

    def alike(self, block: Block) -> float:
        """Return how much of the article stands between elements of the same names."""
        return self._shapes[shape_of(block)] / self._total

    def at_home(self, place: str) -> bool:
        """Tell whether paragraphs of the article stand in such a place."""
        return self._homes[place] >= 0.15 * self._total

    def doubt(self, block: Block) -> int:
        """Return 2 where a name around a block says it is no article, 1 where one may say so."""
        most = 0
        for element in around(block):
            if element is self.container:
                return most
            if element not in self._doubts:
                small = self.share(element) < _MUCH
                self._doubts[element] = self._doubt_of(element) if small else 0
            most = max(most, self._doubts[element])
        # Outside of what holds the article: a beginning may stand there, and little else.
        known = self.alike(block) >= 0.1
        return max(most, 2 if self._places[id(block)] > self._end and not known else 1)

    def _doubt_of(self, element: HtmlElement) -> int:
        if element.tag in ("article", "li") and self._is_card(element):
            return 2
        return suspicion(element)

    def _is_card(self, element: HtmlElement) -> bool:
        """Tell whether an element announces another piece: a linked headline, and a few words."""
        if len("".join(element.itertext())) > 600:
            return False
        return any(
            self.leads_away(link)
            for heading in element.iter("h2", "h3", "h4", "h5", "h6")
            for link in (*heading.iter("a"), *heading.iterancestors("a"))
        )

    def leads_away(self, link: HtmlElement) -> bool:
        """Tell whether a link leads to another page of the same outlet."""
        href = link.get("href", "").strip()
        if not href or href.startswith(("#", "mailto:", "tel:", "javascript:")):
            return False
        try:
            host = host_of(urljoin(self._base, href))
        except ValueError:
            return False
        return not host or host == self._host or host.endswith("." + self._host)

    def _size_of_matched(self) -> int:
        pairs = zip(self.blocks, self.matched, strict=True)
        return sum(block.size for block, matched in pairs if matched and block.kind == "p")

    def _find_container(self) -> HtmlElement | None:
        """Return the smallest element that holds nearly all of the article."""
        holders = [one for one, weight in self._weights.items() if weight >= 0.92 * self._total]
        return max(holders, key=lambda one: sum(1 for _ in one.iterancestors()), default=None)


def is_prose(block: Block) -> bool:
    """Tell whether a block is a paragraph of sentences."""
    return (
        block.kind == "p"
        and block.size >= PROSE
        and block.density < 0.4
        and not is_boilerplate(block.text)
    )


def _is_matched(block: Block, evidence: Evidence) -> bool:
    if block.kind in ("figure", "recording", "hr"):
        return False
    if evidence.speaks_for(block.key):
        return True
    if block.kind in ("list", "quote", "table"):
        parts = [
            key_of("".join(one.itertext())) for one in block.element.iter("li", "p", "td", "dd")
        ]
        parts = [part for part in parts if part]
        return sum(map(evidence.speaks_for, parts)) > 0.6 * len(parts)
    return False


def around(block: Block) -> Iterator[HtmlElement]:
    """Yield the elements around a block, from the smallest on."""
    yield block.parent
    yield from block.parent.iterancestors()


def home(block: Block) -> str:
    """Return how the elements that hold a block are named."""
    return shape_of(block).split(" > ", 1)[1] if " > " in shape_of(block) else ""


def shape_of(block: Block) -> str:
    """Return how the elements around a block are named: paragraphs of one text stand alike."""
    around = (block.parent, *list(block.parent.iterancestors())[:2])
    return " > ".join(f"{one.tag}.{one.get('class', '')}" for one in around)
