"""A page of another outlet, as an editor takes it up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ClippedImage:
    """The lead image of a page."""

    src: str
    """Its full URL."""
    alt: str = ""
    """What it shows, as the page says it."""
    caption: str = ""
    """The words under it, plain text."""
    credit: str = ""
    """Who made it, as the page says it."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself."""

    url: str
    """The canonical URL, else where it was found; empty where neither is known."""
    title: str = ""
    """The headline, without the name of the outlet."""
    standfirst: str = ""
    """The sentence over the piece, plain text."""
    authors: tuple[str, ...] = ()
    """Who wrote it: names alone, in their order."""
    outlet: str = ""
    """The name of the outlet."""
    published: date | datetime | None = None
    """When it appeared; a date alone where the page tells no time."""
    language: str = ""
    """A tag such as ``en`` or ``de-AT``; empty where nothing tells it."""
    image: ClippedImage | None = None
    """The lead image."""
    tags: tuple[str, ...] = ()
    """What the outlet says it is about."""


@dataclass(frozen=True, slots=True)
class Clipping:
    """A page of another outlet, understood and cleaned."""

    metadata: Metadata
    """What it says of itself."""
    text: str
    """The article as Markdown that is safe to publish: links, quotes, headings, lists, tables and
    images kept, with full URLs; no HTML, and no shortcode that would be carried out.
    """
