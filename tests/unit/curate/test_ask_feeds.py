"""Feeds are asked with manners, and none that fails stops another."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from ssg.config.inbox import Followed, InboxFeed
from ssg.curate.ask_feeds import Asked, ask_feeds
from ssg.curate.fetch import Fetcher, Limits
from ssg.curate.following import feed_key
from ssg.curate.inbox_state import Validators
from ssg.errors import Location
from tests.unit.curate.feed_server import MODIFIED, item, rss, serving_feeds

_FEED = rss([item("Talks", "https://slate.com/a")])


@contextmanager
def _fetcher(seconds: float = 20.0) -> Iterator[Fetcher]:
    """Give a fetcher for which every host is this machine."""
    limits = Limits(bytes=1_000_000, seconds=seconds)
    with Fetcher("test", time.monotonic, limits, True, lambda *_: ["127.0.0.1"]) as fetcher:
        yield fetcher


def _ask(
    urls: list[str], known: Mapping[str, Validators] | None = None, seconds: float = 20.0
) -> list[Asked]:
    feeds = [Followed(InboxFeed(url=url), Location("content/_inbox.yaml")) for url in urls]
    with _fetcher(seconds) as fetcher:
        return list(ask_feeds(feeds, fetcher, known or {}))


def _known(found: list[Asked]) -> dict[str, Validators]:
    return {feed_key(one.followed.feed.url): one.validators for one in found}


def test_a_feed_is_read_and_not_again_while_it_stays_as_it_is() -> None:
    with serving_feeds({"/a": _FEED}) as server:
        (first,) = _ask([server.url("/a")])
        assert first.parsed
        assert [one.title for one in first.parsed.entries] == ["Talks"]
        assert first.validators.modified == MODIFIED
        (second,) = _ask([server.url("/a")], _known([first]))
        assert (second.parsed, second.failure) == (None, "")
        server.feeds["/a"] = rss([item("More", "https://slate.com/b")])
        (third,) = _ask([server.url("/a")], _known([first]))
        assert third.parsed
        assert [one.title for one in third.parsed.entries] == ["More"]
        assert server.statuses() == [200, 304, 200]


def test_hosts_are_asked_at_once_and_each_for_one_feed_at_a_time() -> None:
    paths = {f"/{number}": _FEED for number in range(4)}
    with serving_feeds(paths) as server:
        server.seconds = 0.05
        urls = [server.url(path, f"h{host}.example") for path in paths for host in range(20)]
        assert len(_ask(urls)) == 80
        assert set(server.busiest.values()) == {1}
        assert 1 < server.most <= 16


def test_the_order_of_answers_is_that_of_feeds_by_host() -> None:
    with serving_feeds({"/a": _FEED, "/b": _FEED}) as server:
        urls = [
            server.url(path, host) for path in ("/a", "/b") for host in ("x.example", "y.example")
        ]
        found = [one.followed.feed.url for one in _ask(urls)]
        assert found == sorted(urls, key=lambda url: (url[7], url[-1]))


def test_a_feed_that_fails_stops_no_other() -> None:
    with serving_feeds({"/a": _FEED, "/html": b"<!doctype html><html>"}) as server:
        gone = server.url("/gone")
        server.headers["/gone"] = {":status": "410"}
        server.headers["/busy"] = {":status": "429"}
        urls = [server.url(path) for path in ("/none", "/html", "/gone", "/busy", "/a")]
        found = _ask([*urls, "http://127.0.0.1:1/"])
        assert [one.failure for one in found] == [
            "the server answers 404",
            "what came is a page of HTML, no feed",
            "the feed is gone for good (410)",
            "the server asks not to be asked so often (429)",
            "",
            "the server cannot be reached",
        ]
        assert gone == found[2].followed.feed.url
        assert found[4].parsed


def test_a_host_that_gives_no_answer_is_not_asked_on_and_on() -> None:
    with serving_feeds({"/a": _FEED}) as server:
        server.seconds = 1.0
        urls = [server.url(f"/{number}", "slow.example") for number in range(10)]
        found = _ask(urls, seconds=0.2)
        assert found[1].failure == "no answer within 0.2 seconds"
        assert found[9].failure == (
            "not asked, as its host gave no answer before: no answer within 0.2 seconds"
        )


def test_a_feed_that_has_moved_for_good_says_where() -> None:
    with serving_feeds({"/new": _FEED}) as server:
        for path, status in (("/old", "301"), ("/for-now", "302")):
            server.headers[path] = {":status": status, "Location": "/new"}
        for_good, for_now = _ask([server.url("/old"), server.url("/for-now")])
        assert (for_good.moved, for_now.moved) == (server.url("/new"), "")
        assert for_good.parsed
        assert for_now.parsed


@pytest.mark.parametrize("etag", ["\xfc\xdf", "x" * 5_000])
def test_what_cannot_be_sent_back_is_not(etag: str) -> None:
    with serving_feeds({"/a": _FEED}) as server:
        server.headers["/a"] = {"ETag": etag}
        first = _ask([server.url("/a")])
        assert first[0].validators.etag == ""
        assert _ask([server.url("/a")], _known(first))[0].failure == ""


def test_a_feed_without_end_is_left() -> None:
    with serving_feeds({"/a": b"x" * 3_000_000, "/b": _FEED}) as server:
        found = _ask([server.url("/a"), server.url("/b")])
        assert found[0].failure == "more than 1 MB"
        assert found[1].parsed


def test_two_hundred_feeds_are_read_in_time() -> None:
    feed = rss(
        [item(f"Piece {number}", f"https://e.org/{number}", "Text. " * 40) for number in range(30)]
    )
    with serving_feeds({f"/{number}": feed for number in range(200)}) as server:
        urls = [server.url(f"/{number}", f"h{number % 50}.example") for number in range(200)]
        begin = time.perf_counter()
        found = _ask(urls)
        assert time.perf_counter() - begin < 30
        assert sum(len(one.parsed.entries) for one in found if one.parsed) == 6_000
        server.statuses()
        _ask(urls, _known(found))
        assert server.statuses() == [304] * 200
