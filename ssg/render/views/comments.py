"""The comments below an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class CommentView:
    """A comment that is kept with the site."""

    id: str
    """The fragment it answers to on the page of the article."""
    author: str
    """Who wrote it; may be empty."""
    url: str
    """Where the name of the author leads; may be empty."""
    date: datetime
    """When it was written, in the zone of the site."""
    text: Markup
    """What it says, as HTML; empty where it is hidden."""
    by_editor: bool
    """True where one of the editors wrote it."""
    hidden: bool
    """True where the editors took it away, and replies to it still stand."""
    origin: str
    """What it was imported from, as `isso`; may be empty."""
    answered: str
    """The fragment of the comment it replies to, where its place doesn't show that; may be
    empty."""
    answered_author: str
    """Who wrote that; may be empty."""
    replies: tuple[CommentView, ...]
    """The replies to it, earliest first; those of the deepest level stand in one row."""


@dataclass(frozen=True, slots=True)
class LiveComments:
    """Where readers comment, and what the loader needs to show that."""

    provider: str
    """`isso`, `giscus`, `remark42` or `utterances`."""
    host: str
    """The host that is asked."""
    origin: str
    """Its scheme, name and port."""
    load: str
    """`click` or `visible`."""
    script: str
    """The address of the provider's script."""
    attributes: str
    """What the script element is given, as JSON."""
    light: str
    """The name of its theme on light paper; may be empty."""
    dark: str
    """The name of its theme in dark mode; may be empty."""
    thread: str
    """What the provider keeps the comments of this article under; may be empty."""
    page: str
    """Where the comments of the site can be read and written without a script; may be empty."""


@dataclass(frozen=True, slots=True)
class CommentsView:
    """The comments of an article."""

    count: int
    """How many are kept with the site and shown."""
    threads: tuple[CommentView, ...]
    """Those that reply to none, earliest first."""
    live: LiveComments | None
    """Where readers comment; none where nobody can."""


def every(threads: Sequence[CommentView]) -> Iterator[CommentView]:
    """Yield comments and all replies to them, each before its replies."""
    for one in threads:
        yield one
        yield from every(one.replies)
