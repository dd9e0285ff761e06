"""Pictures in a real browser: which file it fetches, and that nothing moves when it comes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, StaticServer
from tests.support.pictures import gradient, located
from tests.support.sites import SiteUnderTest

_SITE = {
    "site.yaml": "title: Test\nbase_url: https://example.org/\n",
    "content/posts/talks/index.md": (
        "---\ntitle: Talks\ndate: 2025-12-22\nimage: {src: lead.jpg, alt: The envoys}\n---\n"
        "Words.\n\n![A map](map.jpg 'The map')\n\nMore words.\n"
    ),
}
_SHIFTS = """() => new Promise(done => new PerformanceObserver(list =>
    done(list.getEntries().reduce((sum, one) => sum + one.value, 0))
).observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(0), 300))"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, static_server: StaticServer) -> str:
    """Return the URL of a site with two photographs."""
    site = SiteUnderTest(tmp_path_factory.mktemp("images"))
    site.write(_SITE)
    site.write({"content/posts/talks/lead.jpg": located(gradient(1800, 1200))})
    site.write({"content/posts/talks/map.jpg": located(gradient(1200, 1700))})
    site.build()
    return static_server(Path(site.output))


def _files(page: Page) -> list[str]:
    page.evaluate("() => window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function("() => [...document.images].every(one => one.currentSrc)")
    found = page.evaluate("() => [...document.images].map(one => one.currentSrc)")
    return [one.rpartition("/")[2] for one in found]


@pytest.mark.parametrize(
    ("viewport", "files"),
    [
        ((390, 800), ["lead.jpg.400w.avif", "map.jpg.400w.avif"]),
        ((1280, 800), ["lead.jpg.800w.avif", "map.jpg.800w.avif"]),
    ],
)
def test_browser_fetches_the_small_file_and_nothing_moves(
    open_page: OpenPage, home: str, viewport: tuple[int, int], files: list[str]
) -> None:
    page = open_page(viewport=viewport)
    page.goto(f"{home}/2025/12/talks/")
    assert _files(page) == files
    assert page.evaluate(_SHIFTS) <= 0.01


def test_front_page_gives_the_lead_room_and_color(open_page: OpenPage, home: str) -> None:
    page = open_page(viewport=(390, 800))
    page.goto(home)
    lead = page.locator(".picture img").first
    assert lead.get_attribute("fetchpriority") == "high"
    box = lead.bounding_box()
    assert box
    assert abs(box["width"] / box["height"] - 1.5) < 0.02
    assert "rgb" in str(lead.evaluate("one => getComputedStyle(one).backgroundColor"))
    assert _files(page)[0] == "lead.jpg.400w.avif"
    assert page.evaluate(_SHIFTS) <= 0.01
