"""Which blocks of a page are its article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

from lxml.html import HtmlElement

from ssg.extract.blocks import Block, key_of
from ssg.extract.boilerplate import naming, suspicion
from ssg.extract.clipping import Metadata
from ssg.extract.evidence import Evidence
from ssg.extract.phrases import is_author_note, is_boilerplate, is_byline, opens_boilerplate
from ssg.extract.surgery import fit
from ssg.text.urls import host_of

# A paragraph of an article, and not a label, has so many signs.
_PROSE = 60
# Less than this is no article, and the extractor has missed it.
_LITTLE = 250
# What holds so much of the article isn't left out for its name.
_MUCH = 0.35
_STANDFIRST = ("standfirst", "dek", "subtitle", "subheadline", "summary", "lead", "lede", "intro",
               "teaser", "excerpt", "deck", "description", "chapo", "bajada", "sottotitolo",
               "subhead", "vorspann", "entradilla", "abstract")  # fmt: skip
_EMBEDDED = ("twitter-tweet", "instagram-media", "bluesky-embed", "tiktok-embed", "mastodon")


def choose(
    blocks: Sequence[Block], evidence: Evidence, metadata: Metadata, base: str
) -> list[Block]:
    """Return the blocks that are the article, in their order."""
    return _Choice(blocks, evidence, metadata, base).kept()


class _Choice:
    """One page, weighed."""

    def __init__(
        self, blocks: Sequence[Block], evidence: Evidence, metadata: Metadata, base: str
    ) -> None:
        self._metadata = metadata
        self._base = base
        self._host = host_of(base)
        self._stated = evidence.stated
        self._blocks = blocks
        self._matched = [self._is_matched(block, evidence) for block in blocks]
        if self._weight_of_matched() < _LITTLE:
            self._matched = [self._is_prose(block) for block in blocks]
        self._weights: Counter[HtmlElement] = Counter()
        self._shapes: Counter[str] = Counter()
        self._homes: Counter[str] = Counter()
        for block, matched in zip(blocks, self._matched, strict=True):
            if matched:
                size = block.size
                self._shapes[_shape(block)] += size
                self._homes[_home(block)] += size
                self._weights[block.parent] += size
                for one in block.parent.iterancestors():
                    self._weights[one] += size
        self._total = max(1, sum(self._shapes.values()))
        self._container = self._find_container()
        self._doubts: dict[HtmlElement, int] = {}
        self._places = {id(block): place for place, block in enumerate(blocks)}
        self._end = max(
            (
                place
                for place, block in enumerate(blocks)
                if self._matched[place] and any(one is self._container for one in _around(block))
            ),
            default=-1,
        )
        self._apart: set[int] = set()

    def kept(self) -> list[Block]:
        """Return the blocks that are kept."""
        decisions = self._decide()
        self._drop_ends(decisions)
        self._drop_repeated(decisions)
        self._drop_empty_headings(decisions)
        return [block for block, keep in zip(self._blocks, decisions, strict=True) if keep]

    def _is_matched(self, block: Block, evidence: Evidence) -> bool:
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

    def _weight_of_matched(self) -> int:
        pairs = zip(self._blocks, self._matched, strict=True)
        return sum(block.size for block, matched in pairs if matched and block.kind == "p")

    def _is_prose(self, block: Block) -> bool:
        return (
            block.kind == "p"
            and block.size >= _PROSE
            and block.density < 0.4
            and not is_boilerplate(block.text)
        )

    def _find_container(self) -> HtmlElement | None:
        """Return the smallest element that holds nearly all of the article."""
        holders = [one for one, weight in self._weights.items() if weight >= 0.92 * self._total]
        return max(holders, key=lambda one: sum(1 for _ in one.iterancestors()), default=None)

    def _share(self, element: HtmlElement) -> float:
        return self._weights[element] / self._total

    def _doubt(self, block: Block) -> int:
        """Return 2 where a name around a block says it is no article, 1 where one may say so."""
        most = 0
        for element in _around(block):
            if element is self._container:
                return most
            if element not in self._doubts:
                small = self._share(element) < _MUCH
                self._doubts[element] = self._doubt_of(element) if small else 0
            most = max(most, self._doubts[element])
        # Outside of what holds the article: a beginning may stand there, and little else.
        known = self._shapes[_shape(block)] >= 0.1 * self._total
        return max(most, 1 if known or not self._is_past(block) else 2)

    def _is_past(self, block: Block) -> bool:
        """Tell whether a block stands after all that the container holds."""
        return self._places[id(block)] > self._end

    def _doubt_of(self, element: HtmlElement) -> int:
        if element.tag in ("article", "li") and self._is_card(element):
            return 2
        return suspicion(element)

    def _is_card(self, element: HtmlElement) -> bool:
        """Tell whether an element announces another piece: a linked headline, and a few words."""
        if len("".join(element.itertext())) > 600:
            return False
        return any(
            self._leads_away(link)
            for heading in element.iter("h2", "h3", "h4", "h5", "h6")
            for link in (*heading.iter("a"), *heading.iterancestors("a"))
        )

    def _leads_away(self, link: HtmlElement) -> bool:
        """Tell whether a link leads to another page of the same outlet."""
        href = link.get("href", "").strip()
        if not href or href.startswith(("#", "mailto:", "tel:", "javascript:")):
            return False
        try:
            host = host_of(urljoin(self._base, href))
        except ValueError:
            return False
        return not host or host == self._host or host.endswith("." + self._host)

    def _decide(self) -> list[bool]:
        first, last = self._range()
        decisions = [False] * len(self._blocks)
        skipping = ""  # where the heading stands over what is passed over
        box: HtmlElement | None = None
        before = ""
        for place, block in enumerate(self._blocks):
            matched = self._matched[place]
            if box is not None and any(one is box for one in _around(block)):
                self._apart.add(place)
                continue
            box = None
            if block.kind in ("heading", "p") and opens_boilerplate(block.text):
                box = self._box(block)
                if box is None and block.kind == "heading":
                    skipping = _home(block)
                continue
            if skipping:
                home = _home(block)
                at_home = self._homes[home] >= 0.15 * self._total
                if not (matched and at_home and (home != skipping or self._is_prose(block))):
                    continue
                skipping = ""
            if self._doubt(block) > 1 or is_boilerplate(block.text):
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
        for element in _around(heading):
            if element is self._container or self._share(element) > 0.25:
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
            if self._matched[place]
            and block.kind != "heading"
            and block.density < 0.6
            and self._doubt(block) < 2
            and not is_boilerplate(block.text)
            and not is_byline(block.text)
            and (block.size >= 40 or self._shapes[_shape(block)] > 0.3 * self._total)
        ]
        if self._stated and places:
            stated = [place for place in places if self._blocks[place].key in self._stated]
            size = sum(len(self._blocks[place].key) for place in stated)
            # Outlets cut what they state short, or leave out lists; a whole text says where to end.
            if size > 0.85 * len(self._stated) and size > 0.6 * sum(
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
        if place < first - 12 or self._doubt(block) > 1 or self._is_title(block):
            return False
        if block.kind == "figure":
            return not block.linked and not self._is_lead_image(block)
        text = block.text
        if block.size < 20 or block.density > 0.3 or is_boilerplate(text) or is_byline(text):
            return False
        if place >= first - 3 and text.endswith((".", "!", "?", "…", "”", "。")):
            if self._shapes[_shape(block)] > 0.3 * self._total:
                return True
        if self._is_standfirst(block) and not is_author_note(text):
            return block.kind in ("p", "heading", "list")
        return (
            block.kind in ("p", "heading", "list", "quote")
            and self._matched[place]
            and block.size >= _PROSE
            and self._doubt(block) == 0
        )

    def _is_standfirst(self, block: Block) -> bool:
        """Tell whether a block is named as one that sums the article up."""
        around = list(_around(block))[:3]
        names = [naming(one) for one in around if one is not self._container]
        if any(f"-{word}" in name for name in names for word in _STANDFIRST):
            return True
        return block.size >= _PROSE and any(one.tag == "header" for one in around)

    def _goes_on(self, place: int, block: Block) -> bool:
        """Tell whether a block after the last known one is more of the same."""
        shape = _shape(block)
        return (
            self._shapes[shape] > 0.3 * self._total
            and self._doubt(block) == 0
            and (self._is_prose(block) or self._blocks[place - 1].text == "")
            and not self._stated
        )

    def _belongs(self, block: Block, matched: bool, before: str) -> bool:
        doubt = self._doubt(block)
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
        known = self._shapes[_shape(block)] >= 0.1 * self._total
        return matched or (known and (block.size < 40 or block.density < 0.5))

    def _leads_elsewhere(self, block: Block) -> bool:
        links = list(block.element.iter("a"))
        return not links or any(map(self._leads_away, links))

    def _is_text_list(self, block: Block, matched: bool, before: str) -> bool:
        items = [one for one in block.element.iter("li", "dd")]
        if not items:
            return matched
        linked = sum(_linked_share(item) > 0.7 for item in items)
        if linked > 0.5 * len(items):
            announced = before.rstrip().endswith((":", "："))
            return matched and (announced or not self._leads_elsewhere(block))
        if any(is_boilerplate(" ".join("".join(item.itertext()).split())) for item in items[:3]):
            return False
        announced = before.rstrip().endswith((":", "："))
        return matched or announced or len(block.text) / len(items) > 30

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
        return _file_of(source) == _file_of(self._metadata.image.src)

    def _drop_ends(self, decisions: list[bool]) -> None:
        """Leave out bylines before the text, and notes on authors after it."""
        kept = [place for place, keep in enumerate(decisions) if keep]
        for place in kept[:6]:
            block = self._blocks[place]
            if block.kind == "p" and is_byline(block.text):
                decisions[place] = False
        names = tuple(name for name in self._metadata.authors if len(name) > 4)
        prose = [place for place in kept if self._blocks[place].kind == "p"]
        for place in reversed(prose[-5:]):
            text = self._blocks[place].text
            is_note = is_author_note(text) and (
                text.startswith(names) if names else place >= prose[-2]
            )
            is_note = (
                is_note or is_author_note(text) and place >= prose[-3] and not place == prose[0]
            )
            if is_note and len(prose) > 3:
                decisions[place] = False

    def _drop_repeated(self, decisions: list[bool]) -> None:
        """Leave out what is said twice: a passage set large, a text for another width."""
        seen: set[str] = set()
        kept = [place for place, keep in enumerate(decisions) if keep]
        keys = {place: self._blocks[place].key for place in kept}
        whole = "\n".join(keys[place] for place in kept if self._blocks[place].kind == "p")
        for place in kept:
            block, key = self._blocks[place], keys[place]
            if block.kind == "figure":
                key = _file_of(block.element[0].get("src", ""))
            if len(key) > (4 if block.kind == "figure" else 20) and key in seen:
                decisions[place] = False
            elif block.kind == "quote" and 25 < len(key) < 300 and key in whole:
                decisions[place] = False
            seen.add(key)

    def _drop_empty_headings(self, decisions: list[bool]) -> None:
        """Leave out headings and rules with nothing of theirs after them."""
        following = False
        level = 9
        for place in range(len(decisions) - 1, -1, -1):
            block = self._blocks[place]
            if block.kind not in ("heading", "hr"):
                if decisions[place]:
                    following, level = True, 9
                elif block.kind != "figure" and block.size > 40 and place not in self._apart:
                    following, level = False, 0
                continue
            if not decisions[place]:
                continue
            rank = int(block.element.tag[1]) if block.kind == "heading" else 0
            if block.kind == "hr":
                decisions[place] = following and level == 9
            elif following and rank < level:
                level = rank
            else:
                decisions[place] = False
        for place, keep in enumerate(decisions):
            if keep and self._blocks[place].kind == "hr":
                decisions[place] = False
            elif keep:
                break


def _around(block: Block) -> Iterator[HtmlElement]:
    yield block.parent
    yield from block.parent.iterancestors()


def _home(block: Block) -> str:
    """Return how the elements that hold a block are named."""
    return _shape(block).split(" > ", 1)[1] if " > " in _shape(block) else ""


def _shape(block: Block) -> str:
    """Return how the elements around a block are named: paragraphs of one text stand alike."""
    around = (block.parent, *list(block.parent.iterancestors())[:2])
    return " > ".join(f"{one.tag}.{one.get('class', '')}" for one in around)


def _linked_share(item: HtmlElement) -> float:
    size = len("".join(item.itertext()).strip())
    return sum(len("".join(link.itertext()).strip()) for link in item.iter("a")) / max(1, size)


def _is_embedded(block: Block) -> bool:
    names = block.element.get("class", "")
    return block.kind == "recording" or any(name in names for name in _EMBEDDED)


def _file_of(address: str) -> str:
    return address.split("?")[0].rsplit("/", 1)[-1].lower()
