"""The whole site as a value: who is published, where, and under which terms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from ssg.errors import Diagnostic
from ssg.model.comments import StoredComments
from ssg.model.document import Document, TermDocument
from ssg.model.files import NO_ICON, FileRef, SiteIcon
from ssg.text.dates import in_zone
from ssg.text.slug import slugify

_TOLD_DAYS = 7

Status = Literal["published", "draft", "scheduled", "expired"]


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown besides what is published."""

    drafts: bool = False
    """Drafts."""
    future: bool = False
    """Articles whose date has not come."""
    expired: bool = False
    """Articles whose time is over."""

    def shows(self, status: Status) -> bool:
        """Tell whether an article of this status is part of the site."""
        shown = {"draft": self.drafts, "scheduled": self.future, "expired": self.expired}
        return shown.get(status, True)


NO_PREVIEW = Preview()
"""What readers get."""


@dataclass(frozen=True, slots=True)
class Article:
    """A dated piece in its place."""

    document: Document
    """What it says."""
    slug: str
    """The last segment of its path."""
    path: str
    """Its page, root-relative."""
    date: datetime
    """When it is published, in the zone of the site."""
    updated: datetime | None
    """When it was last changed in substance."""
    changed: datetime
    """When it was published, changed in substance or corrected, whichever came last."""
    status: Status
    """Whether it is published, or what a preview shows before its time."""
    terms: Mapping[str, tuple[str, ...]]
    """The slugs of its terms by taxonomy."""

    @property
    def title(self) -> str:
        """The headline."""
        return self.document.title

    @property
    def section(self) -> str:
        """The slug of its section; may be empty."""
        return next(iter(self.terms["sections"]), "")

    @property
    def source(self) -> str:
        """The slug of its outlet; may be empty."""
        return next(iter(self.terms["sources"]), "")

    @property
    def is_whole_copy(self) -> bool:
        """True where the whole text of another outlet stands here."""
        source = self.document.front_matter.source
        return source is not None and source.is_whole_copy

    @property
    def order(self) -> tuple[float, str]:
        """Sorts the latest first, ties by path."""
        return (-self.date.timestamp(), self.path)


@dataclass(frozen=True, slots=True)
class Page:
    """An undated page in its place."""

    document: Document
    """What it says."""
    path: str
    """Its page, root-relative."""
    updated: datetime | None
    """When it was last changed in substance."""
    status: Status
    """Whether it is published, or what a preview shows before its time."""

    @property
    def title(self) -> str:
        """Its title."""
        return self.document.title


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The place of an article or page that was withdrawn."""

    document: Document
    """What it said: nobody may see it."""
    path: str
    """Its page, root-relative."""
    date: datetime
    """When it was withdrawn, in the zone of the site."""
    reason: str
    """Why."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction, and the article that it was made to."""

    article: Article
    """The article."""
    number: int
    """Which of its corrections it is, from 1, in order of time."""
    index: int
    """Where front matter says it, from 0."""
    date: datetime
    """When it was made, in the zone of the site."""


def corrections_of(article: Article) -> tuple[Corrected, ...]:
    """Return the corrections of an article in order of time, wherever front matter says them."""
    zone = article.date.tzinfo
    assert zone
    said = enumerate(article.document.front_matter.corrections)
    dated = sorted((in_zone(one.date, zone), index) for index, one in said)
    return tuple(
        Corrected(article, number, index, date) for number, (date, index) in enumerate(dated, 1)
    )


def told_until(correction: datetime) -> datetime:
    """Return until when a correction stands over the text; from then on it stands under it."""
    return correction + timedelta(days=_TOLD_DAYS)


@dataclass(frozen=True, slots=True)
class Term:
    """A tag, author, source, section or term of another taxonomy."""

    taxonomy: str
    """Which of them."""
    slug: str
    """The last segment of its path."""
    name: str
    """The name to show."""
    articles: tuple[Article, ...]
    """The articles that carry it, latest first."""
    document: TermDocument | None
    """What its page says, where it has one in content/."""

    @property
    def order(self) -> tuple[str, str]:
        """Sorts by name, letters with marks as those without."""
        return (slugify(self.name), self.slug)

    @property
    def path(self) -> str:
        """Its page, root-relative."""
        return f"/{self.taxonomy}/{self.slug}/"

    @property
    def updated(self) -> datetime | None:
        """When the latest of its articles was published or changed; none where it has none."""
        return max((one.changed for one in self.articles), default=None)


@dataclass(frozen=True, slots=True)
class Pins:
    """What the editors say, by the path of the article in which they say it."""

    related: Mapping[str, tuple[Article, ...]]
    """Articles to show first, in their order."""
    excluded: Mapping[str, frozenset[str]]
    """Paths of articles never to show."""
    follows: Mapping[str, Article]
    """The article that one takes up."""


@dataclass(frozen=True, slots=True)
class Contents:
    """All that was found in content/, understood."""

    documents: tuple[Document, ...]
    """Articles and pages."""
    terms: tuple[TermDocument, ...]
    """The pages of terms."""
    assets: Mapping[str, FileRef]
    """Other files by their path below content/."""
    data: Mapping[str, object]
    """What the files of _data/ say, by name."""
    archives: Mapping[str, str] = field(default_factory=dict)
    """The archived copies of addresses elsewhere that are known to be dead."""
    comments: Mapping[str, StoredComments] = field(default_factory=dict)
    """The comments that are kept in _data/comments/, by the path of their article."""
    icon: SiteIcon = NO_ICON
    """The files of the icon of the site."""


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that is published, in its place."""

    articles: tuple[Article, ...]
    """Latest first."""
    pages: tuple[Page, ...]
    """In the order of their paths."""
    withdrawn: tuple[Withdrawn, ...]
    """What was withdrawn, in the order of the paths."""
    corrections: tuple[Corrected, ...]
    """The corrections of all articles, latest first."""
    taxonomies: Mapping[str, Mapping[str, Term]]
    """Terms by taxonomy and slug."""
    pins: Pins
    """What the editors say of related articles."""
    translations: Mapping[str, tuple[Article | Page, ...]]
    """Published pieces that are translations of one another, by the path of each; the original
    first."""
    contents: Contents
    """What it was made of, what is not published too."""
    warnings: tuple[Diagnostic, ...]
    """What was found that doesn't stop a build."""
    by_path: Mapping[str, Article]
    """Articles by path."""
    page_by_path: Mapping[str, Page]
    """Pages by path."""
    now: datetime
    """The moment for which it was made, in the zone of the site."""

    def position(self, article: Article) -> int:
        """Return where an article stands among all, from 0, the latest first."""
        return bisect_left(self.articles, article.order, key=lambda one: one.order)

    def term(self, taxonomy: str, slug: str) -> Term:
        """Return a term of the site."""
        return self.taxonomies[taxonomy][slug]
