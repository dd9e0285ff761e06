"""The only client of the network: asks for what strangers publish, and trusts none of it."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Self
from urllib.parse import urljoin

import httpcore
import httpx

from ssg.curate.addresses import (
    ForbiddenAddressError,
    Resolve,
    check_address,
    check_url,
    system_addresses,
)

Kind = Literal["address", "unknown-host", "connection", "timeout", "tls", "redirects", "too-large"]
"""Why nothing came: a forbidden address, a host without one, nobody there, nobody in time, a
certificate that doesn't hold, redirects without end, more than anybody should read.
"""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 10


class FetchError(Exception):
    """Nothing was fetched; the message says why in words."""

    def __init__(self, kind: Kind, message: str) -> None:
        self.kind = kind
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Redirect:
    """One step of the way to a page."""

    status: int
    """301, 302, 303, 307 or 308."""
    url: str
    """Where it leads."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer of a server."""

    url: str
    """Where it was found in the end."""
    status: int
    """The status of HTTP."""
    headers: Mapping[str, str]
    """Its headers, names in lower case."""
    body: bytes
    """What it holds, decoded as its transfer was encoded."""
    redirects: tuple[Redirect, ...]
    """The way there."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is too much."""

    bytes: int = 20_000_000
    """Of an answer, unpacked."""
    seconds: float = 20.0
    """For an answer with all redirects."""


class Fetcher:
    """Asks servers; safe to share by threads. Close it, or use it in a ``with`` statement."""

    def __init__(
        self,
        agent: str,
        clock: Callable[[], float],
        limits: Limits = Limits(),
        private: bool = False,
        resolve: Resolve = system_addresses,
    ) -> None:
        """Begin.

        Args:
            agent: what it says it is.
            clock: counts seconds.
            limits: how much is too much.
            private: True also asks addresses that are not of the public internet.
            resolve: returns the addresses of a host.

        """
        self._clock = clock
        self._limits = limits
        transport = _Transport(_Backend(resolve, private))
        headers = {"User-Agent": agent, "Accept-Encoding": "gzip, deflate"}
        self._client = httpx.Client(transport=transport, headers=headers, trust_env=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def fetch(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        method: str = "GET",
        follow: bool = True,
    ) -> Fetched:
        """Return what a server answers, whatever its status; redirects are followed, unless
        ``follow`` is False: then the first is the answer.

        Raises:
            FetchError: nothing came, or it must not be asked for.

        """
        deadline = self._clock() + self._limits.seconds
        redirects: list[Redirect] = []
        while True:
            try:
                check_url(url)
                answer = self._ask(method, url, headers or {}, deadline)
            except ForbiddenAddressError as problem:
                raise FetchError("address", str(problem)) from None
            except httpx.InvalidURL:
                raise FetchError("address", "not a URL") from None
            status, target = answer.status_code, answer.headers.get("location")
            if status not in _REDIRECTS or not target or not follow:
                return Fetched(url, status, dict(answer.headers), answer.content, tuple(redirects))
            url = urljoin(url, target)
            redirects.append(Redirect(status, url))
            if len(redirects) > _MOST_REDIRECTS:
                raise FetchError("redirects", f"more than {_MOST_REDIRECTS} redirects")

    def _ask(
        self, method: str, url: str, headers: Mapping[str, str], deadline: float
    ) -> httpx.Response:
        """Return one answer, read to its end."""
        left = max(deadline - self._clock(), 0.001)
        request = self._client.build_request(method, url, headers=dict(headers), timeout=left)
        try:
            answer = self._client.send(request, stream=True)
            try:
                body = self._read(answer, deadline)
            finally:
                answer.close()
        except (httpcore.TimeoutException, httpx.TimeoutException):
            raise _too_late(self._limits) from None
        except ssl.SSLError as problem:
            raise FetchError("tls", _tls_words(problem)) from None
        except httpcore.ConnectError as problem:
            raise _no_connection(problem) from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError) as problem:
            raise FetchError("connection", f"the server broke off: {problem}") from None
        return httpx.Response(
            answer.status_code,
            # As bytes: a server may send any.
            headers=[pair for pair in answer.headers.raw if pair[0].lower() not in _ENCODING],
            content=body,
        )

    def _read(self, answer: httpx.Response, deadline: float) -> bytes:
        if answer.status_code in _REDIRECTS:
            return b""
        parts: list[bytes] = []
        size = 0
        for part in answer.iter_bytes():
            size += len(part)
            if size > self._limits.bytes:
                million = self._limits.bytes // 1_000_000
                raise FetchError("too-large", f"more than {million} MB")
            if self._clock() > deadline:
                raise _too_late(self._limits)
            parts.append(part)
        return b"".join(parts)


# They speak of the bytes as they were sent.
_ENCODING = {b"content-encoding", b"content-length", b"transfer-encoding"}


def _too_late(limits: Limits) -> FetchError:
    return FetchError("timeout", f"no answer within {limits.seconds:g} seconds")


def _no_connection(problem: httpcore.ConnectError) -> FetchError:
    cause = problem.__context__ or problem
    if isinstance(cause, ssl.SSLError):
        return FetchError("tls", _tls_words(cause))
    return FetchError("connection", "the server cannot be reached")


def _tls_words(problem: ssl.SSLError) -> str:
    said = getattr(problem, "verify_message", "") or problem.reason or "TLS failed"
    return f"its certificate does not hold: {str(said).lower().replace('_', ' ')}"


class _Backend(httpcore.NetworkBackend):
    """Connects to addresses that were checked: to these very ones, whatever the name says next."""

    def __init__(self, resolve: Resolve, private: bool) -> None:
        self._resolve = resolve
        self._private = private
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError):
            raise FetchError("unknown-host", f"there is no host {host}") from None
        if not self._private:
            for address in addresses:
                check_address(address)
        problem: Exception = httpcore.ConnectError(f"no address of {host}")
        for address in addresses:
            try:
                return self._inner.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failure:
                problem = failure
        raise problem


class _Transport(httpx.BaseTransport):
    """Sends the requests of httpx over connections of our own."""

    def __init__(self, backend: httpcore.NetworkBackend) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=100,
            max_keepalive_connections=20,
            network_backend=backend,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        assert isinstance(request.stream, httpx.SyncByteStream)
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Stream(answer), extensions={}
        )

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterable[bytes]:  # type: ignore[override]
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
