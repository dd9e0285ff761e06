"""Rules for the text and the HTML inside a feed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.entities import html5
from html.parser import HTMLParser

from tests.support.feed_rules.vocabulary import (
    ATTRIBUTES,
    BLOCKS,
    ELEMENTS,
    FOREIGN,
    OPTIONAL_END,
    STYLES,
    UNSAFE,
    VOID,
)

URL_ATTRIBUTES = {"action", "cite", "data", "href", "longdesc", "ping", "poster", "src"}

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_END_TAG = re.compile(r"</(\w+)>")
_ENTITY = re.compile(r"&(#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_STYLE = re.compile(r"\s*([a-z-]+)\s*:\s*[\w\s.,%#-]+")
_BAD_CHARACTER = re.compile("[\x80-\x9f\ufffd]")


def plain(text: str) -> Iterator[str]:
    """Complain of markup in what is shown as plain text."""
    yield from _characters(text)
    if any(name.lower() in ELEMENTS | UNSAFE for name in _END_TAG.findall(text)):
        yield f'contains HTML, yet is plain text: "{text}"'
    elif any(map(_means_something, _ENTITY.findall(text))):
        yield f'contains an escaped character, yet is plain text: "{text}"'


@cache  # an article stands in the feed of the site and in those of all its terms
def html(text: str) -> tuple[str, ...]:
    """Return complaints of HTML that readers drop, misread or can't resolve."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    complaints = [*_characters(text), *_entities(text), *reader.complaints]
    if text.rfind("<") > text.rfind(">"):
        complaints.append("ends inside a tag")
    if "<![" in text:
        complaints.append("contains a section of XML")
    return tuple(dict.fromkeys(complaints))


def _entities(text: str) -> Iterator[str]:
    for name in _ENTITY.findall(text):
        if not _means_something(name):
            yield f'contains an undefined entity, "&{name};"'


def _means_something(entity: str) -> bool:
    return entity.startswith("#") or f"{entity};" in html5


def _characters(text: str) -> Iterator[str]:
    if bad := _BAD_CHARACTER.search(text):
        yield f"contains a bad character, U+{ord(bad[0]):04X}"


class _Reader(HTMLParser):
    """Reads a fragment and gathers complaints."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.complaints: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS and self._open[-1:] == ["p"]:
            self._open.pop()  # the start of a block ends a paragraph, written or not
        if tag not in VOID:
            self._open.append(tag)
        self._check_element(tag)
        self._check_attributes(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            if not self._in_foreign():
                self.complaints.append(f"<{tag}/> doesn't end the element")
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            self.complaints.append(f"</{tag}> ends no open element")
            return
        while (last := self._open.pop()) != tag:
            if last not in OPTIONAL_END:
                self.complaints.append(f"<{last}> is not ended before </{tag}>")

    def handle_decl(self, decl: str) -> None:
        self.complaints.append(f"<!{decl}> in a fragment")

    def handle_pi(self, data: str) -> None:
        self.complaints.append(f"<?{data}> in a fragment")

    def handle_data(self, data: str) -> None:
        if "<" in data:
            self.complaints.append('contains a bare "<"')

    def close(self) -> None:
        super().close()
        self.complaints.extend(
            f"<{tag}> is not ended" for tag in self._open if tag not in OPTIONAL_END
        )

    def _in_foreign(self) -> bool:
        return any(tag in FOREIGN for tag in self._open)

    def _check_element(self, tag: str) -> None:
        if tag in UNSAFE:
            self.complaints.append(f"warning: <{tag}> is dropped by readers")
        elif tag not in ELEMENTS:
            self.complaints.append(f"warning: <{tag}> is no HTML element")

    def _check_attributes(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            self.complaints.append(f"<{tag}> has an attribute twice")
        for name, value in attrs:
            if name in URL_ATTRIBUTES and not _ABSOLUTE.match((value or "").strip()):
                self.complaints.append(f'warning: {name}="{value}" is a relative reference')
            elif name == "srcset":
                self._check_srcset(value or "")
            elif name == "style":
                self._check_style(value or "")
            elif name not in ATTRIBUTES and not name.startswith("data-"):
                self.complaints.append(f"warning: {tag}[{name}] is dropped by readers")

    def _check_srcset(self, value: str) -> None:
        for candidate in value.split(", "):
            if not _ABSOLUTE.match(candidate.strip()):
                self.complaints.append(f'warning: srcset="{candidate}" is a relative reference')

    def _check_style(self, value: str) -> None:
        for declaration in filter(str.strip, value.split(";")):
            match = _STYLE.fullmatch(declaration)
            if not match or match[1] not in STYLES:
                self.complaints.append(f'warning: style="{value}" is dropped by readers')
