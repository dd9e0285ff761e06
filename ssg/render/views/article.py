"""An article, as lists and its own page show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from ssg.render.views.parts import ImageView, TermRef


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
class ArticleCard:
    """An article as lists show it."""

    path: str
    """The page of the article."""
    title: str
    """The headline."""
    language: str
    """The language it is written in, as a tag."""
    direction: str
    """`ltr` or `rtl`, as that language runs."""
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
class AuthorCard:
    """A writer, as articles introduce them."""

    term: TermRef
    """The writer."""
    standfirst: Markup
    """The sentence over their page, as HTML; may be empty."""
    image: ImageView | None
    """Their portrait."""


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
