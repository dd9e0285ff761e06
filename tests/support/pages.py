"""Browser pages that keep a record of what went wrong in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    WebError,
    WebSocket,
)

ColorScheme = Literal["light", "dark", "no-preference"]
LOCAL_SCHEMES = ("about", "blob", "data")


@dataclass(frozen=True, slots=True)
class Options:
    """How a page is opened."""

    viewport: tuple[int, int] = (1280, 800)
    color_scheme: ColorScheme = "light"
    javascript: bool = True
    expected: Sequence[str] = ()
    """Regular expressions of problems that the test is about, such as a missing file."""


@dataclass(slots=True)
class Watcher:
    """Opens pages and notes console errors, uncaught errors and requests to other hosts."""

    browser: Browser
    problems: list[str] = field(default_factory=list)
    """What went wrong, apart from what was expected."""
    _contexts: list[BrowserContext] = field(default_factory=list)

    def open_page(self, options: Options) -> Page:
        """Open an empty page in a context of its own."""
        width, height = options.viewport
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=options.color_scheme,
            java_script_enabled=options.javascript,
            service_workers="block",  # their requests would go unseen
        )
        self._contexts.append(context)
        self._watch(context, options.expected)
        return context.new_page()

    def close(self) -> None:
        """Close the pages that were opened."""
        while self._contexts:
            self._contexts.pop().close()

    def _watch(self, context: BrowserContext, expected: Sequence[str]) -> None:
        def note(problem: str) -> None:
            if not any(re.search(pattern, problem) for pattern in expected):
                self.problems.append(problem)

        def on_console(message: ConsoleMessage) -> None:
            url = message.location["url"]
            # A browser asks every host for this file unbidden; no page needs it.
            if message.type == "error" and urlsplit(url).path != "/favicon.ico":
                note(f"console: {message.text} ({url})")

        def on_error(error: WebError) -> None:
            # A browser may leave out the passage from page to page, and says so.
            if "Transition was" not in str(error.error):
                note(f"uncaught: {error.error}")

        def on_request(request: Request) -> None:
            if not _is_local(request.url):
                note(f"request to another host: {request.url}")

        def on_socket(socket: WebSocket) -> None:
            if not _is_local(socket.url):
                note(f"request to another host: {socket.url}")

        context.on("console", on_console)
        context.on("weberror", on_error)
        context.on("request", on_request)
        context.on("page", lambda page: page.on("websocket", on_socket))


def _is_local(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in LOCAL_SCHEMES or parts.hostname == "127.0.0.1"
