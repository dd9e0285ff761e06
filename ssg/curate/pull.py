"""Asks all feeds and keeps what they say: ``ssg inbox pull``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from ssg.build.memory import CACHE
from ssg.build.project import Options
from ssg.config.inbox import Followed
from ssg.curate.ask_feeds import FEED_LIMITS, Asked, ask_feeds
from ssg.curate.blog import read_blog
from ssg.curate.fetch import Fetcher, user_agent
from ssg.curate.following import feed_key, followed_feeds
from ssg.curate.inbox_state import InboxState, inbox_state
from ssg.errors import Diagnostic

Status = Literal["read", "unchanged", "failed"]
"""What came of asking for a feed."""


@dataclass(frozen=True, slots=True)
class PulledFeed:
    """What came of a feed, as a report shows it."""

    url: str
    """Its address."""
    status: Status
    """Whether it was read, is as it was, or failed."""
    new: int
    """How many of its entries are new."""
    failure: str
    """Why nothing came; empty where something did."""
    moved: str
    """Where it is for good, if not where it was asked for."""


@dataclass(frozen=True, slots=True)
class PullReport:
    """What came of all feeds."""

    feeds: tuple[PulledFeed, ...]
    """The feeds."""
    diagnostics: tuple[Diagnostic, ...]
    """What failed or has moved, and where it is named."""

    def count(self, status: Status) -> int:
        """Return how many feeds came to this."""
        return sum(one.status == status for one in self.feeds)

    @property
    def new(self) -> int:
        """How many entries are new."""
        return sum(one.new for one in self.feeds)


def pull(
    root: Path,
    now: datetime,
    clock: Callable[[], float],
    private: bool,
    tell: Callable[[int, int], None],
) -> PullReport:
    """Ask all feeds what is new, and keep it; one that fails stops no other.

    Args:
        root: the folder of site.yaml.
        now: the current moment.
        clock: counts seconds.
        private: True also asks addresses that are not of the public internet.
        tell: is told how many feeds are done, and how many there are.

    Raises:
        SsgError: site.yaml or a list of feeds is wrong, or nothing can be kept.

    """
    blog = read_blog(root, Options(now))
    feeds = followed_feeds(root, blog)
    agent = user_agent(blog.config.base_url)
    rows: list[PulledFeed] = []
    with (
        inbox_state(root / CACHE) as state,
        Fetcher(agent, clock, FEED_LIMITS, private) as fetcher,
    ):
        for asked in ask_feeds(feeds, fetcher, state.validators()):
            rows.append(_kept(asked, state, now))
            tell(len(rows), len(feeds))
    places = {one.feed.url: one for one in feeds}
    complaints = (complaint for row in rows for complaint in _complaints(row, places[row.url]))
    return PullReport(tuple(rows), tuple(complaints))


def _kept(asked: Asked, state: InboxState, now: datetime) -> PulledFeed:
    url, new = asked.followed.feed.url, 0
    if asked.parsed:
        new = state.take(feed_key(url), asked.parsed, asked.validators, now)
    status: Status = "failed" if asked.failure else "read" if asked.parsed else "unchanged"
    return PulledFeed(url, status, new, asked.failure, asked.moved)


def _complaints(row: PulledFeed, followed: Followed) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    if row.failure:
        message = f"{row.url}: {row.failure}"
        hint = "take the feed out if this lasts"
        found.append(Diagnostic("warning", "inbox/feed-failed", message, followed.place, hint))
    if row.moved:
        message = f"{row.url} has moved for good"
        hint = f'write "{row.moved}" in its place'
        found.append(Diagnostic("warning", "inbox/feed-moved", message, followed.place, hint))
    return found
