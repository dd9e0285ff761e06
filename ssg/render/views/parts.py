"""Small values of which views are made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link with its words."""

    title: str
    """The words to show."""
    path: str
    """Root-relative path, or a full URL when the link leaves the site."""


@dataclass(frozen=True, slots=True)
class TranslationView:
    """A piece in one of the languages in which there is one."""

    language: str
    """The language, as a tag."""
    name: str
    """What those who speak it call that language."""
    direction: str
    """`ltr` or `rtl`."""
    path: str
    """The page of the piece."""
    original: bool
    """True for the piece in the language of the site, else for the oldest."""


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed that a page announces."""

    title: str
    """What the feed carries."""
    path: str
    """Root-relative path of the feed."""
    media_type: str
    """`application/atom+xml`, `application/rss+xml` or `application/feed+json`."""


@dataclass(frozen=True, slots=True)
class TermRef:
    """A tag, author, source, section or thread as other pages name it."""

    taxonomy: str
    """`tags`, `authors`, `sources`, `sections`, `threads` or a taxonomy of site.yaml."""
    name: str
    """The name to show."""
    slug: str
    """The last segment of its path."""
    path: str
    """The page of the term."""


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term in a list of all terms of its kind."""

    term: TermRef
    """The term."""
    count: int
    """How many articles carry it."""
    updated: datetime | None
    """When the latest of its articles was published or changed; none where it has none."""


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A file that a picture may be fetched as."""

    path: str
    """Root-relative path."""
    width: int
    """Pixels across."""


@dataclass(frozen=True, slots=True)
class ImageSource:
    """Files of one format from which a browser picks by size."""

    media_type: str
    """Their format, such as `image/avif`; empty where any will do."""
    files: tuple[ImageFile, ...]
    """The files, the smallest first."""
    narrow: bool
    """True for the other picture that narrow screens get."""
    width: int
    """Pixels across, of the largest; 0 where it is not known."""
    height: int
    """Pixels down, likewise."""


@dataclass(frozen=True, slots=True)
class ImageView:
    """A picture with what must be said about it; `picture()` writes it."""

    path: str
    """Root-relative path, or a full URL."""
    alt: str
    """What the picture shows, for those who don't see it."""
    caption: Markup
    """The caption as HTML; may be empty."""
    credit: str
    """Who made the picture; may be empty."""
    width: int = 0
    """Pixels across; 0 where that is not known, as of a picture elsewhere."""
    height: int = 0
    """Pixels down, likewise."""
    color: str = ""
    """The colour that fills most of it, to stand there until it is fetched; may be empty."""
    focus: str = ""
    """The point that must be seen where it is cut, as `30% 60%`; may be empty."""
    sources: tuple[ImageSource, ...] = ()
    """The files to choose from, the best first; empty where there is but the one."""


@dataclass(frozen=True, slots=True)
class HeadingView:
    """An entry of a table of contents."""

    title: str
    """The words of the heading."""
    id: str
    """The fragment to link to."""
    children: tuple[HeadingView, ...]
    """The headings below it."""


@dataclass(frozen=True, slots=True)
class Pagination:
    """Where a page stands in a run of pages."""

    number: int
    """This page, from 1."""
    total: int
    """How many there are."""
    newer: str
    """Path of the page before this one; empty on the first."""
    older: str
    """Path of the page after this one; empty on the last."""


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many articles a month holds."""

    date: date
    """The first day of the month."""
    path: str
    """The archive of the month; empty where the month has none."""
    count: int
    """Articles in it."""


@dataclass(frozen=True, slots=True)
class YearCount:
    """How many articles a year holds."""

    year: int
    """The year."""
    path: str
    """The archive of the year."""
    count: int
    """Articles in it."""
    months: tuple[MonthCount, ...]
    """The months that hold any, latest first."""
