"""What servers can do to whoever asks them, and what becomes of it."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Iterator, Sequence
from itertools import repeat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssg.curate.addresses import check_address
from ssg.curate.fetch import Fetcher, FetchError, Kind, Limits
from tests.unit.curate.servers import page, says, serving

_SMALL = Limits(bytes=100_000)
_HASTY = Limits(bytes=100_000, seconds=1.0)


def _fetcher(limits: Limits = _SMALL, private: bool = True) -> Fetcher:
    return Fetcher("test", time.monotonic, limits, private)


def _refused(url: str, kind: Kind, fetcher: Fetcher | None = None) -> str:
    """Check that a page is refused, closing the fetcher; return the words of it."""
    with fetcher or _fetcher() as one, pytest.raises(FetchError) as caught:
        one.fetch(url)
    assert caught.value.kind == kind, caught.value
    return str(caught.value)


class _Resolver:
    """Says another address each time it is asked."""

    def __init__(self, answers: Sequence[list[str]]) -> None:
        self.answers = list(answers)
        self.asked = 0

    def __call__(self, _host: str, _port: int) -> list[str]:
        self.asked += 1
        return self.answers[min(self.asked, len(self.answers)) - 1]


def test_a_page_comes_with_its_address_headers_and_body() -> None:
    with serving(says(page(b"<p>Text"))) as url, _fetcher() as fetcher:
        found = fetcher.fetch(f"{url}/a")
        assert (found.url, found.status, found.body) == (f"{url}/a", 200, b"<p>Text")
        assert found.headers["content-type"] == "text/html; charset=utf-8"
        assert fetcher.fetch(f"{url}/b").body == b"<p>Text"


def test_redirects_are_followed_and_told() -> None:
    def answer(connection: socket.socket, path: str) -> None:
        more = "Location: /new?x=1\r\n"
        moved = page(b"", status="301 Moved Permanently", more=more)
        connection.sendall(moved if path == "/old" else page(b"new"))

    with serving(answer) as url, _fetcher() as fetcher:
        found = fetcher.fetch(f"{url}/old")
    assert found.url == f"{url}/new?x=1"
    assert [(one.status, one.url) for one in found.redirects] == [(301, f"{url}/new?x=1")]


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0177.0.0.1",
        "0x7f.1",
        "127.1",
        "0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "169.254.169.254",
        "10.0.0.1",
        "[64:ff9b::7f00:1]",
    ],
)
def test_hosts_that_are_not_public_are_refused(host: str) -> None:
    _refused(f"http://{host}:9/", "address", _fetcher(private=False))


def _but_loopback(address: str) -> None:
    """Take a server on loopback for one of the public internet, and no other address."""
    if address != "127.0.0.1":
        check_address(address)


@pytest.mark.parametrize("host", ["169.254.169.254", "10.0.0.1", "127.0.0.2", "[::1]", "0xa000001"])
def test_a_redirect_to_a_private_address_is_refused(host: str) -> None:
    answer = page(b"", status="302 Found", more=f"Location: http://{host}/\r\n")
    with serving(says(answer)) as url:
        fetcher = Fetcher("test", time.monotonic, _SMALL, check=_but_loopback)
        assert "not an address of the public internet" in _refused(url, "address", fetcher)


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://x/", "http://u:p@127.0.0.1/", "http://[::1", "//[x"]
)
def test_a_redirect_to_what_is_no_page_is_refused(location: str) -> None:
    answer = page(b"", status="302 Found", more=f"Location: {location}\r\n")
    with serving(says(answer)) as url:
        _refused(url, "address")


def test_a_host_is_refused_when_one_of_its_addresses_is_private() -> None:
    resolve = _Resolver([["93.184.215.14", "127.0.0.1"]])
    fetcher = Fetcher("test", time.monotonic, _SMALL, False, resolve)
    said = _refused("http://example.org/", "address", fetcher)
    assert said.startswith("127.0.0.1 is not an address")


def test_a_name_that_changes_its_mind_is_asked_once_for_each_connection() -> None:
    """The address that was checked is the one connected to, whatever the name says next."""
    with serving(says(page(b"x"))) as url:
        port = url.rpartition(":")[2]
        resolve = _Resolver([["127.0.0.1"], ["203.0.113.1"]])
        with Fetcher("test", time.monotonic, _SMALL, True, resolve) as fetcher:
            assert fetcher.fetch(f"http://rebinding.example:{port}/").body == b"x"
        assert resolve.asked == 1


def test_a_name_that_becomes_private_after_a_redirect_is_refused() -> None:
    more = "Location: /again\r\nConnection: close\r\n"
    with serving(says(page(b"", status="302 Found", more=more))) as url:
        port = url.rpartition(":")[2]
        resolve = _Resolver([["127.0.0.1"], ["10.0.0.1"]])
        fetcher = Fetcher("test", time.monotonic, _SMALL, False, resolve, _but_loopback)
        said = _refused(f"http://rebinding.example:{port}/", "address", fetcher)
        assert said.startswith("10.0.0.1 is not an address")
        assert resolve.asked == 2


def test_endless_redirects_end() -> None:
    answer = page(b"", status="302 Found", more="Location: /on\r\n")
    with serving(says(answer)) as url:
        assert _refused(url, "redirects") == "more than 10 redirects"


def _until_gone(connection: socket.socket, parts: Iterator[bytes], pause: float = 0.0) -> None:
    for part in parts:
        connection.sendall(part)
        time.sleep(pause)


def test_an_endless_body_is_cut_off() -> None:
    def answer(connection: socket.socket, _path: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        _until_gone(connection, repeat(b"x" * 65536))

    with serving(answer) as url:
        assert _refused(url, "too-large") == "more than 0.1 MB"


@pytest.mark.parametrize("length", ["2000000000", "9" * 18])
def test_a_body_that_says_it_is_vast_is_not_read(length: str) -> None:
    def answer(connection: socket.socket, _path: str) -> None:
        connection.sendall(f"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n".encode())

    with serving(answer) as url:
        _refused(url, "too-large")


@pytest.mark.parametrize(
    "beginning",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFF\r\n",
        b"",
    ],
)
def test_a_server_that_drips_is_left_in_time(beginning: bytes) -> None:
    def answer(connection: socket.socket, _path: str) -> None:
        connection.sendall(beginning or b"H")
        _until_gone(connection, repeat(b"x"), pause=0.1)

    with serving(answer) as url:
        began = time.monotonic()
        assert _refused(url, "timeout", _fetcher(_HASTY)) == "no answer within 1 seconds"
        assert time.monotonic() - began < 10


def test_endless_interim_answers_end_in_time() -> None:
    def answer(connection: socket.socket, _path: str) -> None:
        _until_gone(connection, repeat(b"HTTP/1.1 103 Early Hints\r\n\r\n"), pause=0.01)

    with serving(answer) as url:
        _refused(url, "timeout", _fetcher(_HASTY))


def test_redirects_share_one_time_limit() -> None:
    def answer(connection: socket.socket, _path: str) -> None:
        time.sleep(0.4)
        connection.sendall(page(b"", status="302 Found", more="Location: /on\r\n"))

    with serving(answer) as url:
        _refused(url, "timeout", _fetcher(_HASTY))


def _packed(body: bytes, encoding: str) -> bytes:
    return page(body, more=f"Content-Encoding: {encoding}\r\n")


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(b"Text" * 9, mtime=0)),
        ("GZIP", gzip.compress(b"Text" * 9, mtime=0)),
        ("deflate", zlib.compress(b"Text" * 9)),
        ("deflate", zlib.compress(b"Text" * 9, wbits=-15)),
        ("identity", b"Text" * 9),
    ],
)
def test_packed_pages_are_unpacked(encoding: str, body: bytes) -> None:
    with serving(says(_packed(body, encoding))) as url, _fetcher() as fetcher:
        found = fetcher.fetch(url)
    assert found.body == b"Text" * 9
    assert "content-encoding" not in found.headers


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_put_out(encoding: str) -> None:
    wbits = 31 if encoding == "gzip" else 15
    packer = zlib.compressobj(9, wbits=wbits)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(90)) + packer.flush()
    assert len(bomb) < 100_000
    with serving(says(_packed(bomb, encoding))) as url:
        _refused(url, "too-large")


@pytest.mark.parametrize(
    ("encoding", "why"),
    [("gzip, gzip", "packed as"), ("br", "packed as"), ("gzip", "cannot be unpacked")],
)
def test_what_is_packed_otherwise_is_refused(encoding: str, why: str) -> None:
    with serving(says(_packed(b"plain text", encoding))) as url:
        assert why in _refused(url, "connection")


def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    with serving(says(page(b"x")), tls=True) as url:
        assert _refused(url, "tls") == "its certificate does not hold: self-signed certificate"


@pytest.mark.parametrize(
    "data",
    [b"SSH-2.0-x\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", b"HTTP/9 x\r\n\r\n"],
)
def test_a_server_that_breaks_off_is_told(data: bytes) -> None:
    def answer(connection: socket.socket, _path: str) -> None:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_RDWR)

    with serving(answer) as url:
        _refused(url, "connection")


def test_endless_headers_are_cut_off() -> None:
    def answer(connection: socket.socket, _path: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        _until_gone(connection, repeat(b"X-Header: value\r\n" * 1000))

    with serving(answer) as url:
        _refused(url, "connection")


def test_nobody_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert _refused(f"http://127.0.0.1:{port}/", "connection") == "the server cannot be reached"


def test_a_host_that_is_not_there_is_told() -> None:
    def resolve(_host: str, _port: int) -> list[str]:
        raise OSError

    fetcher = Fetcher("test", time.monotonic, _SMALL, True, resolve)
    said = _refused("http://nowhere.invalid/", "unknown-host", fetcher)
    assert said == "there is no host nowhere.invalid"


@pytest.mark.parametrize("status", ["404 Not Found", "500 Oops", "304 Not Modified"])
def test_other_answers_are_answers(status: str) -> None:
    with serving(says(page(b"", status=status))) as url, _fetcher() as fetcher:
        assert fetcher.fetch(url).status == int(status[:3])


def test_whatever_is_asked_for_is_refused_in_words() -> None:
    def resolve(_host: str, _port: int) -> list[str]:
        raise OSError

    with Fetcher("test", time.monotonic, _SMALL, False, resolve) as fetcher:

        @settings(max_examples=200, deadline=None)
        @given(st.text(max_size=30))
        def check(text: str) -> None:
            for url in (text, f"http://{text}/", f"https://example.org/{text}"):
                with pytest.raises(FetchError):
                    fetcher.fetch(url)

        check()
