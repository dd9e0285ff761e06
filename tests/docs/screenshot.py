"""Take the pictures of the demo that the README shows: ``python -m tests.docs.screenshot``."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from ssg.build.pipeline import build
from ssg.build.project import Options
from tests.docs.pages import ROOT
from tests.docs.runner import copy_of_project
from tests.support.chromium import launch
from tests.support.pages import ColorScheme
from tests.support.static_server import serve_folder

_IMAGES = ROOT / "docs" / "images"
_PICTURES: dict[str, ColorScheme] = {"front.png": "light", "front-dark.png": "dark"}
_NOW = datetime(2025, 12, 24, tzinfo=UTC)


def main() -> None:
    """Build the demo and take its front page in light and dark."""
    _IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        site = copy_of_project(ROOT, Path(folder) / "site")
        build(site, site / "public", Options(now=_NOW), time.perf_counter)
        with serve_folder(site / "public") as url, sync_playwright() as playwright:
            browser = launch(playwright)
            for name, scheme in _PICTURES.items():
                page = browser.new_page(
                    viewport={"width": 1280, "height": 800}, color_scheme=scheme
                )
                page.goto(f"{url}/", wait_until="networkidle")
                page.evaluate("document.fonts.ready")
                page.screenshot(path=_IMAGES / name)
            browser.close()


if __name__ == "__main__":
    main()
