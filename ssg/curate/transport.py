"""Connections to strangers: to addresses that were checked, and within the time that is left."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterable
from typing import Any

import httpcore
import httpx

from ssg.curate.addresses import Check, Resolve


class UnknownHostError(Exception):
    """There is no such host; the message is its name."""


class Timer:
    """How long what a thread asks for may still take, however slowly a server drips."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._threads = threading.local()

    def start(self, seconds: float) -> None:
        """Give what this thread asks for next so many seconds."""
        self._threads.deadline = self._clock() + seconds

    def left(self) -> float:
        """Return the seconds that are left; raise when there are none."""
        seconds: float = self._threads.deadline - self._clock()
        if seconds <= 0:
            raise httpcore.ReadTimeout("time is up")
        return seconds


class _TimedStream(httpcore.NetworkStream):
    """A connection on which no step takes longer than what is left for all."""

    def __init__(self, stream: httpcore.NetworkStream, timer: Timer) -> None:
        self._stream = stream
        self._timer = timer

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._stream.read(max_bytes, self._timer.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._timer.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        left = self._timer.left()
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, left), self._timer)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class Backend(httpcore.NetworkBackend):
    """Connects to addresses that were checked: to these very ones, whatever the name says next."""

    def __init__(self, resolve: Resolve, check: Check | None, timer: Timer) -> None:
        self._resolve = resolve
        self._check = check
        self._timer = timer
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - what is left counts
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a host.

        Raises:
            ForbiddenAddressError: one of its addresses is not of the public internet.
            UnknownHostError: it has none.

        """
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError):
            raise UnknownHostError(host) from None
        if self._check:
            for address in addresses:
                self._check(address)
        problem: Exception = httpcore.ConnectError(f"no address of {host}")
        for address in addresses:
            try:
                stream = self._inner.connect_tcp(
                    address, port, self._timer.left(), local_address, socket_options
                )
                return _TimedStream(stream, self._timer)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failure:
                problem = failure
        raise problem


class Transport(httpx.BaseTransport):
    """Sends the requests of httpx over connections of our own."""

    def __init__(self, backend: httpcore.NetworkBackend) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=100,
            max_keepalive_connections=20,
            network_backend=backend,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer to a request, its body not read yet."""
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
        """Close all connections."""
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterable[bytes]:  # type: ignore[override]
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
