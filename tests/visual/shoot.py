"""Take the pictures that the tests compare with: ``python -m tests.visual.shoot``."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from ssg.build.pipeline import build
from ssg.build.project import Options
from tests.support.chromium import launch
from tests.support.pages import ColorScheme
from tests.support.sites import NOW, SiteUnderTest
from tests.support.static_server import serve_folder
from tests.visual.pages import FRONT_WIDTHS, FRONTS, PAGES, SCHEMES, WIDTHS, picture_name
from tests.visual.pictures import Camera, compare, open_camera
from tests.visual.sites import site_files

REFERENCES = Path(__file__).parent / "references"
_ROOT = Path(__file__).parents[2]


def build_demo(folder: Path) -> Path:
    """Return the output of the demo, built in a folder."""
    shutil.copytree(_ROOT / "content", folder / "content")
    shutil.copy(_ROOT / "site.yaml", folder)
    build(folder, folder / "public", Options(now=NOW), time.perf_counter)
    return folder / "public"


def build_front(name: str, folder: Path) -> Path:
    """Return the output of a site with little or much, built in a folder."""
    site = SiteUnderTest(folder)
    site.write(site_files(*FRONTS[name]))
    site.build()
    return site.output


def pictures_of_page(
    camera: Camera, home: str, name: str, scheme: ColorScheme
) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of a page of the demo, each with its name."""
    camera.visit(f"{home}{PAGES[name]}")
    for width in WIDTHS:
        yield picture_name(name, scheme, width), camera.take(width)


def pictures_of_front(camera: Camera, home: str, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of the front of a site with little or much, each with its name."""
    camera.visit(f"{home}/")
    for width in FRONT_WIDTHS:
        yield picture_name(name, "light", width), camera.take(width)


def main() -> None:
    """Take all pictures anew, and say which of them differ from those there were."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        found = dict(_all_pictures(browser))
        browser.close()
    REFERENCES.mkdir(exist_ok=True)
    for path in REFERENCES.glob("*.png"):
        if path.stem not in found:
            path.unlink()
    for name, picture in found.items():
        path = REFERENCES / f"{name}.png"
        # One that only a comparison of bytes could tell apart stays.
        if not path.is_file() or compare(path.read_bytes(), picture).share:
            path.write_bytes(picture)
            print(f"wrote {name}")


def _all_pictures(browser: Browser) -> Iterator[tuple[str, bytes]]:
    with TemporaryDirectory() as folder, ExitStack() as servers:
        root = Path(folder)
        demo = servers.enter_context(serve_folder(build_demo(root / "demo")))
        cameras = {scheme: open_camera(browser, scheme) for scheme in SCHEMES}
        for scheme, camera in cameras.items():
            for name in PAGES:
                yield from pictures_of_page(camera, demo, name, scheme)
        for name in FRONTS:
            home = servers.enter_context(serve_folder(build_front(name, root / name)))
            yield from pictures_of_front(cameras["light"], home, name)


if __name__ == "__main__":
    main()
