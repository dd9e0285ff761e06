"""Which blocks of a page are its article."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from ssg.extract.blocks import Block, key_of
from ssg.extract.boilerplate import naming
from ssg.extract.clipping import Metadata
from ssg.extract.evidence import Evidence
from ssg.extract.phrases import is_author_note, is_boilerplate, is_byline, opens_boilerplate
from ssg.extract.surgery import fit
from ssg.extract.trimming import drop_bare_headings, drop_ends, drop_repeated, file_of
from ssg.extract.weighing import PROSE, Weighed, around, home, is_prose, shape_of

_STANDFIRST = ("standfirst", "dek", "subtitle", "subheadline", "summary", "lead", "lede", "intro",
               "teaser", "excerpt", "deck", "description", "chapo", "bajada", "sottotitolo",
               "subhead", "vorspann", "entradilla", "abstract")  # fmt: skip
_EMBEDDED = ("twitter-tweet", "instagram-media", "bluesky-embed", "tiktok-embed", "mastodon")


def choose(
    blocks: Sequence[Block], evidence: Evidence, metadata: Metadata, base: str
) -> list[Block]:
    """Return the blocks that are the article, in their order."""
    return _Choice(Weighed(blocks, evidence, base), metadata).kept()


class _Choice:
    """One page, and what is kept of it."""

    def __init__(self, weighed: Weighed, metadata: Metadata) -> None:
        self._weighed = weighed
        self._blocks = weighed.blocks
        self._metadata = metadata
        # What is left out for itself, and says nothing of the heading before it.
        self._apart: set[int] = set()

    def kept(self) -> list[Block]:
        """Return the blocks that are kept."""
        decisions = self._decide()
        drop_ends(self._blocks, decisions, self._metadata.authors)
        drop_repeated(self._blocks, decisions)
        drop_bare_headings(self._blocks, decisions, self._apart)
        return [block for block, keep in zip(self._blocks, decisions, strict=True) if keep]

    def _decide(self) -> list[bool]:
        first, last = self._range()
        decisions = [False] * len(self._blocks)
        skipping = ""  # where the heading stands over what is passed over
        box: HtmlElement | None = None
        before = ""
        for place, block in enumerate(self._blocks):
            matched = self._weighed.matched[place]
            if box is not None and any(one is box for one in around(block)):
                self._apart.add(place)
                continue
            box = None
            if block.kind in ("heading", "p") and opens_boilerplate(block.text):
                box = self._box(block)
                if box is None and block.kind == "heading":
                    skipping = home(block)
                continue
            if skipping:
                place_of = home(block)
                at_home = self._weighed.at_home(place_of)
                if not (matched and at_home and (place_of != skipping or is_prose(block))):
                    continue
                skipping = ""
            if self._weighed.doubt(block) > 1 or is_boilerplate(block.text):
                self._apart.add(place)
            if place < first:
                decisions[place] = self._leads(place, block, first)
                continue
            if decisions[place - 1] and self._is_caption(place):
                continue
            if place > last and not self._goes_on(place, block):
                continue
            decisions[place] = self._belongs(block, matched, before)
            if decisions[place] and block.kind != "figure":
                before = block.text
        return decisions

    def _box(self, heading: Block) -> HtmlElement | None:
        """Return what holds a heading and what it stands over, and little of the article."""
        for element in around(heading):
            if element is self._weighed.container or self._weighed.share(element) > 0.25:
                return None
            if len("".join(element.itertext()).strip()) > len(heading.text) + 10:
                return element
        return None

    def _is_caption(self, place: int) -> bool:
        """Tell whether a block is the caption of the picture before it, which then has it."""
        block, picture = self._blocks[place], self._blocks[place - 1]
        if picture.kind != "figure" or block.kind != "p" or block.size > 400:
            return False
        image = picture.element[0]
        if image.get("title") or "-caption" not in naming(block.parent):
            return False
        image.set("title", fit(block.text))
        return True

    def _range(self) -> tuple[int, int]:
        """Return where the article begins and ends."""
        places = [
            place
            for place, block in enumerate(self._blocks)
            if self._weighed.matched[place]
            and block.kind != "heading"
            and block.density < 0.6
            and self._weighed.doubt(block) < 2
            and not is_boilerplate(block.text)
            and not is_byline(block.text)
            and (block.size >= 40 or self._weighed.alike(block) > 0.3)
        ]
        if self._weighed.stated and places:
            stated = [place for place in places if self._blocks[place].key in self._weighed.stated]
            size = sum(len(self._blocks[place].key) for place in stated)
            # Outlets cut what they state short, or leave out lists; a whole text says where to end.
            if size > 0.85 * len(self._weighed.stated) and size > 0.6 * sum(
                len(self._blocks[place].key) for place in places
            ):
                return stated[0], stated[-1]
        if not places:
            return len(self._blocks), -1
        return places[0], self._next_piece(places[0], places[-1])

    def _next_piece(self, first: int, last: int) -> int:
        """Return where the last block is, or the first of another piece on the same page."""
        holder = next(self._blocks[first].parent.iterancestors("article"), None)
        for place in range(first + 1, last + 1):
            block = self._blocks[place]
            if block.kind == "heading" and block.element.tag == "h1" and holder is not None:
                other = next(block.parent.iterancestors("article"), None)
                if other is not None and other is not holder:
                    return place - 1
        return last

    def _leads(self, place: int, block: Block, first: int) -> bool:
        """Tell whether a block before the first paragraph belongs to the article."""
        if place < first - 12 or self._weighed.doubt(block) > 1 or self._is_title(block):
            return False
        if block.kind == "figure":
            return not block.linked and not self._is_lead_image(block)
        text = block.text
        if block.density > 0.3 or is_boilerplate(text) or is_byline(text):
            return False
        near = place >= first - 3
        if near and not self._weighed.doubt(block) and self._is_one_of_many(place):
            return True
        if block.size < 20:
            return False
        is_sentence = text.endswith((".", "!", "?", "…", "”", "。"))
        if near and is_sentence and self._weighed.alike(block) > 0.3:
            return True
        if self._is_standfirst(block) and not is_author_note(text):
            return block.kind in ("p", "heading", "list")
        return (
            block.kind in ("p", "heading", "list", "quote")
            and self._weighed.matched[place]
            and block.size >= PROSE
            and self._weighed.doubt(block) == 0
        )

    def _is_one_of_many(self, place: int) -> bool:
        """Tell whether a heading is the first of those within the article."""
        block, shape = self._blocks[place], shape_of(self._blocks[place])
        return (
            block.kind == "heading"
            and block.element.tag != "h1"
            and any(
                self._weighed.matched[later] and one.kind == "heading" and shape_of(one) == shape
                for later, one in enumerate(self._blocks)
                if later > place
            )
        )

    def _is_standfirst(self, block: Block) -> bool:
        """Tell whether a block is named as one that sums the article up."""
        near = list(around(block))[:3]
        names = [naming(one) for one in near if one is not self._weighed.container]
        if any(f"-{word}" in name for name in names for word in _STANDFIRST):
            return True
        return block.size >= PROSE and any(one.tag == "header" for one in near)

    def _goes_on(self, place: int, block: Block) -> bool:
        """Tell whether a block after the last known one is more of the same."""
        return (
            self._weighed.alike(block) > 0.3
            and self._weighed.doubt(block) == 0
            and (is_prose(block) or self._blocks[place - 1].text == "")
            and not self._weighed.stated
        )

    def _belongs(self, block: Block, matched: bool, before: str) -> bool:
        doubt = self._weighed.doubt(block)
        if block.kind in ("quote", "recording") and _is_embedded(block):
            doubt = 0
        if doubt > 1 or (doubt and not matched and block.kind not in ("figure", "recording")):
            return False
        if block.kind == "figure":
            return not block.linked and not self._is_lead_image(block)
        if block.kind in ("hr", "recording"):
            return True
        if self._is_title(block):
            return False
        if block.kind == "list":
            return self._is_text_list(block, matched, before)
        if block.kind in ("table", "pre"):
            return block.density < 0.6
        if is_boilerplate(block.text):
            return False
        if block.kind == "heading":
            return block.density < 0.8 or not self._leads_elsewhere(block)
        if block.density > 0.75 and block.size < 300:
            return matched and not self._leads_elsewhere(block)
        if block.kind == "quote":
            return True
        known = self._weighed.alike(block) >= 0.1
        return matched or (known and (block.size < 40 or block.density < 0.5))

    def _leads_elsewhere(self, block: Block) -> bool:
        links = list(block.element.iter("a"))
        return not links or any(map(self._weighed.leads_away, links))

    def _is_text_list(self, block: Block, matched: bool, before: str) -> bool:
        items = list(block.element.iter("li", "dd"))
        if not items:
            return matched
        announced = before.rstrip().endswith((":", "："))
        average = len(block.text) / len(items)
        if sum(_linked_share(item) > 0.7 for item in items) > 0.5 * len(items):
            if self._leads_elsewhere(block):
                return matched and announced
            return matched or announced or average > 15
        if any(is_boilerplate(" ".join("".join(item.itertext()).split())) for item in items[:3]):
            return False
        at_home = self._weighed.at_home(home(block))
        return matched or announced or at_home or average > 30

    def _is_title(self, block: Block) -> bool:
        key = block.key
        if key == key_of(self._metadata.title):
            return True
        if key == key_of(self._metadata.standfirst):
            return block.kind == "heading" or self._is_standfirst(block)
        return False

    def _is_lead_image(self, block: Block) -> bool:
        if self._metadata.image is None:
            return False
        source = block.element[0].get("src", "")
        return file_of(source) == file_of(self._metadata.image.src)


def _linked_share(item: HtmlElement) -> float:
    size = len("".join(item.itertext()).strip())
    return sum(len("".join(link.itertext()).strip()) for link in item.iter("a")) / max(1, size)


def _is_embedded(block: Block) -> bool:
    names = block.element.get("class", "")
    return block.kind == "recording" or any(name in names for name in _EMBEDDED)
