"""Events for every open page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

_KEEP_ALIVE = 15.0


class Hub:
    """Hands events to every listener; ``send`` may be called from any thread."""

    def __init__(self) -> None:
        """Begin without listeners."""
        self._loop: asyncio.AbstractEventLoop | None = None
        # Touched in the event loop only.
        self._queues: set[asyncio.Queue[str | None]] = set()

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        """Name the loop in which listeners live."""
        self._loop = loop

    def send(self, event: str, data: str = "") -> None:
        """Hand an event to every listener."""
        self._put(f"event: {event}\ndata: {data}\n\n")

    def close(self) -> None:
        """End every listener."""
        self._put(None)

    async def listen(self, first: str) -> AsyncIterator[str]:
        """Yield events until the hub closes, and a comment when nothing happens for long."""
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._queues.add(queue)
        try:
            yield first
            while True:
                try:
                    message = await asyncio.wait_for(queue.get(), _KEEP_ALIVE)
                except TimeoutError:
                    message = ": still here\n\n"
                if message is None:
                    return
                yield message
        finally:
            self._queues.discard(queue)

    def _put(self, message: str | None) -> None:
        def deliver() -> None:
            for queue in self._queues:
                queue.put_nowait(message)

        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(deliver)
