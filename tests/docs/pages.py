"""The pages of the documentation, as Markdown understands them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of code.

    After the language an info string may say ``file=PATH``: a reader writes the block into that
    file; or ``of=NAME``: it is a fragment of such a file.
    """

    language: str
    """The language, such as `sh`."""
    file: str
    """The file that it is written into; may be empty."""
    of: str
    """What it is a fragment of; may be empty."""
    text: str
    """What it says."""
    place: str
    """Page and line, for messages."""


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file of the documentation."""

    path: Path
    """The file."""

    @property
    def name(self) -> str:
        """The file, below the folder of the project."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def text(self) -> str:
        """What it says."""
        return self.path.read_text("utf-8")

    def blocks(self) -> Iterator[Block]:
        """Yield its blocks of code, in order."""
        for token in _tokens(self.text):
            if token.type == "fence":
                language, *rest = token.info.split() or [""]
                said = dict(part.split("=", 1) for part in rest)
                place = f"{self.name}:{token.map[0] + 1 if token.map else 0}"
                file, of = said.get("file", ""), said.get("of", "")
                yield Block(language, file, of, token.content, place)

    def targets(self) -> Iterator[str]:
        """Yield where its links lead and its pictures stand."""
        for token in _inline(self.text):
            target = token.attrs.get("href") or token.attrs.get("src")
            if target:
                yield str(target)
            if token.type == "html_inline":
                yield from re.findall(r'(?:href|src|srcset)="([^"]+)"', token.content)
        for token in _tokens(self.text):
            if token.type == "html_block":
                yield from re.findall(r'(?:href|src|srcset)="([^"]+)"', token.content)

    def code(self) -> Iterator[str]:
        """Yield what stands in its lines as code."""
        for token in _inline(self.text):
            if token.type == "code_inline":
                yield token.content

    def anchors(self) -> set[str]:
        """Return the fragments of its headings, as forges make them."""
        tokens = _tokens(self.text)
        found: set[str] = set()
        for opening, content in pairwise(tokens):
            if opening.type == "heading_open":
                words = "".join(child.content for child in content.children or [])
                base = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
                number, anchor = 0, base
                while anchor in found:
                    number += 1
                    anchor = f"{base}-{number}"
                found.add(anchor)
        return found


def pages() -> list[Page]:
    """Return every page, those for users and those for whoever works on the project."""
    names = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
    docs = sorted((ROOT / "docs").rglob("*.md"))
    return [*(Page(ROOT / name) for name in names), *map(Page, docs)]


def page(name: str) -> Page:
    """Return a page by its path below the folder of the project."""
    return Page(ROOT / name)


def first_cells(text: str) -> Iterator[str]:
    """Yield the first cell of every row of the tables of a page."""
    tokens = _tokens(text)
    for index, token in enumerate(tokens):
        if token.type == "td_open" and tokens[index - 1].type == "tr_open":
            yield tokens[index + 1].content


@cache
def _tokens(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(text)


def _inline(text: str) -> Iterator[Token]:
    for token in _tokens(text):
        waiting = list(token.children or [])
        while waiting:
            child = waiting.pop(0)
            yield child
            waiting = [*(child.children or []), *waiting]
