"""A newsletter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ssg.render.views.article import ArticleCard
from ssg.render.views.parts import TermRef


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
