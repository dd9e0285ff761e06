"""Fixtures: one Chromium, pages that fail their test when something goes wrong, a static host."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.support.chromium import launch
from tests.support.pages import ColorScheme, Options, Watcher
from tests.support.static_server import serve_folder

# On a busy machine too; where all is well nobody waits.
expect.set_options(timeout=20_000)


class OpenPage(Protocol):
    """Opens a page; the test fails on an error in it that `expected` doesn't match."""

    def __call__(
        self,
        *,
        viewport: tuple[int, int] = (1280, 800),
        color_scheme: ColorScheme = "light",
        javascript: bool = True,
        expected: Sequence[str] = (),
    ) -> Page:
        """Open an empty page with these options."""
        ...


class StaticServer(Protocol):
    """Serves a built folder until the end of the session."""

    def __call__(self, folder: Path, base_path: str = "") -> str:
        """Return the URL of the served folder, without a slash at its end."""
        ...


# Not for the whole session: while Playwright runs, its event loop is the thread's, and no
# other test could call `asyncio.run`.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all browser tests."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open pages whose console errors, uncaught errors and foreign requests fail the test."""
    watcher = Watcher(browser)

    def open_page(
        *,
        viewport: tuple[int, int] = (1280, 800),
        color_scheme: ColorScheme = "light",
        javascript: bool = True,
        expected: Sequence[str] = (),
    ) -> Page:
        return watcher.open_page(Options(viewport, color_scheme, javascript, expected))

    yield open_page
    watcher.close()
    if watcher.problems:
        pytest.fail("\n".join(watcher.problems), pytrace=False)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Open a page of the usual size, in light colours, with JavaScript."""
    return open_page()


@pytest.fixture(scope="session")
def static_server() -> Iterator[StaticServer]:
    """Serve built folders as a plain static host does."""
    with ExitStack() as servers:
        yield lambda folder, base_path="": servers.enter_context(serve_folder(folder, base_path))
