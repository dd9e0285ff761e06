"""What a build writes: jobs and their results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from ssg.errors import Location
from ssg.model.files import FileRef, SiteIcon
from ssg.model.image import Recipe

FeedFormat = Literal["atom", "rss", "json"]

Read = tuple[str, ...]
"""A question about the site: what is asked, and of what."""


@dataclass(frozen=True, slots=True)
class FrontSubject:
    """The front page, or a page of its river."""

    number: int
    """From 1."""


@dataclass(frozen=True, slots=True)
class ArticleSubject:
    """An article."""

    path: str
    """Its path."""


@dataclass(frozen=True, slots=True)
class PageSubject:
    """An undated page."""

    path: str
    """Its path."""


@dataclass(frozen=True, slots=True)
class TermSubject:
    """A page of the list of a term."""

    taxonomy: str
    """The taxonomy."""
    slug: str
    """The term."""
    number: int
    """From 1."""


@dataclass(frozen=True, slots=True)
class TaxonomySubject:
    """The list of all terms of a taxonomy."""

    taxonomy: str
    """The taxonomy."""


@dataclass(frozen=True, slots=True)
class ArchiveSubject:
    """The archive as a whole, or a page of a year or month of it."""

    year: int
    """0 for the whole."""
    month: int
    """0 for a whole year."""
    number: int
    """From 1."""


@dataclass(frozen=True, slots=True)
class CorrectionsSubject:
    """A page of the list of corrections."""

    number: int
    """From 1."""


@dataclass(frozen=True, slots=True)
class WithdrawnSubject:
    """The notice in the place of what was withdrawn."""

    path: str
    """Its path."""


@dataclass(frozen=True, slots=True)
class SearchSubject:
    """The search page."""


@dataclass(frozen=True, slots=True)
class NotFoundSubject:
    """The page for unknown paths."""


@dataclass(frozen=True, slots=True)
class AliasSubject:
    """A redirect."""

    target: str
    """The path it leads to."""


@dataclass(frozen=True, slots=True)
class FeedSubject:
    """A feed of the site or of a term."""

    format: FeedFormat
    """Its format."""
    taxonomy: str = ""
    """The taxonomy of the term; empty for the whole site."""
    slug: str = ""
    """The term."""


@dataclass(frozen=True, slots=True)
class CorrectionsFeedSubject:
    """A feed of the corrections."""

    format: FeedFormat
    """Its format."""


@dataclass(frozen=True, slots=True)
class GoneSubject:
    """What tells a host which addresses are gone."""

    kind: Literal["redirects", "map"]
    """A file ``_redirects``, or a map for a server."""


@dataclass(frozen=True, slots=True)
class SitemapSubject:
    """A part of the sitemap, its index, or the sitemap of news."""

    kind: Literal["urls", "index", "news"]
    """Which of them."""
    number: int = 0
    """The part, from 1; 0 where the sitemap has a single part."""


@dataclass(frozen=True, slots=True)
class RobotsSubject:
    """robots.txt."""


@dataclass(frozen=True, slots=True)
class OpmlSubject:
    """The list of sources for feed readers."""


@dataclass(frozen=True, slots=True)
class OfflineSubject:
    """The page that readers without a connection see in the place of others."""


@dataclass(frozen=True, slots=True)
class OfflineListSubject:
    """The list of what browsers keep for reading without a connection."""


@dataclass(frozen=True, slots=True)
class WorkerSubject:
    """The script with which browsers keep that, or which takes it away again."""


@dataclass(frozen=True, slots=True)
class ManifestSubject:
    """What the site is as an application."""


@dataclass(frozen=True, slots=True)
class ShareCardSubject:
    """The picture that stands for an article, or for the site, where it is shared."""

    path: str
    """The path of the article; empty for the site."""


@dataclass(frozen=True, slots=True)
class IconSubject:
    """An icon of the site."""

    source: SiteIcon
    """What it is made of."""
    size: int
    """Pixels of a side."""
    maskable: bool
    """Whether systems may cut it to a shape of theirs."""


@dataclass(frozen=True, slots=True)
class CopySubject:
    """A file that is copied as it is."""

    file: FileRef
    """The file."""


@dataclass(frozen=True, slots=True)
class StyleSubject:
    """A style sheet of the theme."""

    file: FileRef
    """The file."""


@dataclass(frozen=True, slots=True)
class ImageSubject:
    """A picture, made of a file."""

    file: FileRef
    """The file."""
    recipe: Recipe
    """How it is made."""


HtmlSubject = (
    FrontSubject
    | ArticleSubject
    | PageSubject
    | TermSubject
    | TaxonomySubject
    | ArchiveSubject
    | CorrectionsSubject
    | WithdrawnSubject
    | SearchSubject
    | NotFoundSubject
    | OfflineSubject
)
"""What a template of the theme renders."""

TextSubject = (
    AliasSubject
    | FeedSubject
    | CorrectionsFeedSubject
    | GoneSubject
    | SitemapSubject
    | RobotsSubject
    | OpmlSubject
    | OfflineListSubject
    | WorkerSubject
    | ManifestSubject
)
"""What is written without the theme."""

PictureSubject = ShareCardSubject | IconSubject
"""What is drawn."""

FileSubject = CopySubject | StyleSubject | ImageSubject
"""What is made of one file."""

Subject = HtmlSubject | TextSubject | PictureSubject | FileSubject


@dataclass(frozen=True, slots=True)
class RenderJob:
    """One file to write."""

    path: str
    """The root-relative path it answers to; ``/about/`` is written as about/index.html."""
    subject: Subject
    """What it shows."""
    owner: str
    """What asked for it: a source file, or words such as "the front page"."""
    find: Callable[[], Location | None] = field(default=lambda: None, compare=False, repr=False)
    """Finds where a file of the site asks for it."""

    @property
    def asked_at(self) -> Location | None:
        """Where a file of the site asks for it, if one does."""
        return self.find()

    @property
    def output_path(self) -> str:
        """The file below the output folder."""
        return output_path(self.path)


@dataclass(frozen=True, slots=True)
class Rendered:
    """One file, ready to be written."""

    output_path: str
    """The file below the output folder."""
    data: bytes
    """What it holds."""
    reads: tuple[Read, ...]
    """Every question about the site that was asked for it."""


def output_path(path: str) -> str:
    """Return the file below the output folder that answers to a root-relative path."""
    return path[1:] + ("index.html" if path.endswith("/") else "")
