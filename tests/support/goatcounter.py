"""A server that counts and answers as GoatCounter's documentation says.

``/count`` is its pixel, ``/counter/PATH.json`` its visitor counter, ``/api/v0/stats/hits`` its
statistics. Paths are kept without a slash at their ends, as GoatCounter keeps them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import cast
from urllib.parse import parse_qs, unquote, urlsplit

_GIF = bytes.fromhex("47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002")


@dataclass(slots=True)
class GoatCounter:
    """What it has counted, and what it was asked."""

    counts: dict[str, int] = field(default_factory=dict)
    """How often each path was read."""
    events: set[str] = field(default_factory=set)
    """Those of them that are events."""
    token: str = "secret"
    """What statistics are told for."""
    most: int = 100
    """How many paths an answer holds at most."""
    asked: list[str] = field(default_factory=list)
    """The paths and queries that were asked for, in order."""
    headers: list[dict[str, str]] = field(default_factory=list)
    """The headers of those requests, names in lower case."""
    instead: tuple[int, bytes, dict[str, str]] | None = None
    """What statistics answer instead: a status, a body, and headers."""
    answers: int = 1000
    """How often statistics answer before they fail."""
    url: str = ""
    """Where it stands, without a slash at its end."""

    def hits(self, query: dict[str, list[str]]) -> bytes:
        """Return an answer of statistics."""
        limit = min(int(query.get("limit", ["20"])[0]), self.most)
        left_out = {int(one) for one in query.get("exclude_paths", [""])[0].split(",") if one}
        numbered = enumerate(self.counts.items(), 1)
        found = [(number, path, count) for number, (path, count) in numbered]
        found = [one for one in found if one[0] not in left_out]
        found.sort(key=lambda one: (-one[2], -one[0]))
        hits = [
            {
                "count": count,
                "event": path in self.events,
                "max": count,
                "path": path,
                "path_id": number,
                "title": path,
                "stats": [{"day": "2026-01-02", "daily": count, "hourly": [0] * 24}],
            }
            for number, path, count in found[:limit]
        ]
        total = sum(count for _, _, count in found[:limit])
        return json.dumps({"hits": hits, "total": total, "more": len(found) > limit}).encode()


class _Server(ThreadingHTTPServer):
    def __init__(self, state: GoatCounter) -> None:
        self.state = state
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        state = cast("_Server", self.server).state
        state.asked.append(self.path)
        state.headers.append({name.lower(): value for name, value in self.headers.items()})
        parts = urlsplit(self.path)
        query = parse_qs(parts.query)
        if parts.path == "/count":
            path = "/" + query["p"][0].strip("/")
            state.counts[path] = state.counts.get(path, 0) + 1
            self._send(200, _GIF, {"Content-Type": "image/gif"})
        elif parts.path.startswith("/counter/"):
            self._counter(unquote(parts.path.removeprefix("/counter/")), state)
        elif parts.path == "/api/v0/stats/hits":
            self._statistics(query, state)
        else:
            self._send(404, b"{}", {})

    def _counter(self, name: str, state: GoatCounter) -> None:
        count = state.counts.get("/" + name.removesuffix(".json").strip("/"))
        shown = f"{count or 0:,}".replace(",", "\u202f")
        body = json.dumps({"count": shown, "count_unique": shown}).encode()
        headers = {"Content-Type": "application/json", "Access-Control-Allow-Origin": "*"}
        self._send(404 if count is None else 200, body, headers)

    def _statistics(self, query: dict[str, list[str]], state: GoatCounter) -> None:
        state.answers -= 1
        if state.answers < 0:
            self._send(500, b"", {})
        elif state.instead:
            self._send(*state.instead)
        elif self.headers.get("Authorization") != f"Bearer {state.token}":
            self._send(401, b'{"error": "unknown token"}', {"Content-Type": "application/json"})
        else:
            self._send(200, state.hits(query), {"Content-Type": "application/json"})

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: what was asked is kept."""


@contextmanager
def counting() -> Iterator[GoatCounter]:
    """Serve on a free port of 127.0.0.1."""
    state = GoatCounter()
    with _Server(state) as server:
        state.url = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield state
        finally:
            server.shutdown()
            thread.join()
