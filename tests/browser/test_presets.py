"""Every preset holds for every reader: contrast, narrow screens, large letters, keyboard, systems
that choose the colours themselves.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page

from ssg.build.pipeline import build
from ssg.build.project import Options
from tests.browser.conftest import OpenPage, StaticServer
from tests.support.axe import violations
from tests.support.pages import ColorScheme
from tests.support.sites import NOW

PRESETS = {
    "broadsheet": "masthead: centered, logo: /favicon.svg",
    "bulletin": "preset: bulletin",
    "weekly": "preset: weekly",
}
"""Presets with the settings that ask for them; together they have every masthead."""

PAGES = {
    "front": "/",
    "section": "/sections/world/",
    "article": "/2025/11/ceasefire-line/",
    "article with notes": "/2025/11/what-the-fcc-regulates/",
    "curated article": "/2025/12/florida-talks-no-result/",
    "thread": "/threads/ukraine-talks/",
    "corrections": "/corrections/",
    "search": "/search/",
}

_EVERY_PRESET = pytest.mark.parametrize("preset", PRESETS)
_EVERY_PAGE = pytest.mark.parametrize("name", PAGES)

_OUTLINE = """() => {
    const one = document.activeElement;
    const style = getComputedStyle(one);
    const drawn = style.outlineStyle !== "none" || one.matches("input");
    return one === document.body || drawn ? "" : one.outerHTML.slice(0, 200);
}"""

_BROKEN = """() => {
    const range = document.createRange();
    const broken = [];
    for (const one of document.querySelectorAll(".wordmark, label, button")) {
        const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
        for (let text; (text = texts.nextNode());) {
            for (const word of text.data.matchAll(/\\p{L}+/gu)) {
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                const lines = new Set([...range.getClientRects()].map(({ top }) => top));
                if (lines.size > 1) broken.push(word[0]);
            }
        }
    }
    return broken;
}"""
"""Returns the words of the site's name, of labels and of buttons that are split between lines."""


@pytest.fixture(scope="module")
def home_of(
    tmp_path_factory: pytest.TempPathFactory, project_root: Path, static_server: StaticServer
) -> Callable[[str], str]:
    """Return the address of the demo with a preset."""

    @cache
    def serve(preset: str) -> str:
        root = tmp_path_factory.mktemp(preset)
        copytree(project_root / "content", root / "content")
        text = (project_root / "site.yaml").read_text("utf-8")
        settings = f"theme: {{settings: {{{PRESETS[preset]}}}}}\nnavigation:"
        before, _, rest = text.partition("theme:")
        text = before + settings + rest.partition("navigation:")[2]
        (root / "site.yaml").write_text(text, "utf-8")
        build(root, root / "public", Options(now=NOW), time.perf_counter)
        return static_server(root / "public")

    return serve


def _sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@_EVERY_PAGE
@_EVERY_PRESET
def test_axe_finds_nothing(
    preset: str,
    name: str,
    scheme: ColorScheme,
    home_of: Callable[[str], str],
    open_page: OpenPage,
) -> None:
    page = open_page(color_scheme=scheme)
    page.goto(home_of(preset) + PAGES[name])
    assert violations(page) == []


@_EVERY_PAGE
@_EVERY_PRESET
def test_narrow_screens_and_large_letters_need_no_sideways_scroll(
    preset: str, name: str, home_of: Callable[[str], str], open_page: OpenPage
) -> None:
    page = open_page(viewport=(320, 640))
    page.goto(home_of(preset) + PAGES[name])
    assert not _sideways(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert not _sideways(page)
    assert page.evaluate(_BROKEN) == []
    page.set_viewport_size({"width": 1280, "height": 800})
    assert not _sideways(page)


@_EVERY_PRESET
def test_keyboard_shows_where_it_is(
    preset: str, home_of: Callable[[str], str], open_page: OpenPage
) -> None:
    page = open_page()
    page.goto(home_of(preset) + PAGES["article with notes"])
    hidden = []
    for _ in range(60):
        page.keyboard.press("Tab")
        hidden.append(page.evaluate(_OUTLINE))
    assert not any(hidden), hidden


@_EVERY_PRESET
def test_section_one_is_in_is_marked_where_the_system_chooses_the_colours(
    preset: str, home_of: Callable[[str], str], browser: Browser
) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(home_of(preset) + PAGES["section"])
    style = "getComputedStyle(document.querySelector('.sections [aria-current]'))"
    assert page.evaluate(f"{style}.textDecorationLine") == "underline"
    context.close()


def test_notes_stand_beside_their_references_on_wide_screens_and_after_the_text_on_narrow_ones(
    home_of: Callable[[str], str], open_page: OpenPage
) -> None:
    page = open_page(viewport=(1440, 900))
    page.goto(home_of("broadsheet") + PAGES["article with notes"])
    note, reference = page.locator("#fn1"), page.locator("#fnref1")
    text = page.locator(".article-body")
    beside, line, column = note.bounding_box(), reference.bounding_box(), text.bounding_box()
    assert beside
    assert line
    assert column
    assert abs(beside["y"] - line["y"]) < 40
    assert beside["x"] + beside["width"] < column["x"]
    page.set_viewport_size({"width": 800, "height": 900})
    under, line = note.bounding_box(), reference.bounding_box()
    assert under
    assert line
    assert under["y"] > line["y"] + 40


def test_related_stay_in_view(home_of: Callable[[str], str], open_page: OpenPage) -> None:
    page = open_page(viewport=(1440, 900))
    page.goto(home_of("broadsheet") + PAGES["article"])
    page.evaluate("scrollTo({top: 1200, behavior: 'instant'})")
    related = page.locator(".related").bounding_box()
    assert related
    assert 0 < related["y"] < 200
