"""The front page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from ssg.render.views.article import ArticleCard
from ssg.render.views.head import Head
from ssg.render.views.parts import Pagination, TermRef


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionBlock:
    """A section and its latest articles, for the front page."""

    term: TermRef
    """The section."""
    articles: tuple[ArticleCard, ...]
    """Its latest articles that stand nowhere else on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadBlock:
    """A thread that goes on, for the front page."""

    term: TermRef
    """The thread."""
    count: int
    """How many articles it has."""
    standfirst: Markup
    """The sentence over its page, as HTML; may be empty."""
    updated: datetime
    """When the latest of its articles was published or changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage(Head):
    """The front page and the pages of its river; template `front.html`."""

    lead: ArticleCard | None
    """The first story; none on later pages and on an empty site."""
    lead_thread: tuple[ArticleCard, ...]
    """The two latest others of its thread; empty where it has none."""
    stories: tuple[ArticleCard, ...]
    """The next stories of one's own; empty on later pages."""
    links: tuple[ArticleCard, ...]
    """The latest pieces from other outlets; empty on later pages."""
    sections: tuple[SectionBlock, ...]
    """Blocks for sections; empty on later pages."""
    threads: tuple[ThreadBlock, ...]
    """The other threads that were last updated, latest first; empty on later pages."""
    most_read: tuple[ArticleCard, ...]
    """The articles that were read most; empty without a snapshot of views, and on later pages."""
    river: tuple[ArticleCard, ...]
    """Everything else, latest first."""
    pagination: Pagination
    """The pages of the river."""
