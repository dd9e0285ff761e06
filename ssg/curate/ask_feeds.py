"""Asks feeds what is new: several hosts at once, each host one feed at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Event

from ssg.config.inbox import Followed
from ssg.curate.fetch import Fetched, Fetcher, FetchError, Limits
from ssg.curate.following import feed_key
from ssg.curate.inbox_state import NOTHING_SAID, Validators
from ssg.extract.feeds import NotAFeedError, ParsedFeed, parse_feed
from ssg.text.urls import hostname

FEED_LIMITS = Limits(bytes=5_000_000, seconds=20.0)
"""How much of a feed is too much."""

_AT_ONCE = 16
# A host that gave no answer so often in a row is not asked for its other feeds.
_PATIENCE = 2
_SILENT = ("unknown-host", "connection", "timeout", "tls")
_MOVED = (301, 308)
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking for a feed."""

    followed: Followed
    """The feed."""
    parsed: ParsedFeed | None = None
    """What it says; none where it is as it was, or nothing came."""
    validators: Validators = NOTHING_SAID
    """What its server said of it."""
    failure: str = ""
    """Why nothing came; empty where something did."""
    moved: str = ""
    """Where the feed is for good, if not where it was asked for."""


def ask_feeds(
    feeds: Sequence[Followed], fetcher: Fetcher, known: Mapping[str, Validators]
) -> Iterator[Asked]:
    """Ask for feeds; yield what came of each, in an order that depends on their order alone.

    Args:
        feeds: the feeds.
        fetcher: asks servers.
        known: what their servers said the last time, by the keys of feeds.

    """
    hosts: dict[str, list[Followed]] = {}
    for one in feeds:
        hosts.setdefault(hostname(one.feed.url), []).append(one)
    stop = Event()
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        try:
            work = partial(_ask_host, fetcher, known, stop)
            for found in threads.map(work, hosts.values()):
                yield from found
        except BaseException:
            stop.set()
            threads.shutdown(wait=False, cancel_futures=True)
            raise


def _ask_host(
    fetcher: Fetcher, known: Mapping[str, Validators], stop: Event, feeds: Sequence[Followed]
) -> list[Asked]:
    found: list[Asked] = []
    silent: list[str] = []
    for one in feeds:
        if stop.is_set():
            break
        if len(silent) == _PATIENCE:
            why = f"not asked, as its host gave no answer before: {silent[-1]}"
            found.append(Asked(one, failure=why))
            continue
        try:
            found.append(_ask_feed(fetcher, known, one))
            silent = []
        except FetchError as problem:
            silent = [*silent, str(problem)] if problem.kind in _SILENT else []
            found.append(Asked(one, failure=str(problem)))
    return found


def _ask_feed(fetcher: Fetcher, known: Mapping[str, Validators], followed: Followed) -> Asked:
    url = followed.feed.url
    before = known.get(feed_key(url), NOTHING_SAID)
    answer = fetcher.fetch(url, {"Accept": _ACCEPT, **before.headers})
    moved = _moved(answer)
    if answer.status == 304:
        return Asked(followed, moved=moved)
    if answer.status != 200:
        return Asked(followed, failure=_refusal(answer.status), moved=moved)
    try:
        kind = answer.headers.get("content-type", "")
        parsed = parse_feed(answer.body, answer.url, kind)
    except NotAFeedError as problem:
        return Asked(followed, failure=f"what came is {problem}", moved=moved)
    said = (_sayable(answer.headers.get(name, "")) for name in ("etag", "last-modified"))
    return Asked(followed, parsed, Validators(*said), moved=moved)


_ACCEPT = "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5"


def _refusal(status: int) -> str:
    if status == 410:
        return "the feed is gone for good (410)"
    if status == 429:
        return "the server asks not to be asked so often (429)"
    return f"the server answers {status}"


def _moved(answer: Fetched) -> str:
    """Return where redirects lead that all hold for good."""
    permanent = all(one.status in _MOVED for one in answer.redirects)
    return answer.url if answer.redirects and permanent else ""


def _sayable(value: str) -> str:
    """Return what can be sent back to a server as it came; else nothing."""
    return value if value.isascii() and value.isprintable() and len(value) <= _LONGEST else ""
