"""The browser fixtures and the accessibility check, on pages of known faults."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import OpenPage, StaticServer
from tests.support.axe import violations
from tests.support.pages import Options, Watcher

GOOD = """<!doctype html><html lang="en"><title>A page</title>
<style>body { color: #222; background: #fff } @media (prefers-color-scheme: dark) {
body { color: #eee; background: #111 } }</style>
<main><h1>A page</h1><p>Words.</p><noscript><p id="bare">Bare</p></noscript></main>"""


@pytest.fixture
def site(tmp_path: Path, static_server: StaticServer) -> str:
    """Serve a site of one page."""
    (tmp_path / "index.html").write_text(GOOD)
    return static_server(tmp_path, "/blog")


@pytest.fixture
def watcher(browser: Browser) -> Iterator[Watcher]:
    """Watch pages without failing the test."""
    watcher = Watcher(browser)
    yield watcher
    watcher.close()


def test_a_good_page_passes(page: Page, site: str) -> None:
    page.goto(site + "/")
    assert page.title() == "A page"
    assert violations(page) == []


def test_options_reach_the_page(open_page: OpenPage, site: str) -> None:
    page = open_page(viewport=(390, 844), color_scheme="dark", javascript=False)
    page.goto(site + "/")
    assert page.viewport_size == {"width": 390, "height": 844}
    assert page.locator("#bare").is_visible()
    color = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert color == "rgb(17, 17, 17)"


def test_an_expected_problem_passes(open_page: OpenPage, site: str) -> None:
    page = open_page(expected=["404"])
    response = page.goto(site + "/nowhere/")
    assert response is not None
    assert response.status == 404


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ("<script>console.error('oh')</script>", "console: oh"),
        ("<script>throw new Error('oh')</script>", "uncaught: oh"),
        ("<script>Promise.reject(new Error('oh'))</script>", "uncaught: oh"),
        ("<script src='gone.js'></script>", "404"),
        ("<img src='http://example.org/x.png' alt=''>", "host: http://example.org/x.png"),
        ("<script>new WebSocket('ws://example.org/x')</script>", "host: ws://example.org/x"),
        ("<script>fetch('http://localhost/x')</script>", "host: http://localhost/x"),
    ],
)
def test_a_problem_is_noted(watcher: Watcher, site: str, markup: str, problem: str) -> None:
    page = watcher.open_page(Options())
    page.goto(site + "/")
    page.set_content(GOOD + markup)
    page.wait_for_timeout(500)
    watcher.close()
    assert any(problem in noted for noted in watcher.problems), watcher.problems


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("#222", "#ccc", "color-contrast"),  # WCAG 2 AA
        ('lang="en"', "", "html-has-lang"),  # WCAG 2 A
        ("h1", "h4", "page-has-heading-one"),  # good practice
        (  # WCAG 2.2 AA
            "Words.",
            "</p><style>button { width: 9px; height: 9px; padding: 0; border: 0 }</style>"
            "<div><button>a</button><button>b</button></div>",
            "target-size",
        ),
    ],
)
def test_a_fault_is_a_violation(page: Page, old: str, new: str, rule: str) -> None:
    page.set_content(GOOD.replace(old, new))
    found = violations(page)
    assert any(line.startswith(rule) for line in found), found
