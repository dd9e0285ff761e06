"""What the answer to a link means: well, moved, gone, or nothing that can be told."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from ssg.extract.not_found import says_not_found
from ssg.extract.states import WELL, State
from ssg.text.outbound import link_url
from ssg.text.urls import host_of

_GONE = frozenset({404, 410})
_FOR_GOOD = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Page:
    """What was found at the end of a link."""

    status: int
    """The status of HTTP."""
    url: str
    """Where it was found."""
    steps: tuple[tuple[int, str], ...] = ()
    """The way there: the status of each redirect, and where it led."""
    title: str = ""
    """The title of an HTML page."""
    digest: str = ""
    """A digest of what it holds; empty where that was not looked at."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check came to."""

    state: State
    """What it is."""
    code: int = 0
    """The status of HTTP; 0 where there was none."""
    to: str = ""
    """The address to which it moved for good."""


def judge_status(url: str, page: Page) -> Verdict:
    """Return what the status of an answer, and the way to it, mean for a link."""
    code = page.status
    if code in _GONE:
        return Verdict("gone", code)
    if 500 <= code < 600:
        return Verdict("server-error", code)
    if not 200 <= code < 300:  # some refuse robots with numbers of their own
        return Verdict("untold", code)
    if page.steps and host_of(page.url) == host_of(url) and is_home(page.url) and not is_home(url):
        return Verdict("soft-404", code)
    to = moved_to(page)
    return Verdict("moved", page.steps[0][0], to) if to else Verdict("ok", code)


def judge_page(url: str, page: Page, nowhere: Page | None, home: Page | None) -> Verdict:
    """Return what an answer means for a link, once it was looked at.

    Args:
        url: the link.
        page: the answer.
        nowhere: what the host answers for an address that nobody can have made; none where that
            is not known.
        home: what it answers for its home page; none where that is not known.

    """
    verdict = judge_status(url, page)
    if verdict.state not in WELL or is_home(url):
        return verdict
    if says_not_found(page.title):
        return Verdict("soft-404", page.status)
    if nowhere is None or nowhere.status >= 400 or not _alike(page, nowhere):
        return verdict
    # A program that runs in the browser has one page for all addresses: nothing can be told.
    told = home is not None and home.status == 200 and not _alike(page, home)
    return Verdict("soft-404", page.status) if told else verdict


def is_home(url: str) -> bool:
    """Tell whether an address is the home page of its host, or that of one language."""
    parts = urlsplit(url)
    segments = [one for one in parts.path.split("/") if one]
    if parts.query or len(segments) > 1:
        return False
    name = segments[0].lower() if segments else ""
    return not name or name.partition(".")[0] in ("index", "home", "default") or len(name) == 2


def moved_to(page: Page) -> str:
    """Return the last address of a way that begins with moves for good; nothing where it begins
    with another.
    """
    to = ""
    for status, url in page.steps:
        if status not in _FOR_GOOD:
            break
        to = link_url(url)
    return to


def _alike(page: Page, other: Page) -> bool:
    if page.steps and other.steps and page.url == other.url:
        return True
    same_title = bool(page.title) and page.title == other.title
    return same_title or (bool(page.digest) and page.digest == other.digest)
