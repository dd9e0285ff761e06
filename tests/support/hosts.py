"""Hosts on loopback that answer what a test says, and remember who asked when."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass(frozen=True)
class Answer:
    """What a host answers."""

    status: int = 200
    body: str = ""
    headers: Mapping[str, str] | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class Request:
    """What a host was asked."""

    method: str
    path: str
    began: float
    ended: float


Behaviour = Callable[[str, str], Answer]
"""Answers a method and a path."""


class Host(ThreadingHTTPServer):
    """A host at an address of its own."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, address: str, behave: Behaviour) -> None:
        self.behave = behave
        self.log: list[Request] = []
        super().__init__((address, 0), _Handler)

    @property
    def url(self) -> str:
        """Its address, without a slash at its end."""
        return f"http://{self.server_address[0]!s}:{self.server_port}"

    def asked(self, path: str) -> list[str]:
        """Return the methods with which a path was asked for."""
        return [one.method for one in self.log if one.path == path]


class _Handler(BaseHTTPRequestHandler):
    server: Host

    def do_GET(self) -> None:
        began = time.monotonic()
        answer = self.server.behave(self.command, self.path)
        time.sleep(answer.seconds)
        body = answer.body.encode()
        headers = {"Content-Type": "text/html; charset=utf-8", **(answer.headers or {})}
        # Before the answer goes out: whoever has it finds it in the log.
        self.server.log.append(Request(self.command, self.path, began, time.monotonic()))
        self.send_response(answer.status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:  # whoever asked is gone
            self.close_connection = True


def pages(
    answers: Mapping[str, Answer], default: Answer = Answer(404, "<title>404</title>")
) -> Behaviour:
    """Answer paths as they are given, and all others as a host does that lacks them."""
    return lambda _method, path: answers.get(path, default)


def any_page(_method: str, path: str) -> Answer:
    """Answer like a host that has every page but robots.txt and such as nobody linked to."""
    if path.startswith("/story"):
        return Answer(200, f"<title>Story {path}</title><p>Text of {path}.</p>")
    return Answer(404, "<title>Not found</title>")


@contextmanager
def serve_hosts(*behaviours: Behaviour) -> Iterator[list[Host]]:
    """Serve hosts at 127.0.0.2, 127.0.0.3 and so on."""
    with ExitStack() as stack:
        hosts: list[Host] = []
        for number, behave in enumerate(behaviours, 2):
            host = stack.enter_context(Host(f"127.0.0.{number}", behave))
            thread = Thread(target=host.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
            thread.start()
            stack.callback(thread.join)
            stack.callback(host.shutdown)
            hosts.append(host)
        yield hosts
