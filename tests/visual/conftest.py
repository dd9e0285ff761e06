"""Fixtures: one browser with a camera for light and one for dark, and the sites to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.support.chromium import launch
from tests.support.pages import ColorScheme
from tests.support.static_server import serve_folder
from tests.visual.pages import SCHEMES
from tests.visual.pictures import Camera, open_camera
from tests.visual.shoot import build_demo, build_front


# Not for the whole session: while Playwright runs, its event loop is the thread's.
@pytest.fixture(scope="package")
def cameras() -> Iterator[Mapping[ColorScheme, Camera]]:
    """Return a camera for light, and one for dark."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield {scheme: open_camera(browser, scheme) for scheme in SCHEMES}
        browser.close()


@pytest.fixture(scope="package")
def home_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Return the address of the demo, or that of a site with little or much."""
    with ExitStack() as servers:

        @cache
        def serve(name: str) -> str:
            folder: Path = tmp_path_factory.mktemp("visual") / "site"
            built = build_demo(folder) if name == "demo" else build_front(name, folder)
            return servers.enter_context(serve_folder(built))

        yield serve
