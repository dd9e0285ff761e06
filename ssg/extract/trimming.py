"""What is left out of an article that has been chosen: bylines, repeated words, bare headings."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ssg.extract.blocks import Block
from ssg.extract.phrases import is_author_note, is_byline


def drop_ends(blocks: Sequence[Block], decisions: list[bool], authors: Sequence[str]) -> None:
    """Leave out bylines before the text, and notes on authors after it."""
    kept = [place for place, keep in enumerate(decisions) if keep]
    for place in kept[:6]:
        block = blocks[place]
        if block.kind == "p" and is_byline(block.text):
            decisions[place] = False
    names = tuple(name for name in authors if len(name) > 4)
    prose = [place for place in kept if blocks[place].kind == "p"]
    for place in reversed(prose[-5:]):
        text = blocks[place].text
        near_end = place in prose[-3:] or bool(names and text.startswith(names))
        if len(prose) > 3 and near_end and is_author_note(text):
            decisions[place] = False


def drop_repeated(blocks: Sequence[Block], decisions: list[bool]) -> None:
    """Leave out what is said twice: a passage set large, a text for another width."""
    seen: set[str] = set()
    kept = [place for place, keep in enumerate(decisions) if keep]
    keys = {place: blocks[place].key for place in kept}
    whole = "\n".join(keys[place] for place in kept if blocks[place].kind == "p")
    for place in kept:
        block, key = blocks[place], keys[place]
        if block.kind == "figure":
            key = file_of(block.element[0].get("src", ""))
        again = len(key) > (4 if block.kind == "figure" else 20) and key in seen
        if again or (block.kind == "quote" and 25 < len(key) < 300 and key in whole):
            decisions[place] = False
        seen.add(key)


def drop_bare_headings(
    blocks: Sequence[Block], decisions: list[bool], apart: Collection[int]
) -> None:
    """Leave out headings and rules with nothing of theirs after them."""
    following = False
    level = 9
    for place in range(len(decisions) - 1, -1, -1):
        block = blocks[place]
        if block.kind not in ("heading", "hr"):
            if decisions[place]:
                following, level = True, 9
            elif block.kind != "figure" and block.size > 40 and place not in apart:
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
        if keep and blocks[place].kind == "hr":
            decisions[place] = False
        elif keep:
            break


def file_of(address: str) -> str:
    """Return the name of the file that an address leads to."""
    return address.split("?")[0].rsplit("/", 1)[-1].lower()
