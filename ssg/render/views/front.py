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
    """A thread that goes on, for the front of a site or a section."""

    term: TermRef
    """The thread."""
    count: int
    """How many articles it has."""
    standfirst: Markup
    """The sentence over its page, as HTML; may be empty."""
    updated: datetime
    """When the latest of its articles was published or changed."""
    latest: tuple[ArticleCard, ...]
    """Its last three articles, latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestCorrection:
    """The correction that was made last, for the front page."""

    article: ArticleCard
    """The article that it was made to."""
    date: datetime
    """When it was made."""
    path: str
    """The page of the article, with the fragment of the correction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionFront:
    """What stands at the head of the first page of a section; every article stands there once, the
    timelines of threads apart.
    """

    lead: ArticleCard
    """The first story: the latest of the section that is pinned, else its latest of one's own, else
    its latest."""
    lead_thread: tuple[ArticleCard, ...]
    """The two latest others of its thread; empty where it has none."""
    stories: tuple[ArticleCard, ...]
    """The next stories of one's own."""
    links: tuple[ArticleCard, ...]
    """The latest pieces from other outlets."""
    threads: tuple[ThreadBlock, ...]
    """The other threads to which two or more of its pieces belong, the last updated first."""
    rest: tuple[ArticleCard, ...]
    """The articles of this page that stand nowhere above, latest first."""


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
    correction: LatestCorrection | None
    """The correction that was made last; none on later pages, or where there is none."""
    pagination: Pagination
    """The pages of the river."""
