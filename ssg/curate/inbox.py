"""What the inbox offers: the entries that wait, each with what the blog has covered of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ssg.build.memory import CACHE, Memory
from ssg.build.project import Options
from ssg.config.inbox import InboxFeed
from ssg.curate.blog import Blog, read_blog
from ssg.curate.following import feed_key, followed_feeds
from ssg.curate.inbox_state import InboxEntry, InboxState, inbox_state
from ssg.model.site import NO_PREVIEW, Contents
from ssg.relate.outside import Coverage, Covered
from ssg.relate.related import RelatedArticles
from ssg.relate.site import relate
from ssg.text.page_key import page_key
from ssg.text.urls import host_of


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that can be clipped, and the feed that announced it."""

    entry: InboxEntry
    """The entry."""
    feed: InboxFeed
    """What the editors say of its feed."""

    @property
    def outlet(self) -> str:
        """Whose it is."""
        return self.feed.outlet or self.entry.outlet or host_of(self.feed.url)


@dataclass(frozen=True, slots=True)
class Offered:
    """An entry, and how it relates to what the blog has covered."""

    waiting: Waiting
    """The entry."""
    covered: Covered | None
    """What is nearest to it; none where nothing is near."""


def waiting_entries(root: Path, blog: Blog, state: InboxState) -> Iterator[Waiting]:
    """Yield the entries of feeds that are followed, but for pages that are clipped already.

    Raises:
        SsgError: a list of feeds is wrong.

    """
    followed = {feed_key(one.feed.url): one.feed for one in followed_feeds(root, blog)}
    clipped = blog.clipped()
    for entry in state.waiting():
        if entry.feed in followed and page_key(entry.url) not in clipped:
            yield Waiting(entry, followed[entry.feed])


def age(published: datetime, now: datetime) -> str:
    """Return how old something is, as ``5 min``, ``3 h``, ``12 d``."""
    minutes = max(int((now - published).total_seconds()) // 60, 0)
    if minutes < 60:
        return f"{minutes} min"
    hours = minutes // 60
    return f"{hours} h" if hours < 48 else f"{hours // 24} d"


@dataclass(frozen=True, slots=True)
class Offers:
    """What the inbox shows."""

    shown: tuple[Offered, ...]
    """Entries, latest first."""
    more: int
    """How many older ones wait."""


def read_inbox(
    root: Path, now: datetime, since: datetime | None, most: int | None, memory: Memory
) -> Offers:
    """Return what waits in the inbox, and how it relates to what the blog has covered.

    Args:
        root: the folder of site.yaml.
        now: the current moment.
        since: leaves out what appeared before.
        most: how many entries are shown at most.
        memory: what was done before.

    Raises:
        SsgError: site.yaml or a list of feeds is wrong, or the articles don't fit together.

    """
    blog = read_blog(root, Options(now))
    with inbox_state(root / CACHE) as state:
        waiting = [
            one
            for one in waiting_entries(root, blog, state)
            if since is None or one.entry.published >= since
        ]
    shown = waiting[:most]
    found = tuple(_offered(shown, _coverage(blog, now, memory))) if shown else ()
    return Offers(found, len(waiting) - len(shown))


def _offered(entries: Iterable[Waiting], coverage: Coverage) -> Iterator[Offered]:
    for one in entries:
        entry = one.entry
        yield Offered(one, coverage.of(entry.title, entry.summary, entry.published))


def _coverage(blog: Blog, now: datetime, memory: Memory) -> Coverage:
    """Return what a blog has published, compared as it was kept."""
    config = blog.config
    site = relate(Contents(blog.documents, blog.terms, {}, {}), config, now, NO_PREVIEW)
    finder = RelatedArticles(site, config.related, memory.index)
    return Coverage(site, finder, config.related, config.language)
