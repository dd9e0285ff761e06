"""The only client of the network: asks for what strangers publish, and trusts none of it."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Self
from urllib.parse import urljoin

import httpcore
import httpx

import ssg
from ssg.curate.addresses import (
    Check,
    ForbiddenAddressError,
    Resolve,
    check_address,
    check_url,
    system_addresses,
)
from ssg.curate.transport import Backend, Timer, Transport, UnknownHostError
from ssg.curate.unpack import UnknownPackingError, unpacked

Kind = Literal["address", "unknown-host", "connection", "timeout", "tls", "redirects", "too-large"]
"""Why nothing came: a forbidden address, a host without one, nobody there, nobody in time, a
certificate that doesn't hold, redirects without end, more than anybody should read.
"""

REDIRECTS = frozenset({301, 302, 303, 307, 308})
"""The statuses that send on to another address."""
MOST_REDIRECTS = 10
"""As many are followed."""


def user_agent(site: str, purpose: str = "") -> str:
    """Return what requests say they are: the program, and the site for which it asks.

    Args:
        site: where that is published.
        purpose: what is asked for, if servers may want to know.

    """
    return f"ssg/{ssg.__version__} ({purpose}{'; ' if purpose else ''}+{site})"


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
        check: Check = check_address,
    ) -> None:
        """Begin.

        Args:
            agent: what it says it is.
            clock: counts seconds.
            limits: how much is too much.
            private: True also asks addresses that are not of the public internet.
            resolve: returns the addresses of a host.
            check: refuses addresses, unless private ones are asked too.

        """
        self._limits = limits
        self._timer = Timer(clock)
        transport = Transport(Backend(resolve, None if private else check, self._timer))
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
        self._timer.start(self._limits.seconds)
        redirects: list[Redirect] = []
        while True:
            try:
                check_url(url)
                answer = self._ask(method, url, headers or {})
            except ForbiddenAddressError as problem:
                raise FetchError("address", str(problem)) from None
            except (httpx.InvalidURL, UnicodeError):
                raise FetchError("address", "not a URL") from None
            status, target = answer.status_code, answer.headers.get("location")
            if status not in REDIRECTS or not target or not follow:
                return Fetched(url, status, dict(answer.headers), answer.content, tuple(redirects))
            url = _target(url, target)
            redirects.append(Redirect(status, url))
            if len(redirects) > MOST_REDIRECTS:
                raise FetchError("redirects", f"more than {MOST_REDIRECTS} redirects")

    def _ask(self, method: str, url: str, headers: Mapping[str, str]) -> httpx.Response:
        """Return one answer, read to its end."""
        timeout = self._limits.seconds
        request = self._client.build_request(method, url, headers=dict(headers), timeout=timeout)
        try:
            answer = self._client.send(request, stream=True)
            try:
                body = self._read(answer)
            finally:
                answer.close()
        except (httpcore.TimeoutException, httpx.TimeoutException):
            message = f"no answer within {timeout:g} seconds"
            raise FetchError("timeout", message) from None
        except ssl.SSLError as problem:
            raise FetchError("tls", _tls_words(problem)) from None
        except httpcore.ConnectError as problem:
            raise _no_connection(problem) from None
        except UnknownHostError as problem:
            raise FetchError("unknown-host", f"there is no host {problem}") from None
        except UnknownPackingError as problem:
            raise FetchError("connection", str(problem)) from None
        except httpx.RemoteProtocolError:
            # All that httpx itself finds wrong is the address of a redirect.
            raise FetchError("address", "a redirect to what is not a URL") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError) as problem:
            raise FetchError("connection", f"the server broke off: {problem}") from None
        return httpx.Response(
            answer.status_code,
            # As bytes: a server may send any.
            headers=[pair for pair in answer.headers.raw if pair[0].lower() not in _ENCODING],
            content=body,
        )

    def _read(self, answer: httpx.Response) -> bytes:
        if answer.status_code in REDIRECTS:
            return b""
        most = self._limits.bytes
        said = answer.headers.get("content-length", "")
        if (
            said.isdecimal()
            and (len(said) > 18 or int(said) > most)
            and answer.request.method != "HEAD"
        ):
            raise _too_large(most)
        body = bytearray()
        for part in unpacked(answer.iter_raw(), answer.headers.get("content-encoding", "")):
            body += part
            if len(body) > most:
                raise _too_large(most)
            self._timer.left()
        return bytes(body)


# They speak of the bytes as they were sent.
_ENCODING = {b"content-encoding", b"content-length", b"transfer-encoding"}


def _target(url: str, location: str) -> str:
    """Return where a redirect leads."""
    try:
        return urljoin(url, location)
    except ValueError:
        raise FetchError("address", "a redirect to what is not a URL") from None


def _too_large(most: int) -> FetchError:
    return FetchError("too-large", f"more than {most / 1_000_000:g} MB")


def _no_connection(problem: httpcore.ConnectError) -> FetchError:
    cause = problem.__context__ or problem
    if isinstance(cause, ssl.SSLError):
        return FetchError("tls", _tls_words(cause))
    return FetchError("connection", "the server cannot be reached")


def _tls_words(problem: ssl.SSLError) -> str:
    said = getattr(problem, "verify_message", "") or problem.reason or "TLS failed"
    return f"its certificate does not hold: {str(said).lower().replace('_', ' ')}"
