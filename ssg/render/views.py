"""What a template sees: small frozen views, never the model itself.

Every path in a view is root-relative and without the base path; a template
turns it into a link with ``url(path)`` or ``absolute_url(path)``.
"""

from __future__ import annotations

from collections.abc import Mapping
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
class ImageView:
    """A picture with what must be said about it."""

    path: str
    """Root-relative path, or a full URL."""
    alt: str
    """What the picture shows, for those who don't see it."""
    caption: Markup
    """The caption as HTML; may be empty."""
    credit: str
    """Who made the picture; may be empty."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where a curated article comes from, and by what right it is shown."""

    name: str
    """The outlet."""
    term: TermRef
    """The outlet's page on this site."""
    url: str
    """The original article; may be empty."""
    author: str
    """Who wrote the original; may be empty."""
    published: date | datetime | None
    """When the original appeared."""
    rights: str
    """`link`, `excerpt`, `full` or `licensed`."""
    note: Markup
    """The editor's note on the use, as HTML; may be empty."""


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction that was made to an article."""

    id: str
    """The fragment it answers to on the page of the article."""
    date: date | datetime
    """When it was made."""
    text: Markup
    """What was wrong and what is right, as HTML."""


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """A correction in the list of all."""

    correction: CorrectionView
    """The correction."""
    article: ArticleCard
    """The article that it was made to."""
    path: str
    """The page of the article, with the fragment of the correction."""


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
class ArticleCard:
    """An article as lists show it."""

    path: str
    """The page of the article."""
    title: str
    """The headline."""
    standfirst: Markup
    """The sentence over the piece, as HTML; may be empty."""
    summary: str
    """The standfirst, or else the beginning, cut at a sentence or word; plain text."""
    kind: str
    """`original`, `curated` or `link`."""
    date: datetime
    """When it was published, in the zone of the site."""
    updated: datetime | None
    """When it was last changed in substance."""
    changed: datetime
    """When it was published, changed in substance or corrected, whichever came last."""
    authors: tuple[TermRef, ...]
    """Who wrote it here; empty for a curated piece without a writer of its own."""
    section: TermRef | None
    """The section it stands in."""
    thread: TermRef | None
    """The thread it belongs to."""
    tags: tuple[TermRef, ...]
    """Its tags in the order the editor gave them."""
    source: SourceView | None
    """The outlet it comes from; none for a piece of one's own."""
    image: ImageView | None
    """The lead image."""
    word_count: int
    """Words in the body."""
    reading_minutes: int
    """Minutes to read it, at least one."""
    status: str
    """`published`, or what a preview shows before its time: `draft`, `scheduled`, `expired`."""


@dataclass(frozen=True, slots=True)
class RelatedCard:
    """A related article and why it is shown."""

    article: ArticleCard
    """The article."""
    why: str
    """`pinned` by the editors, of the same `thread`, or near in its `terms`."""
    reasons: tuple[str, ...]
    """The names of the terms that decided it, largest part first; may be empty."""


@dataclass(frozen=True, slots=True)
class ThreadPlace:
    """Where an article stands in its thread."""

    term: TermRef
    """The thread."""
    count: int
    """How many articles it has."""
    previous: ArticleCard | None
    """The article of the thread before this one."""
    next: ArticleCard | None
    """The article of the thread after this one."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What every page says of itself."""

    kind: str
    """`front`, `article`, `page`, `term`, `taxonomy`, `archive`, `corrections`, `withdrawn`,
    `search` or `not-found`."""
    path: str
    """This page."""
    title: str
    """Its title; on the front page the title of the site."""
    description: str
    """One or two plain sentences for search engines and cards; may be empty."""
    canonical: str
    """The full URL under which this text is to be known."""
    noindex: bool
    """True when search engines are asked to leave the page out."""
    feeds: tuple[FeedView, ...]
    """The feeds to announce, the nearest first."""
    breadcrumbs: tuple[LinkView, ...]
    """The way here from the front page; empty on the front page."""
    structured_data: Markup
    """JSON-LD, ready for a script element."""
    image: ImageView | None = None
    """The picture for cards elsewhere."""


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
    river: tuple[ArticleCard, ...]
    """Everything else, latest first."""
    pagination: Pagination
    """The pages of the river."""


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
    comments: bool
    """False when the article wants none."""
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
class TermPage(Head):
    """A term with its articles; template `term.html`, or `thread.html` for a thread."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsPage(Head):
    """All corrections; template `corrections.html`, which a theme needs once there are any."""

    entries: tuple[CorrectionEntry, ...]
    """The corrections of this page, latest first."""
    pagination: Pagination
    """The pages of the list."""


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
class DigestGroup:
    """What a newsletter says of one section or thread."""

    term: TermRef | None
    """The section or thread; none for pieces without one, which come last."""
    articles: tuple[ArticleCard, ...]
    """Its pieces, latest first. Links within their HTML are in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What was published in a span, as a newsletter; templates `digest.html` and `digest.txt`."""

    subject: str
    """The subject line."""
    preheader: str
    """What a mail program shows after the subject."""
    since: datetime
    """The beginning of the span."""
    until: datetime
    """The end of the span."""
    count: int
    """How many pieces there are."""
    groups: tuple[DigestGroup, ...]
    """Sections or threads, the one with most pieces first; every piece stands in one."""


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
)
