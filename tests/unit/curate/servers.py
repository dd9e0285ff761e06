"""Servers on loopback that answer whatever a test wants, byte for byte."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

Answer = Callable[[socket.socket, str], None]
"""Answers a request on a connection; is given the path that was asked for."""

CERTIFICATE = Path(__file__).parent / "self-signed.pem"
"""A certificate for localhost that nobody vouches for, and its key."""


@contextmanager
def serving(answer: Answer, tls: bool = False) -> Iterator[str]:
    """Serve until the end of the block; yield the address, without a slash at its end."""
    listener = socket.create_server(("127.0.0.1", 0))
    context = None
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
    threads: list[threading.Thread] = []

    def accept() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threads.append(threading.Thread(target=_talk, args=(connection, answer, context)))
            threads[-1].start()

    acceptor = threading.Thread(target=accept)
    acceptor.start()
    try:
        scheme = "https" if tls else "http"
        yield f"{scheme}://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        acceptor.join()
        for thread in threads:
            thread.join()


def _talk(connection: socket.socket, answer: Answer, context: ssl.SSLContext | None) -> None:
    with closing(connection), suppress(OSError):
        connection.settimeout(10)
        if context:
            connection = context.wrap_socket(connection, server_side=True)
        with closing(connection):
            while path := _asked(connection):
                answer(connection, path)


def _asked(connection: socket.socket) -> str:
    """Return the path of the next request; empty when the other side has gone."""
    request = b""
    while b"\r\n\r\n" not in request:
        part = connection.recv(65536)
        if not part:
            return ""
        request += part
    return request.split(b" ", 2)[1].decode()


def page(
    body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = ""
) -> bytes:
    """Return an answer of HTTP."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body


def says(data: bytes) -> Answer:
    """Return a server's answer that is always the same."""
    return lambda connection, _path: connection.sendall(data)
