"""Pages with a text of their own, and those that hosts need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from ssg.render.views.article import (
    ArticleCard,
    AuthorCard,
    CorrectionView,
    RelatedCard,
    ThreadPlace,
)
from ssg.render.views.comments import CommentsView
from ssg.render.views.front import FrontPage
from ssg.render.views.head import Head
from ssg.render.views.lists import ArchivePage, CorrectionsPage, TaxonomyPage, TermPage
from ssg.render.views.parts import HeadingView


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage(Head):
    """An article; template `article.html` or the article's own `template`."""

    article: ArticleCard
    """The article as lists show it."""
    body: Markup
    """The text as HTML."""
    toc: tuple[HeadingView, ...]
    """The table of contents; empty where the piece is short or says `toc: false`."""
    corrections: tuple[CorrectionView, ...]
    """Corrections, latest first."""
    corrected_lately: bool
    """True for a week after the latest correction: readers are told of it over the text."""
    authors: tuple[AuthorCard, ...]
    """The writers of whom their page has more to say than the name; in the order of the byline."""
    original: str
    """Where the link to the original of a curated piece leads: to an archived copy where it is
    dead and site.yaml wants that; may be empty."""
    original_archive: str
    """The archived copy to show beside that link; empty where the original is not known to be
    dead."""
    related: tuple[RelatedCard, ...]
    """Related articles, best first."""
    happened_next: tuple[ArticleCard, ...]
    """What happened next: later articles on the same story, in order of time."""
    thread: ThreadPlace | None
    """Where it stands in its thread; none where it has none."""
    previous: ArticleCard | None
    """The article published before this one."""
    next: ArticleCard | None
    """The article published after this one."""
    comments: CommentsView | None
    """The comments; none where there are none and nobody can write any, or the article wants
    none."""
    source_file: str
    """The file it was written in, below the folder of the site."""
    extra: Mapping[str, object]
    """What front matter says under `extra`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandalonePage(Head):
    """An undated page; template `page.html` or the page's own `template`."""

    standfirst: Markup
    """The sentence over the page, as HTML; may be empty."""
    body: Markup
    """The text as HTML."""
    toc: tuple[HeadingView, ...]
    """The table of contents; empty where the page is short or says `toc: false`."""
    updated: datetime | None
    """When it was last changed in substance."""
    status: str
    """`published`, or `draft` in a preview."""
    source_file: str
    """The file it was written in, below the folder of the site."""
    extra: Mapping[str, object]
    """What front matter says under `extra`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnPage(Head):
    """The notice in the place of a piece that was withdrawn; template `withdrawn.html`, which a
    theme needs once there is one.
    """

    date: datetime
    """When it was withdrawn."""
    reason: str
    """Why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Head):
    """The search page; template `search.html`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage(Head):
    """What a host shows for an unknown path; template `404.html`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflinePage(Head):
    """What readers without a connection see in the place of pages that their browser has not kept;
    template `offline.html`, which a theme needs where `offline` is set.
    """

    articles: tuple[ArticleCard, ...]
    """The articles that browsers keep, latest first."""


PageView = (
    FrontPage
    | ArticlePage
    | StandalonePage
    | TermPage
    | TaxonomyPage
    | ArchivePage
    | CorrectionsPage
    | WithdrawnPage
    | SearchPage
    | NotFoundPage
    | OfflinePage
)
