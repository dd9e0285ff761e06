"""The development server, put together."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn

from ssg.build.memory import CACHE
from ssg.errors import error, reason_of
from ssg.serve.app import Pages
from ssg.serve.hub import Hub
from ssg.serve.indexer import Indexer
from ssg.serve.later import Later
from ssg.serve.overlay import error_message
from ssg.serve.session import Change, Session
from ssg.serve.watch import Watcher

_TRIES = 20
_TURN = 0.0005
"""Seconds that a thread works while another waits: who asks for a page goes before the rest."""
_SETTLED = 0.2
"""Seconds without a change or a page after which what can wait is done."""


class _Server(uvicorn.Server):
    """Ends the listeners first, so that an open page doesn't hold up the end."""

    def __init__(self, config: uvicorn.Config, hub: Hub) -> None:
        super().__init__(config)
        self._hub = hub

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._hub.close()
        super().handle_exit(sig, frame)


def serve(
    session: Session,
    listener: socket.socket,
    tell: Callable[[Change], None],
    ready: Callable[[], None],
) -> None:
    """Read a site, and serve it until interrupted.

    Args:
        session: the site, not read yet.
        listener: a bound socket.
        tell: is told what each change of the files came to.
        ready: called once pages are served.

    """
    hub = Hub()
    cache = session.root / CACHE / "serve"
    indexer = Indexer(session, cache, lambda: hub.send("index"))

    def settle() -> None:
        if session.settle():
            hub.send("reload")

    later = (Later(_SETTLED, settle), indexer.later)

    def disturb() -> None:
        for one in later:
            one.disturb()

    def changed(paths: frozenset[Path]) -> None:
        change = session.refresh(paths)
        hub.send(change, error_message(session.state.errors) if change == "errors" else "")
        tell(change)
        if change != "errors":
            for one in later:
                one.want()

    async def run() -> None:
        hub.attach(asyncio.get_running_loop())
        ready()
        await server.serve([listener])

    config = uvicorn.Config(
        Pages(session, hub, indexer, disturb).app(),
        log_level="critical",
        lifespan="off",
        timeout_graceful_shutdown=2,
    )
    server = _Server(config, hub)
    watcher = Watcher(*session.watched())
    sys.setswitchinterval(_TURN)
    try:
        # From before the site is read, so that no change is missed.
        watcher.watch()
        if session.refresh() == "errors":
            tell("errors")
        watcher.start(changed)
        for one in later:
            one.want()
            one.start()
        asyncio.run(run())
    finally:
        watcher.stop()
        later[0].stop()
        indexer.stop()


def open_listener(host: str, port: int, exact: bool) -> socket.socket:
    """Return a socket bound to a port, or unless ``exact`` to the next free one.

    Raises:
        SsgError: the port is taken, or the host is none of this machine's.

    """
    problem: OSError | None = None
    for candidate in range(port, port + (1 if exact else _TRIES)):
        try:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            listener = socket.socket(family)
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind((host, candidate))
                # Only listening tells whether another server has the port.
                listener.listen()
            except OSError:
                listener.close()
                raise
            return listener
        except OSError as failure:
            problem = failure
    reason = reason_of(problem) if problem else "taken"
    message = f"cannot serve on {host}:{port}: {reason}"
    raise error("serve/port", message, None, "name another with --port, or stop what has it")
