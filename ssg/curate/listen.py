"""The other end of the bookmarklet: takes pages from the editor's browser, and from nobody else.

Whoever can reach the port may try: pages of any outlet, by scripts and forms, and names that lead
to this machine. So the host that is asked for must be this machine by its number or as localhost;
a page is taken only with the token of the bookmarklet, from the origin it says it has; and a draft
is written only when the page that shows it is answered, by a word that stands nowhere else and
serves once.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterable, Mapping
from hmac import compare_digest
from pathlib import Path
from threading import Lock
from urllib.parse import parse_qsl, urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ssg.curate.listen_pages import (
    SECURITY_HEADERS,
    bookmarklet,
    complaint_page,
    offer_page,
    refusal_page,
    start_page,
    written_page,
)
from ssg.curate.page import Page
from ssg.curate.take_up import Offer
from ssg.errors import SsgError
from ssg.extract.draft import Draft
from ssg.text.urls import is_web_url

_MOST_BYTES = 60_000_000
"""A page of 20 MB, each byte written as three."""
_MOST_OFFERS = 20
_FORM = "application/x-www-form-urlencoded"


class _RefusedError(Exception):
    """A request that is not answered; the message says why."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        super().__init__(message)


class Desk:
    """Takes pages, shows what was found, and writes what the editor wants."""

    def __init__(
        self,
        port: int,
        new_word: Callable[[], str],
        take: Callable[[Page], Offer],
        fetch: Callable[[str], Page],
        write: Callable[[Draft], Path],
    ) -> None:
        """Begin with nothing offered.

        Args:
            port: where it listens.
            new_word: returns a word that nobody can guess, another each time.
            take: makes an offer of a page.
            fetch: returns the page of an address.
            write: writes a draft and returns its file.

        """
        self.origin = f"http://127.0.0.1:{port}"
        self.token = new_word()
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        self._new_word = new_word
        self._take = take
        self._fetch = fetch
        self._write = write
        self._offers: dict[str, Draft] = {}
        # One page at a time: two tabs must not write the same twice.
        self._lock = Lock()

    def app(self) -> Starlette:
        """Return the application."""
        return Starlette(
            routes=[
                Route("/", self._start, methods=["GET"]),
                Route("/clip", self._clip, methods=["POST"]),
                Route("/write", self._answer, methods=["POST"]),
            ]
        )

    async def _start(self, request: Request) -> Response:
        try:
            self._check_host(request)
            self._check_token(request.query_params.get("token", ""))
        except _RefusedError as refused:
            return _refusal(refused)
        return _html(start_page(bookmarklet(self.origin, self.token)))

    async def _clip(self, request: Request) -> Response:
        try:
            self._check_host(request)
            form = await _form(request)
            self._check_token(form.get("token", ""))
            url = form.get("url", "")
            _check_origin(request, ("null", _origin(url)))
        except _RefusedError as refused:
            return _refusal(refused)
        return await run_in_threadpool(self._locked, self._offer, url, form.get("html", ""))

    async def _answer(self, request: Request) -> Response:
        try:
            self._check_host(request)
            _check_origin(request, [f"http://{host}" for host in self._hosts])
            form = await _form(request)
            draft = self._offers.pop(form.get("offer", ""), None)
            if draft is None:
                raise _RefusedError(404, "this was answered already, or is too old: clip it again")
        except _RefusedError as refused:
            return _refusal(refused)
        return await run_in_threadpool(self._locked, self._written, draft)

    def _offer(self, url: str, html: str) -> Response:
        known = url if is_web_url(url) else ""
        page = Page(html.encode(), known, "utf-8") if html.strip() else self._fetch(url)
        offer = self._take(page)
        word = self._new_word()
        while len(self._offers) >= _MOST_OFFERS:
            del self._offers[next(iter(self._offers))]
        self._offers[word] = offer.draft
        return _html(offer_page(offer.facts, word))

    def _written(self, draft: Draft) -> Response:
        return _html(written_page(str(self._write(draft))))

    def _locked(self, work: Callable[..., Response], *arguments: object) -> Response:
        with self._lock:
            try:
                return work(*arguments)
            except SsgError as failure:
                return _html(complaint_page(failure.diagnostics), 422)

    def _check_host(self, request: Request) -> None:
        if request.headers.get("host", "") not in self._hosts:
            raise _RefusedError(421, "this is asked for by another name than its own")

    def _check_token(self, given: str) -> None:
        if not compare_digest(given.encode(), self.token.encode()):
            raise _RefusedError(
                403, "the bookmarklet is of an earlier time: take the one that ssg clip shows now"
            )


def listen(desk: Desk, listener: socket.socket) -> None:
    """Take pages on a bound socket until interrupted."""
    config = uvicorn.Config(
        desk.app(),
        log_level="critical",
        lifespan="off",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=2,
    )
    asyncio.run(uvicorn.Server(config).serve([listener]))


async def _form(request: Request) -> Mapping[str, str]:
    """Return the fields of a form, each once."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise _RefusedError(415, "this is no form")
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > _MOST_BYTES:
            raise _RefusedError(413, "this page is too large")
    return await run_in_threadpool(_fields, bytes(data))


def _fields(data: bytes) -> Mapping[str, str]:
    try:
        text = data.decode("ascii")
        return dict(parse_qsl(text, keep_blank_values=True, errors="replace", max_num_fields=9))
    except ValueError:
        raise _RefusedError(400, "this is no form") from None


def _check_origin(request: Request, allowed: Iterable[str]) -> None:
    # An origin that is not said is none of these.
    if request.headers.get("origin", "") not in set(allowed) - {""}:
        raise _RefusedError(403, "this comes from another page than it says")


def _origin(url: str) -> str:
    """Return the origin of an address as browsers write it; empty where it has none."""
    if not is_web_url(url):
        return ""
    parts = urlsplit(url)
    try:
        host = (parts.hostname or "").encode("idna").decode()
    except UnicodeError:
        return ""
    name = f"[{host}]" if ":" in host else host
    usual = {"http": 80, "https": 443}[parts.scheme]
    return f"{parts.scheme}://{name}" + (
        f":{parts.port}" if parts.port not in (None, usual) else ""
    )


def _refusal(refused: _RefusedError) -> Response:
    return _html(refusal_page(str(refused)), refused.status)


def _html(text: str, status: int = 200) -> Response:
    return Response(text, status, SECURITY_HEADERS, "text/html")
