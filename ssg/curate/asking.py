"""Asking servers as they want to be asked: in turn, backing off, by their robots.txt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Lock
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from ssg.curate.fetch import MOST_REDIRECTS, REDIRECTS, Fetched, Fetcher, FetchError
from ssg.curate.turns import Turns
from ssg.text.urls import hostname, is_web_url

_BUSY = frozenset({429, 503})
_TRIES = 3
_FIRST_WAIT = 2.0
_ROBOTS_BYTES = 500_000
_RATE = re.compile(r"\s*(?:crawl-delay|request-rate)\s*:", re.IGNORECASE)
_PLAIN_RATE = re.compile(r"\s*crawl-delay\s*:\s*[0-9]{1,6}\s*(?:#.*)?", re.IGNORECASE)


class RefusedError(Exception):
    """The robots.txt of a host asks not to look there."""


class RobotsFailedError(Exception):
    """A host has a robots.txt that it can't show; until it can, nothing may be asked."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(f"robots.txt: {status}")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found at the end of a way."""

    answer: Fetched
    """The last answer."""
    steps: tuple[tuple[int, str], ...]
    """The status of each redirect, and where it led."""


class Asker:
    """Asks servers; shared by threads."""

    def __init__(self, fetcher: Fetcher, turns: Turns, agent: str) -> None:
        """Begin.

        Args:
            fetcher: asks one thing.
            turns: says when a host may be asked.
            agent: what robots.txt calls us.

        """
        self._fetcher = fetcher
        self._turns = turns
        self._agent = agent
        self._robots: dict[str, RobotFileParser | int] = {}
        self._locks: dict[str, Lock] = {}
        self._lock = Lock()

    def walk(self, url: str, method: str = "GET", by_robots: bool = True) -> Found:
        """Go the way of a link to its end, every host on it asked in turn.

        Args:
            url: the link.
            method: GET or HEAD.
            by_robots: keep to the robots.txt of every host; what is meant for programs has none.

        Raises:
            FetchError: nothing came.
            RefusedError: a robots.txt on the way asks not to.
            RobotsFailedError: a robots.txt on the way can't be had.
            RestingError: a host on the way wants rest.

        """
        steps: list[tuple[int, str]] = []
        while True:
            if by_robots:
                self._check_robots(url)
            answer = self.ask(url, method)
            target = answer.headers.get("location", "")
            if answer.status not in REDIRECTS or not target:
                return Found(answer, tuple(steps))
            url = _joined(url, target)
            steps.append((answer.status, url))
            if len(steps) > MOST_REDIRECTS:
                raise FetchError("redirects", f"more than {MOST_REDIRECTS} redirects")

    def ask(self, url: str, method: str = "GET") -> Fetched:
        """Return one answer; a host that is busy is asked again when it says, if that is soon.

        Raises:
            FetchError: nothing came.
            RestingError: the host wants rest.

        """
        host = hostname(url)
        for number in range(_TRIES):
            with self._turns.turn(host):
                answer = self._fetcher.fetch(url, method=method, follow=False)
                if answer.status not in _BUSY:
                    return answer
                wait = _retry_after(answer.headers, _FIRST_WAIT * 2**number)
                self._turns.rest(host, wait)
            if wait > self._turns.patience:
                break
        return answer

    def _check_robots(self, url: str) -> None:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            lock = self._locks.setdefault(origin, Lock())
        with lock:
            if origin not in self._robots:
                self._robots[origin] = self._rules(origin)
        rules = self._robots[origin]
        if isinstance(rules, int):
            raise RobotsFailedError(rules)
        if not rules.can_fetch(self._agent, url):
            raise RefusedError(url)

    def _rules(self, origin: str) -> RobotFileParser | int:
        """Return the rules of a host; the status where it has some and fails to show them."""
        parser = RobotFileParser()
        url = f"{origin}/robots.txt"
        try:
            for _ in range(5):
                answer = self.ask(url)
                target = answer.headers.get("location", "")
                if answer.status not in REDIRECTS or not target:
                    break
                url = _joined(url, target)
        except FetchError:
            parser.parse([])
            return parser  # whoever asks next hears of it
        if answer.status >= 500:
            return answer.status
        parser.parse(_lines(answer.body) if answer.status == 200 else [])
        delay = parser.crawl_delay(self._agent)
        if delay:
            self._turns.slow(hostname(origin), float(delay))
        return parser


def _joined(url: str, target: str) -> str:
    """Return where a redirect leads.

    Raises:
        FetchError: to nothing of the web.

    """
    try:
        joined = urljoin(url, target.strip().replace(" ", "%20")).partition("#")[0]
    except ValueError:
        joined = ""
    if not is_web_url(joined):
        raise FetchError("redirects", "a redirect to what is no address of the web")
    return joined


def _lines(robots: bytes) -> list[str]:
    """Return the lines of a robots.txt without the numbers over which the parser stumbles."""
    lines = robots[:_ROBOTS_BYTES].decode("utf-8", "replace").splitlines()
    return [one for one in lines if not _RATE.match(one) or _PLAIN_RATE.fullmatch(one)]


def _retry_after(headers: Mapping[str, str], default: float) -> float:
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return float(min(int(said), 86_400))
    try:
        when = parsedate_to_datetime(said)
    except ValueError:
        return default
    # By the clock of the server, where it tells it.
    try:
        now = parsedate_to_datetime(headers.get("date", ""))
    except ValueError:
        now = datetime.now(UTC)
    try:
        return max((when - now).total_seconds(), 0.0)
    except TypeError:  # one of the two names no zone
        return default
