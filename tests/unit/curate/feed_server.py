"""Feeds on loopback, as many as a test wants, with validators."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import cast

MODIFIED = "Mon, 22 Dec 2025 10:00:00 GMT"
"""When every feed was changed, as its server says."""


@dataclass(slots=True)
class FeedServer:
    """Feeds by path; what is not there is answered with 404."""

    feeds: dict[str, bytes]
    """The feeds."""
    headers: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """Further headers by path; ``:status`` takes the place of 200."""
    asked: list[tuple[str, str, int]] = field(default_factory=list)
    """What was asked for: host, path, and the status of the answer."""
    seconds: float = 0.0
    """How long an answer takes."""
    port: int = 0
    """Where it listens."""
    busy: dict[str, int] = field(default_factory=dict)
    """How many are being answered, by host."""
    busiest: dict[str, int] = field(default_factory=dict)
    """How many ever were."""
    most: int = 0
    """How many ever were on all hosts."""
    lock: Lock = field(default_factory=Lock)
    """Held while these change."""

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a feed."""
        return f"http://{host}:{self.port}{path}"

    def statuses(self) -> list[int]:
        """Return the statuses of all answers, and forget them."""
        found = [status for _, _, status in self.asked]
        self.asked.clear()
        return found


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server = cast("_Server", self.server).feeds
        host = self.headers["Host"].partition(":")[0]
        with server.lock:
            server.busy[host] = server.busy.get(host, 0) + 1
            server.busiest[host] = max(server.busiest.get(host, 0), server.busy[host])
            server.most = max(server.most, sum(server.busy.values()))
        time.sleep(server.seconds)
        body = server.feeds.get(self.path, b"")
        more = dict(server.headers.get(self.path, {}))
        etag = f'"{blake2b(body, digest_size=8).hexdigest()}"'
        status = int(more.pop(":status", "200" if self.path in server.feeds else "404"))
        same = (self.headers["If-None-Match"], self.headers["If-Modified-Since"])
        if status == 200 and same == (etag, MODIFIED):
            status, body = 304, b""
        with server.lock:
            server.busy[host] -= 1
            server.asked.append((host, self.path, status))
        self.send_response(status)
        for name, value in {"ETag": etag, "Last-Modified": MODIFIED, **more}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    feeds: FeedServer


@contextmanager
def serving_feeds(feeds: Mapping[str, bytes]) -> Iterator[FeedServer]:
    """Serve feeds until the end of the block."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.feeds = FeedServer(dict(feeds), port=server.server_address[1])
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server.feeds
        finally:
            server.shutdown()
            thread.join()


def rss(items: Sequence[str], title: str = "Slate") -> bytes:
    """Return a feed of RSS with these items."""
    head = (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{title}</title>'
    )
    return f"{head}{''.join(items)}</channel></rss>".encode()


def item(title: str, link: str, text: str = "", date: str = "Mon, 22 Dec 2025 10:00:00 GMT") -> str:
    """Return an item of RSS; its parts are taken as they are."""
    return (
        f"<item><title>{title}</title><link>{link}</link>"
        f"<description>{text}</description><pubDate>{date}</pubDate></item>"
    )
