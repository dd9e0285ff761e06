"""Taking up a page: what was found is offered, unless the blog has it already, and written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from threading import get_ident

from ssg.curate.blog import Blog
from ssg.errors import Location, SsgError, error, reason_of
from ssg.extract.clipping import Clipping
from ssg.extract.draft import (
    WHOLE,
    Choices,
    Draft,
    address_of,
    in_words,
    make_draft,
    outlet_name,
    title_of,
)
from ssg.extract.escaping import visible
from ssg.extract.inline import plain_words
from ssg.extract.likeness import likeness, shingles
from ssg.model.document import Document
from ssg.text.page_key import page_key
from ssg.text.slug import slugify
from ssg.text.words import count_words, counted

_ALIKE = 0.7
"""The share of a text that stands in another from which on they are one."""
_BEGINNING = 200
_KNOWN_HINT = "edit that file, or remove it and clip the page again"


@dataclass(frozen=True, slots=True)
class Offer:
    """What was found of a page, for an editor to look at before it is written."""

    draft: Draft
    """The file that would be written."""
    facts: tuple[tuple[str, str], ...]
    """What was found, each with its name; empty where nothing was."""


def refuse_known(blog: Blog, urls: Iterable[str]) -> None:
    """Say which file of the blog has a page already.

    Raises:
        SsgError: one has.

    """
    clipped = blog.clipped()
    for url in urls:
        document = clipped.get(page_key(url))
        if document:
            where = document.place("source.url", "canonical", "aliases")
            raise error("clip/known", "this page is clipped already", where, _KNOWN_HINT)


def take_up(
    blog: Blog, clipping: Clipping, found_at: Iterable[str], choices: Choices, now: datetime
) -> Offer:
    """Return what a page makes of itself.

    Args:
        blog: what is there already.
        clipping: the page.
        found_at: the addresses under which it was asked for and found.
        choices: what the editor says of it.
        now: the moment.

    Raises:
        SsgError: the blog has it already, or it lacks what a draft needs.

    """
    page = clipping.metadata
    _require(clipping, choices)
    url = address_of(page)
    refuse_known(blog, [*found_at, url])
    draft = make_draft(
        clipping,
        choices,
        blog.outlet(url, outlet_name(page)),
        blog.names(),
        now.astimezone(blog.config.timezone),
        blog.config.curation.quoted_words,
    )
    document = _alike(blog, plain_words(clipping.text), plain_words(draft.quotation))
    if document:
        where = document.place("source.url", "source", "title")
        message = "this text, or nearly the same, is clipped already from another address"
        raise error("clip/known", message, where, _KNOWN_HINT)
    return Offer(draft, _facts(clipping, draft, choices))


def write_draft(root: Path, draft: Draft) -> Path:
    """Write a draft into content/posts/, whole or not at all, over nothing; return its file.

    Raises:
        SsgError: it can't be written.

    """
    folder = root / "content" / "posts"
    part = folder / f".{os.getpid()}-{get_ident()}-clip.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("w", encoding="utf-8", newline="\n") as file:
                file.write(draft.text)
                file.flush()
                os.fsync(file.fileno())
            return _put(part, folder, draft.name)
        finally:
            with suppress(FileNotFoundError):
                part.unlink()
    except OSError as problem:
        where = Location(f"content/posts/{draft.name}.md")
        hint = "make room, or check that you may write there"
        raise error(
            "clip/cannot-write", f"cannot write: {reason_of(problem)}", where, hint
        ) from None


def _put(part: Path, folder: Path, name: str) -> Path:
    """Give a file its name; where that is taken, the next that isn't."""
    for number in count(1):
        path = folder / (f"{name}.md" if number == 1 else f"{name}-{number}.md")
        try:
            # Unlike a new name, a second one never takes the place of another file.
            os.link(part, path)
        except FileExistsError:
            continue
        except OSError:
            # A file system without second names.
            if path.exists():
                continue
            part.rename(path)
        return path
    raise AssertionError("numbers do not end")


def _require(clipping: Clipping, choices: Choices) -> None:
    page = clipping.metadata
    problems: list[SsgError] = []
    if not title_of(page):
        hint = "save the page from a browser, and clip the file with --url"
        problems.append(error("clip/no-title", "the page has no title", None, hint))
    if not address_of(page):
        hint = "name it with --url"
        problems.append(error("clip/no-address", "the page does not say its address", None, hint))
    if choices.rights in WHOLE and not clipping.text.strip():
        hint = "save the page from a browser, and clip the file with --url"
        problems.append(error("clip/no-text", "there is no article on the page", None, hint))
    if problems:
        raise SsgError([one for problem in problems for one in problem.diagnostics])


def _alike(blog: Blog, text: str, quotation: str) -> Document | None:
    """Return a piece that holds nearly the same text, or the same quotation."""
    whole, quoted = shingles(text), shingles(quotation)
    if not len(whole):
        return None
    for document in blog.documents:
        there = blog.words.get(document.key)
        if there is not None and max(likeness(whole, there), likeness(quoted, there)) >= _ALIKE:
            return document
    return None


def _facts(clipping: Clipping, draft: Draft, choices: Choices) -> tuple[tuple[str, str], ...]:
    page, words = clipping.metadata, plain_words(clipping.text)
    quoted = count_words(plain_words(draft.quotation))
    known = set(map(slugify, draft.tags))
    others = [visible(tag).strip() for tag in page.tags[:20] if slugify(tag) not in known]
    unused = f"not used here: {', '.join(others)}" if others else ""
    text = f"{counted(count_words(words), 'word')}, {quoted:,} quoted" if words else ""
    image = page.image
    picture = " – ".join(filter(None, (image.src, image.alt, image.credit))) if image else ""
    begins = words if len(words) <= _BEGINNING else words[:_BEGINNING].rsplit(" ", 1)[0] + "…"
    return (
        ("Title", draft.title),
        ("Standfirst", visible(page.standfirst).strip()),
        ("Author", visible(", ".join(page.authors[:20]))),
        ("Outlet", draft.outlet),
        ("Published", in_words(page.published)),
        ("Language", visible(page.language)),
        ("Address", draft.url),
        *([("Section", draft.section)] if draft.section else []),
        ("Tags", "; ".join(filter(None, (", ".join(draft.tags), unused)))),
        ("Image", visible(picture)),
        ("Text", text),
        ("Begins", begins),
        ("Rights", choices.rights),
    )
