"""A blog that runs from right to left, and holds pieces that don't."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, StaticServer
from tests.support.axe import violations
from tests.support.hebrew_site import HEBREW_SITE
from tests.support.nu import check_html
from tests.support.pages import ColorScheme
from tests.support.sites import SiteUnderTest, files_in

_PAGES = {
    "front": "/",
    "article": "/2025/12/vetir/",
    "curated article": "/2025/12/rov/",
    "article in German": "/2025/12/veto-de/",
    "page": "/about/",
    "page in English": "/about-en/",
    "section": "/sections/מוסדות/",
    "thread": "/threads/מועצת-הביטחון/",
    "outlets": "/sources/",
    "archive": "/archive/",
    "corrections": "/corrections/",
    "search": "/search/?q=מועצת",
    "not found": "/404.html",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the blog."""
    site = SiteUnderTest(tmp_path_factory.mktemp("hebrew"))
    site.write(files_in(HEBREW_SITE))
    assert site.build(search=True).warnings == ()
    return site.output


@pytest.fixture(scope="module")
def home(built: Path, static_server: StaticServer) -> str:
    """Return the URL of the blog, served under /blog."""
    return static_server(built, "/blog")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", _PAGES)
def test_pages_from_right_to_left_are_accessible(
    home: str, open_page: OpenPage, kind: str, scheme: ColorScheme
) -> None:
    page = open_page(color_scheme=scheme)
    page.goto(f"{home}{_PAGES[kind]}")
    if kind == "search":
        expect(page.locator("[data-search-list] li").first).to_be_visible()
    assert violations(page) == []


def test_pages_from_right_to_left_are_valid(built: Path) -> None:
    assert check_html(built) == []


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("kind", _PAGES)
def test_nothing_runs_out_of_the_page(
    home: str, open_page: OpenPage, kind: str, width: int
) -> None:
    page = open_page(viewport=(width, 800))
    page.goto(f"{home}{_PAGES[kind]}")
    over = "[...document.querySelectorAll('main *')].some((one) => {"
    over += " const box = one.getBoundingClientRect();"
    over += " return box.width > 1 && !one.closest('.visually-hidden') && box.left < -1; })"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not page.evaluate(over)


def test_the_text_begins_at_the_right_and_a_german_one_at_the_left(home: str, page: Page) -> None:
    page.goto(f"{home}/2025/12/vetir/")
    assert page.evaluate("getComputedStyle(document.documentElement).direction") == "rtl"
    wordmark = page.locator(".wordmark a").bounding_box()
    assert wordmark
    assert wordmark["x"] > 640
    page.goto(f"{home}/2025/12/veto-de/")
    prose = page.locator(".article-body")
    expect(prose).to_have_attribute("lang", "de")
    expect(prose).to_have_css("direction", "ltr")
    expect(prose).to_have_css("hyphens", "auto")


def test_readers_go_from_one_language_to_another(home: str, page: Page) -> None:
    page.goto(f"{home}/2025/12/vetir/")
    page.get_by_role("link", name="Deutsch").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Was ein Veto im „Sicherheitsrat“ ist"
    )
    page.get_by_role("link", name="עברית").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("מהו וטו במועצת הביטחון")


@pytest.mark.parametrize(
    ("query", "count", "status"),
    [
        ("מועצת", 2, "שתי תוצאות עבור"),
        ("Beschluss", 1, "תוצאה אחת עבור"),
        ("decision", 1, "תוצאה אחת עבור"),
    ],
)
def test_the_search_finds_pieces_in_every_language(
    home: str, page: Page, query: str, count: int, status: str
) -> None:
    page.goto(f"{home}/search/?q={query}")
    expect(page.locator("[data-search-list] li")).to_have_count(count)
    expect(page.get_by_role("status")).to_contain_text(status)


def test_the_lead_and_the_stories_stand_apart(home: str, page: Page) -> None:
    page.goto(f"{home}/")
    lead = page.locator(".lead").bounding_box()
    stories = page.locator(".front-stories").bounding_box()
    headline = page.locator(".front-stories .headline[dir=ltr]").bounding_box()
    assert lead
    assert stories
    assert headline
    beside = stories["x"] + stories["width"] <= lead["x"] + 1
    assert beside or lead["y"] + lead["height"] <= stories["y"] + 1
    # A headline in English keeps to the edge of the Hebrew ones.
    link = page.locator(".front-stories .headline[dir=ltr] a").bounding_box()
    assert link
    assert abs(link["x"] + link["width"] - headline["x"] - headline["width"]) < 2
