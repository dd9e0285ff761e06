"""Whether anything of what was withdrawn is still in the output."""

from __future__ import annotations

import gzip
import html
import re
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ssg.build.write import files_in
from ssg.content.raw_html import all_text
from ssg.errors import Diagnostic, Location
from ssg.model.body import Body, ShortcodeCall
from ssg.model.document import Document, TermDocument
from ssg.model.site import Site, Withdrawn
from ssg.text.runs import Run, longest_of, runs_of, says, sentences_of, words_of
from ssg.text.words import counted

LENGTH = 5
"""So many words in a row are no chance."""

# Another piece may happen to say five words in a row: the name of an office, a phrase. So many,
# or a sentence, it has from what was withdrawn.
_QUOTED = 8
# Fewer words are a headline of their own only where nothing else stands beside them.
_SHORT = 3
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class _Sought:
    """What must not be found of a piece."""

    piece: Withdrawn
    headline: str
    runs: frozenset[Run]
    sentences: tuple[Run, ...]


def search_withdrawn(site: Site, output: Path) -> tuple[list[Diagnostic], int]:
    """Return where an output folder still says what withdrawn pieces said, and how many files
    were searched.

    What is sought: the headline, and five words in a row. What a published piece happens to say
    too counts where it has eight words in a row, or a whole sentence, and is told of that piece.
    """
    names = _names(site)
    sought = [_sought(one, names) for one in site.withdrawn]
    found: list[Diagnostic] = []
    by_chance: set[Run] = set()
    everything = set().union(*(one.runs for one in sought))
    for document in _published(site):
        words = [words_of(text) for text in _texts(document)]
        same = {run for text in words for run in runs_of(text, LENGTH) if run in everything}
        for one in sought:
            shared = same & one.runs
            if not shared:
                continue
            longest = max(longest_of(text, shared, LENGTH) for text in words)
            if longest >= _QUOTED or any(says(t, s) for s in one.sentences for t in words):
                found.append(_quoted(document, one, longest))
            else:
                by_chance |= shared
    owners = {run: one for one in sought for run in one.runs if run not in by_chance}
    files = sorted(files_in(output))
    for name in files:
        said: dict[str, str] = {}
        for text in _readings((output / name).read_bytes()):
            for one, phrase in _said(text, sought, owners):
                said.setdefault(one.piece.document.path, phrase)
        found.extend(_left(name, path, phrase) for path, phrase in said.items())
    return found, len(files)


def _sought(piece: Withdrawn, names: Collection[str]) -> _Sought:
    texts = list(_texts(piece.document))
    title = piece.document.front_matter.title
    own = len(words_of(title)) >= _SHORT or title.casefold() not in names
    return _Sought(
        piece=piece,
        headline=title if own else "",
        runs=frozenset(run for text in texts for run in runs_of(words_of(text), LENGTH)),
        sentences=tuple(one for text in texts for one in sentences_of(text) if len(one) >= LENGTH),
    )


def _names(site: Site) -> set[str]:
    """Return the headlines and the names of all that is published."""
    pieces = (*(one.title for one in site.articles), *(one.title for one in site.pages))
    terms = (one.name for terms in site.taxonomies.values() for one in terms.values())
    return {name.casefold() for name in (*pieces, *terms)}


def _published(site: Site) -> Iterator[Document | TermDocument]:
    yield from (one.document for one in site.articles)
    yield from (one.document for one in site.pages)
    for terms in site.taxonomies.values():
        yield from (one.document for one in terms.values() if one.document)


def _texts(document: Document | TermDocument) -> Iterator[str]:
    """Yield all that a document says, each text apart."""
    yield document.front_matter.title
    bodies = [document.standfirst, document.content.body]
    if isinstance(document, Document):
        bodies += document.details.corrections
        bodies.append(document.brief.source_note)
    if document.image:
        bodies.append(document.image.caption)
        yield document.image.alt
        yield document.image.credit
    for body in bodies:
        yield from _of_body(body)


def _of_body(body: Body) -> Iterator[str]:
    # A link is no text, and stands within a tag.
    markup = "".join(part if isinstance(part, str) else "" for part in body.parts)
    yield all_text(markup)
    yield from (html.unescape(one) for one in re.findall(r'\b(?:alt|title)="([^"]*)"', markup))
    for part in body.parts:
        if isinstance(part, ShortcodeCall):
            yield from (one for one in part.arguments.values() if isinstance(one, str))
            yield from _of_body(part.body)


def _readings(data: bytes) -> Iterator[str]:
    """Yield what a file says: as it is, without its tags, and without those in its texts."""
    if data.startswith(_GZIP):
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            return
    text = data.decode("utf-8", "replace")
    if "\\" in text:  # as JSON writes texts
        text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)
        text = text.replace("\\n", " ").replace('\\"', '"')
    yield html.unescape(text)
    if "<" in text:
        yield all_text(text)
    if "&lt;" in text:
        yield all_text(html.unescape(text))


def _said(
    text: str, sought: Iterable[_Sought], owners: Mapping[Run, _Sought]
) -> Iterator[tuple[_Sought, str]]:
    """Yield the words of pieces that a text says, headlines first."""
    words = words_of(text)
    for one in sought:
        headline = tuple(words_of(one.headline))
        if len(headline) >= _SHORT:
            there = says(words, headline)
        else:
            alone = rf'[>"]\s*{re.escape(one.headline)}\s*[<"]'
            there = bool(headline) and re.search(alone, text) is not None
        if there:
            yield one, one.headline
    for run in runs_of(words, LENGTH):
        if run in owners:
            yield owners[run], " ".join(run)


def _left(name: str, source: str, said: str) -> Diagnostic:
    message = f'"{said}" is still there, of content/{source}'
    hint = "take it out of what makes this file: a text, a template, a file of content/"
    return Diagnostic("error", "withdrawn/found", message, Location(name), hint)


def _quoted(document: Document | TermDocument, sought: _Sought, longest: int) -> Diagnostic:
    words = counted(longest, "word")
    message = f"{words} in a row are those of content/{sought.piece.document.path}"
    hint = "say it in other words; that piece was withdrawn"
    where = Location(f"content/{document.path}")
    return Diagnostic("error", "withdrawn/quoted", message, where, hint)
