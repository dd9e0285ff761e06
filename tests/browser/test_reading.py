"""A reader's way through the demo, in a real browser."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, StaticServer
from tests.support.axe import violations
from tests.support.pages import ColorScheme

PAGES = {
    "front": "/",
    "article": "/2025/12/what-florida-left-open/",
    "curated article": "/2025/12/florida-talks-no-result/",
    "article with notes and tables": "/2025/11/ceasefire-line/",
    "corrected article": "/2025/11/what-the-fcc-regulates/",
    "corrections": "/corrections/",
    "withdrawn": "/2025/11/an-envoy-leaving/",
    "page": "/about/",
    "tag": "/tags/ukraine/",
    "author": "/authors/a-merrow/",
    "source": "/sources/slate/",
    "sources": "/sources/",
    "section": "/sections/world/",
    "thread": "/threads/ukraine-talks/",
    "threads": "/threads/",
    "tags": "/tags/",
    "archive": "/archive/",
    "year": "/2025/",
    "month": "/2025/12/",
    "second page": "/2025/12/page/2/",
    "search": "/search/?q=tariff",
    "not found": "/no-such-page/",
}
"""A page of every kind."""

_MISSING = ("404",)


@pytest.fixture(scope="module")
def home(demo: Path, static_server: StaticServer) -> str:
    """Return the URL of the demo, served under /blog."""
    return static_server(demo, "/blog")


def test_from_the_front_page_to_a_filtered_result(home: str, page: Page) -> None:
    page.goto(f"{home}/")
    page.get_by_role("link", name="What the Florida talks left open").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What the Florida talks left open")
    related = page.get_by_role("complementary", name="Related")
    related.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/blog/2025/12/"))
    page.get_by_role("link", name="Ukraine", exact=True).last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ukraine")
    box = page.get_by_role("searchbox")
    box.fill("tariff")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/blog/search/\?q=tariff"))
    results = page.locator("[data-search-list] li")
    expect(page.get_by_role("status")).to_contain_text("tariff")
    before = results.count()
    page.get_by_role("checkbox", name=re.compile("Reuters")).check()
    expect(page).to_have_url(re.compile(r"source=Reuters"))
    expect(page.get_by_role("status")).not_to_contain_text(str(before))
    assert 0 < results.count() < before
    results.first.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/blog/2025/"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_query_in_the_url_is_searched_and_sorted(home: str, page: Page) -> None:
    page.goto(f"{home}/search/?q=Ukraine&sort=date")
    shown = page.locator("[data-search-list] [data-date]")
    expect(shown.first).to_be_visible()
    dates = [datetime.strptime(one, "%d %B %Y") for one in shown.all_inner_texts()]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) > 3


def test_search_by_keyboard_alone(home: str, page: Page) -> None:
    page.goto(f"{home}/")
    page.keyboard.press("/")
    page.keyboard.type("ceasefire")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=ceasefire$"))
    expect(page.locator("[data-search-list] mark").first).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/blog/2025/"))


def test_only_articles_and_pages_are_searchable(demo: Path, home: str, page: Page) -> None:
    page.goto(f"{home}/search/")
    expect(page.locator("[data-search-list] li").first).to_be_visible()
    urls = page.evaluate(
        """async (home) => {
            const pagefind = await import(home + "/pagefind/pagefind.js");
            await pagefind.options({ baseUrl: "/" });
            const found = await pagefind.search(null);
            return Promise.all(found.results.map(async (one) => (await one.data()).url));
        }""",
        home,
    )
    folders = {path.parent.relative_to(demo) for path in demo.glob("20*/*/*/index.html")}
    articles = {f"/blog/{path}/" for path in folders if path.parts[1] != "page"}
    articles.remove("/blog/2025/11/an-envoy-leaving/")  # it was withdrawn
    assert set(urls) == articles | {"/blog/about/", "/blog/how-we-curate/"}


def test_paths_of_pictures_are_not_found(home: str, page: Page) -> None:
    page.goto(f"{home}/search/?q=svg")
    expect(page.locator("[data-search-status]")).to_contain_text("Nothing was found")


def test_everything_can_be_read_without_javascript(home: str, open_page: OpenPage) -> None:
    page = open_page(javascript=False)
    page.goto(f"{home}/")
    page.get_by_role("link", name="What the Florida talks left open").first.click()
    expect(page.get_by_text("Negotiators of the United States and Russia met")).to_be_visible()
    expect(page.get_by_role("complementary", name="Related")).to_be_visible()
    page.get_by_role("link", name="Archive").first.click()
    page.get_by_role("link", name=re.compile("November")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("November")
    page.goto(f"{home}/search/")
    expect(page.locator("main noscript, main .notice").first).to_be_visible()


def test_dark_mode_is_dark(home: str, open_page: OpenPage) -> None:
    def lightness(scheme: ColorScheme) -> float:
        page = open_page(color_scheme=scheme)
        page.goto(f"{home}/")
        colour = page.evaluate(
            """() => {
                const context = new OffscreenCanvas(1, 1).getContext("2d");
                context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
                context.fillRect(0, 0, 1, 1);
                return [...context.getImageData(0, 0, 1, 1).data];
            }"""
        )
        red, green, blue, _ = colour
        return float(red + green + blue) / 765

    assert lightness("light") > 0.9
    assert lightness("dark") < 0.15


@pytest.mark.parametrize("name", PAGES)
def test_no_sideways_scroll_on_a_narrow_phone(name: str, home: str, open_page: OpenPage) -> None:
    page = open_page(viewport=(320, 640), expected=_MISSING)
    page.goto(home + PAGES[name])
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, scheme: ColorScheme, home: str, open_page: OpenPage) -> None:
    page = open_page(color_scheme=scheme, expected=_MISSING)
    page.goto(home + PAGES[name])
    page.wait_for_load_state("networkidle")
    assert violations(page) == []
