"""Serve a built folder the way a plain static host does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

MEDIA_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".xsl": "application/xslt+xml",
}
"""Written out, because the types that Python knows differ from machine to machine."""


class Server(ThreadingHTTPServer):
    """An HTTP server that knows what it serves."""

    def __init__(self, folder: Path, base_path: str) -> None:
        self.folder = folder.resolve()
        self.base_path = "/" + base_path.strip("/") if base_path.strip("/") else ""
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        """The address of the folder, without a slash at its end."""
        return f"http://127.0.0.1:{self.server_port}{self.base_path}"


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from the folder; one request a connection, so none is left open."""

    server: Server

    def do_GET(self) -> None:
        """Send a file, a redirect to a folder's slash, or the site's 404 page."""
        path = unquote(urlsplit(self.path).path)
        base = self.server.base_path
        if path != base and not path.startswith(base + "/"):
            return self._send(HTTPStatus.NOT_FOUND, b"outside the base path", ".txt")
        file = (self.server.folder / path[len(base) :].lstrip("/")).resolve()
        if not file.is_relative_to(self.server.folder):
            return self._not_found()
        if file.is_dir() and not path.endswith("/"):
            return self._redirect(urlsplit(self.path).path + "/")
        if path.endswith("/"):
            file /= "index.html"
        if not file.is_file():
            return self._not_found()
        return self._send(HTTPStatus.OK, file.read_bytes(), file.suffix)

    def do_HEAD(self) -> None:
        """Send the same, without the body."""
        self.do_GET()

    def _not_found(self) -> None:
        page = self.server.folder / "404.html"
        body = page.read_bytes() if page.is_file() else b"no such file, and no 404.html"
        self._send(HTTPStatus.NOT_FOUND, body, ".html")

    def _redirect(self, location: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, body: bytes, suffix: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", MEDIA_TYPES.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the browser's own report is what a failing test shows."""


@contextmanager
def serve_folder(folder: Path, base_path: str = "") -> Iterator[str]:
    """Serve a folder on a free port of 127.0.0.1 and give its URL, without a slash at its end."""
    with Server(folder, base_path) as server:
        # The poll interval is the time that `shutdown` takes.
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server.url
        finally:
            server.shutdown()
            thread.join()
