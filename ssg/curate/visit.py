"""One link visited: is there anything?"""

from __future__ import annotations

from threading import Lock
from urllib.parse import urlsplit

from ssg.curate.asking import Asker, Found, RefusedError, RobotsFailedError
from ssg.curate.fetch import FetchError, Kind
from ssg.curate.turns import RestingError
from ssg.extract.pages import is_html, page_digest, page_title
from ssg.extract.states import WELL, State
from ssg.extract.verdicts import Page, Verdict, judge_page

_FAILURES: dict[Kind, State] = {
    "address": "private",
    "unknown-host": "unknown-host",
    "connection": "unreachable",
    "timeout": "timeout",
    "tls": "tls",
    "redirects": "redirects",
    "too-large": "ok",  # there is more than enough
}
# Some servers answer HEAD with silence.
_ASK_AGAIN = ("connection", "timeout", "too-large")
_BUSY = (429, 503)


class Visitor:
    """Visits links; shared by threads."""

    def __init__(self, asker: Asker, token: str) -> None:
        """Begin.

        Args:
            asker: asks servers.
            token: a word that no page of theirs has for a name.

        """
        self._asker = asker
        self._token = token
        self._samples: dict[str, Page | None] = {}
        self._locks: dict[str, Lock] = {}
        self._lock = Lock()

    def visit(self, url: str) -> Verdict:
        """Return what became of a link.

        Raises:
            RestingError: its host wants rest; nothing was found out.

        """
        try:
            page = _page(self._look(url))
            nowhere = home = None
            if page.digest and judge_page(url, page, None, None).state in WELL:
                nowhere = self._sample(url, f"/{self._token}")
            if nowhere and nowhere.status < 400:
                home = self._sample(url, "/")
            return judge_page(url, page, nowhere, home)
        except FetchError as problem:
            return Verdict(_FAILURES[problem.kind])
        except RefusedError:
            return Verdict("robots")
        except RobotsFailedError as problem:
            return Verdict("server-error", problem.status)

    def _look(self, url: str) -> Found:
        """Ask for the head of a page, and for all of it where that doesn't tell enough."""
        try:
            found = self._asker.walk(url, "HEAD")
        except FetchError as problem:
            if problem.kind not in _ASK_AGAIN:
                raise
            return self._asker.walk(url)
        answer = found.answer
        if answer.status in _BUSY:
            return found
        if answer.status < 400 and not is_html(answer.headers.get("content-type", "")):
            return found
        if answer.status < 400:
            again = self._asker.walk(answer.url)
            return Found(again.answer, (*found.steps, *again.steps))
        return self._asker.walk(url)

    def _sample(self, url: str, path: str) -> Page | None:
        """Return what the host of a link answers at a path, asked once; none where it doesn't."""
        parts = urlsplit(url)
        sample = f"{parts.scheme}://{parts.netloc}{path}"
        with self._lock:
            lock = self._locks.setdefault(sample, Lock())
        with lock:
            if sample not in self._samples:
                try:
                    self._samples[sample] = _page(self._asker.walk(sample))
                except (FetchError, RefusedError, RobotsFailedError, RestingError):
                    self._samples[sample] = None
            return self._samples[sample]


def _page(found: Found) -> Page:
    answer = found.answer
    kind = answer.headers.get("content-type", "")
    looked_at = answer.body if is_html(kind) else b""
    title, digest = page_title(looked_at, kind), page_digest(looked_at)
    return Page(answer.status, answer.url, found.steps, title, digest)
