"""Pages that list articles or terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from ssg.render.views.article import ArticleCard, CorrectionView
from ssg.render.views.front import SectionFront
from ssg.render.views.head import Head
from ssg.render.views.parts import LinkView, MonthCount, Pagination, TermEntry, TermRef, YearCount


@dataclass(frozen=True, slots=True, kw_only=True)
class TermPage(Head):
    """A term with its articles; template `term.html`, or `thread.html` for a thread and
    `section.html` for a section.
    """

    term: TermRef
    """The term."""
    taxonomy: LinkView
    """The list of all terms of its kind."""
    standfirst: Markup
    """The sentence over its page, as HTML; may be empty."""
    body: Markup
    """What its own page in content/ says, as HTML; may be empty."""
    url: str
    """Its home elsewhere (an outlet's site, an author's page); may be empty."""
    feed: str
    """The feed of its home; may be empty."""
    count: int
    """How many articles it has."""
    updated: datetime | None
    """When the latest of its articles was published or changed; none where it has none."""
    first: ArticleCard | None
    """The first of its articles; none where it has none."""
    months: tuple[MonthCount, ...]
    """Every month from its first article to its last, earliest first, empty ones too."""
    articles: tuple[ArticleCard, ...]
    """The articles of this page, latest first."""
    pagination: Pagination
    """The pages of its list."""
    front: SectionFront | None
    """What stands at the head of the first page of a section; none on every other page."""


@dataclass(frozen=True, slots=True)
class OutletEntry:
    """An outlet in the list of all outlets."""

    term: TermRef
    """The outlet."""
    count: int
    """How many articles come from it."""
    latest: ArticleCard | None
    """The latest of them; none where it has none."""
    url: str
    """Its own site; may be empty."""
    host: str
    """The host of its own site as people say it, such as `slate.com`; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyPage(Head):
    """All terms of a taxonomy; template `taxonomy.html`."""

    taxonomy: str
    """`tags`, `authors`, `sources`, `sections`, `threads` or a taxonomy of site.yaml."""
    terms: tuple[TermEntry, ...]
    """Its terms by name; threads by their last update, latest first."""
    outlets: tuple[OutletEntry, ...]
    """Of `sources` the same by name, with more of each; empty for all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePage(Head):
    """All articles by year, one year, or one month; template `archive.html`."""

    period: str
    """`all`, `year` or `month`."""
    date: date | None
    """The first day of the period; none for `all`."""
    years: tuple[YearCount, ...]
    """The years of the archive, latest first; only the one meant for `year` and `month`."""
    articles: tuple[ArticleCard, ...]
    """The articles of the period, latest first; empty for `all`."""
    pagination: Pagination
    """The pages of the list."""


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """A correction in the list of all."""

    correction: CorrectionView
    """The correction."""
    article: ArticleCard
    """The article that it was made to."""
    path: str
    """The page of the article, with the fragment of the correction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsPage(Head):
    """All corrections; template `corrections.html`, which a theme needs once there are any."""

    entries: tuple[CorrectionEntry, ...]
    """The corrections of this page, latest first."""
    pagination: Pagination
    """The pages of the list."""
