"""Footnotes of a page: marks in the text, and the notes they lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree
from lxml.html import HtmlElement

from ssg.extract.surgery import fit, remove

_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{1,5})[\])]?")
_LONGEST = 2000
_MOST = 500
_BACK = re.compile(r"^[\s↩↑^︎⤴\[\]]*$|^(?:back|return)\b.{0,20}$", re.IGNORECASE)


def take_notes(page: HtmlElement) -> list[HtmlElement]:
    """Take the footnotes out of a page, in the order of their marks.

    Each mark becomes ``<sup data-note="1">``, with the number of its note.
    """
    targets = {
        one.get("id", ""): one
        for one in page.iter("li", "p", "div", "dd", "td", "aside", "span")
        if one.get("id")
    }
    anchors = {
        one.get("name") or one.get("id", ""): one
        for one in page.iter("a")
        if one.get("name") or one.get("id")
    }
    numbers: dict[HtmlElement, int] = {}
    sizes: dict[HtmlElement, int] = {}
    marks = [link for link in page.iter("a") if _is_mark(link)]
    for link in marks[:_MOST]:
        href = link.get("href", "")
        if _in_note(link, numbers):
            continue
        target = targets.get(href[1:])
        if target is None and href[1:] in anchors:
            target = anchors[href[1:]].getparent()
        if target is None:
            continue
        if target not in sizes:
            sizes[target] = len("".join(target.itertext()).strip())
        if not 3 < sizes[target] < _LONGEST or any(one is target for one in link.iterancestors()):
            continue
        number = numbers.setdefault(target, len(numbers) + 1)
        _replace_mark(link, number)
    notes = []
    for note in numbers:
        for link in list(note.iter("a")):
            words = "".join(link.itertext())
            if link.get("href", "").startswith("#") and (
                _BACK.match(words) or _MARK.fullmatch(words.strip())
            ):
                remove(link)
        parent = note.getparent()
        remove(note)
        while (
            parent is not None
            and parent.tag in ("ol", "ul", "section", "div")
            and not "".join(parent.itertext()).strip()
        ):
            above = parent.getparent()
            remove(parent)
            parent = above
        notes.append(note)
    return notes


def with_notes(text: str, notes: Sequence[str]) -> str:
    """Return a text with those of the notes after it that it has marks for."""
    definitions = []
    for number, note in enumerate(notes, start=1):
        mark = f"[^{number}]"
        if not note:
            text = text.replace(mark, "")
        elif mark in text:
            definitions.append(f"{mark}: " + re.sub(r"\n(?=[^\n])", "\n    ", note))
    return "\n\n".join([text, *definitions]).strip()


def _is_mark(link: HtmlElement) -> bool:
    if not link.get("href", "").startswith("#"):
        return False
    return bool(_MARK.fullmatch("".join(link.itertext()).strip()))


def _in_note(link: HtmlElement, numbers: dict[HtmlElement, int]) -> bool:
    return any(one in numbers for one in link.iterancestors())


def _replace_mark(link: HtmlElement, number: int) -> None:
    parent = link.getparent()
    around = (
        parent
        if parent.tag == "sup" and len(parent) == 1 and not (parent.text or "").strip()
        else link
    )
    mark = etree.Element("sup")
    mark.set("data-note", str(number))
    mark.tail = fit(around.tail or "")
    around.getparent().replace(around, mark)
