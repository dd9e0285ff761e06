"""The theme `plain` in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, StaticServer
from tests.browser.test_reading import PAGES
from tests.support.axe import violations
from tests.support.pages import ColorScheme

_PAGES = {kind: path for kind, path in PAGES.items() if kind != "search"}
_MISSING = ("404",)


@pytest.fixture(scope="module")
def home(plain_demo: Path, static_server: StaticServer) -> str:
    """Return the URL of the demo in the theme, served under /blog."""
    return static_server(plain_demo, "/blog")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_have_no_accessibility_faults(
    home: str, open_page: OpenPage, scheme: ColorScheme
) -> None:
    page = open_page(color_scheme=scheme, expected=_MISSING)
    for kind, path in _PAGES.items():
        page.goto(home + path)
        assert violations(page) == [], kind


def test_nothing_is_wider_than_a_small_phone(home: str, open_page: OpenPage) -> None:
    page = open_page(viewport=(320, 640), expected=_MISSING)
    for kind, path in _PAGES.items():
        page.goto(home + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, kind


def test_pages_read_from_right_to_left_too(home: str, open_page: OpenPage) -> None:
    page = open_page(viewport=(320, 640))
    page.goto(home + PAGES["curated article"])
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    note = page.get_by_role("note", name="Source")
    styles = note.evaluate(
        "one => [getComputedStyle(one).borderRightWidth, getComputedStyle(one).borderLeftWidth]"
    )
    assert styles == ["3px", "0px"]


def test_the_skip_link_shows_when_it_is_reached_and_leads_to_the_text(
    home: str, open_page: OpenPage
) -> None:
    page = open_page()
    page.goto(home + PAGES["article"])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    box = skip.bounding_box()
    assert box
    assert box["width"] > 50
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_dark_is_dark_and_print_leaves_the_menus_out(home: str, open_page: OpenPage) -> None:
    page = open_page(color_scheme="dark")
    page.goto(home + PAGES["article"])
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(ground) == "rgb(23, 24, 27)"
    page.emulate_media(media="print", color_scheme="light")
    expect(page.get_by_role("navigation").first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
