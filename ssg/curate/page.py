"""A page of another outlet as bytes: from the network, a file or a pipe."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ssg.curate.fetch import Fetched, Fetcher, FetchError
from ssg.errors import Location, SsgError, error, reason_of
from ssg.extract.clip import clip_page
from ssg.extract.clipping import Clipping
from ssg.extract.tree import MOST_BYTES, UnreadablePageError

_HTML = ("text/html", "application/xhtml+xml", "application/xml", "text/xml", "")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_IN_BROWSER = "open it in a browser, save the page, and clip the file with --url"
_FAILURES = {
    "address": ("clip/forbidden-address", "give an address of the web, or add --allow-private"),
    "unknown-host": ("clip/unreachable", "check the address and your connection"),
    "connection": ("clip/unreachable", "try again later, or " + _IN_BROWSER),
    "timeout": ("clip/unreachable", "try again later, or " + _IN_BROWSER),
    "tls": ("clip/unreachable", _IN_BROWSER + ", if you trust it"),
    "redirects": ("clip/unreachable", _IN_BROWSER),
    "too-large": ("clip/not-a-page", "check that the address is that of a page"),
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came."""

    data: bytes
    """What it holds."""
    url: str
    """Where it was found; empty where nobody knows."""
    charset: str = ""
    """The charset that its server named."""

    def clipping(self) -> Clipping:
        """Return what it says.

        Raises:
            SsgError: it is no page.

        """
        try:
            return clip_page(self.data, self.url, self.charset)
        except UnreadablePageError as problem:
            hint = "name a page of HTML, as its server sends it or a browser saves it"
            raise error("clip/not-a-page", str(problem), None, hint) from None


def fetch_page(fetcher: Fetcher, url: str) -> Page:
    """Return the page of an address.

    Raises:
        SsgError: nothing came, or what came is no page.

    """
    try:
        found = fetcher.fetch(url, {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1"})
    except FetchError as problem:
        code, hint = _FAILURES[problem.kind]
        raise error(code, f"{_shown(url)}: {_shown(str(problem))}", None, hint) from None
    kind = found.headers.get("content-type", "")
    if found.status != 200:
        raise _refused(found)
    if kind.partition(";")[0].strip().lower() not in _HTML:
        message = f"{_shown(url)} is {_shown(kind.partition(';')[0])}, and not HTML"
        hint = "give the address of a page"
        raise error("clip/not-a-page", message, None, hint)
    charset = _CHARSET.search(kind)
    return Page(found.body, found.url, charset[1] if charset else "")


def read_page(file: Path, url: str) -> Page:
    """Return a page that was saved.

    Args:
        file: where it lies.
        url: its address; empty where only the page itself may know it.

    Raises:
        SsgError: it can't be read, or is too large.

    """
    try:
        with file.open("rb") as stream:
            return read_stream(stream, url)
    except OSError as problem:
        where, hint = Location(str(file)), "check that it is there and that you may read it"
        raise error("files/unreadable", f"cannot read: {reason_of(problem)}", where, hint) from None


def read_stream(stream: IO[bytes], url: str) -> Page:
    """Return a page from a stream of bytes.

    Raises:
        SsgError: it is too large.

    """
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        message = f"the page has more than {MOST_BYTES // 1_000_000} MB"
        raise error("clip/not-a-page", message, None, "check that it is a page")
    return Page(data, url)


def _refused(found: Fetched) -> SsgError:
    message = f"{_shown(found.url)}: the server answers {found.status}"
    hint = "check the address" if found.status in (404, 410) else _IN_BROWSER
    return error("clip/unreachable", message, None, hint)


def _shown(text: str) -> str:
    """Return words of a stranger as a terminal may show them."""
    shown = "".join(one if one.isprintable() else "\ufffd" for one in text)
    return shown if len(shown) <= 200 else shown[:200] + "…"
