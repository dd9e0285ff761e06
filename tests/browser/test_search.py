"""The search page, the box in the bar, and the words marked in an article, by keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage, StaticServer
from tests.support.axe import violations
from tests.support.pages import ColorScheme

ARTICLE = "/2025/12/what-florida-left-open/"
MARKS = "mark.found"
# Without going to the box, as a slow answer to what was entered before.
_ENTER = "(field, text) => { field.value = text; field.dispatchEvent(new Event('input')); }"
_REFUSED = ("Failed to load resource", "Failed to fetch", "net::ERR")


@pytest.fixture(scope="module")
def home(demo: Path, static_server: StaticServer) -> str:
    """Return the URL of the demo, served under /blog."""
    return static_server(demo, "/blog")


def _results(page: Page, count: int | None = None) -> None:
    """Wait for results."""
    results = page.locator("[data-search-list] li")
    expect(results.first).to_be_visible()
    if count is not None:
        expect(results).to_have_count(count)


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("(one) => document.activeElement.matches(one)", selector):
            return
    pytest.fail(f"Tab doesn't reach {selector}")


def test_the_words_are_marked_in_the_article(home: str, page: Page) -> None:
    page.goto(f"{home}/search/?q=tariff")
    _results(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(MARKS).first).to_be_in_viewport()
    assert "#" not in page.url
    assert "?" not in page.url
    marked = {text.lower() for text in page.locator(MARKS).all_inner_texts()}
    assert {"tariff", "tariffs"} <= marked
    assert marked <= {"tariff", "tariffs"}
    assert page.locator(f":is(aside, footer, nav, .related) {MARKS}").count() == 0
    expect(page.locator(".found-note")).to_contain_text(f"1 of {page.locator(MARKS).count()}")
    _tab_to(page, ".found-note button:first-of-type")
    page.keyboard.press("Enter")
    expect(page.locator(".found-note [role=status]")).to_contain_text("2 of")
    expect(page.locator(f"{MARKS}.is-here")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator(f"{MARKS}, .found-note")).to_have_count(0)


def test_marks_move_nothing_and_are_taken_out_whole(home: str, page: Page) -> None:
    page.goto(home + ARTICLE)
    # All scripts of the page are there once it is offered.
    expect(page.get_by_role("button", name="Copy link")).to_be_visible()
    before = page.locator("main").inner_html()
    size = page.evaluate("document.documentElement.scrollHeight")
    page.goto(f"{home}{ARTICLE}#_find=talks&_find=Florida")
    expect(page.locator(MARKS).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollHeight") == size
    page.get_by_role("button", name="Clear").click()
    assert page.locator("main").inner_html() == before


def test_a_phrase_is_marked_across_elements_as_one(home: str, page: Page) -> None:
    page.goto(home + ARTICLE)
    page.evaluate(
        "document.querySelector('.prose p').innerHTML = 'the <em>peace</em> talks. Peace, talks'"
    )
    page.evaluate("location.hash = '#_find=peace+talks'")
    expect(page.locator(".found-note")).to_contain_text("1 of 1")
    expect(page.locator(MARKS)).to_have_text(["peace", " talks"])


def test_words_that_look_like_code_are_but_words(home: str, page: Page) -> None:
    page.goto(f"{home}{ARTICLE}#_find=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&_find=.*&_find=Florida")
    expect(page.locator(MARKS).first).to_be_visible()
    assert {one.lower() for one in page.locator(MARKS).all_inner_texts()} == {"florida"}


def test_an_article_without_words_loads_nothing_for_them(home: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(home + ARTICLE)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "site.js" in url]
    assert not [url for url in asked if re.search(r"find\.js|search|pagefind", url)]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("ukraine", "Everything on Ukraine"),
        ("Reuters", "Everything from Reuters"),
        ("A. Merrow", "Everything by A. Merrow"),
        ("world", "The section World"),
    ],
)
def test_a_bare_name_is_recent_first_and_offers_its_page(
    query: str, name: str, home: str, page: Page
) -> None:
    page.goto(f"{home}/search/?q={query}")
    _results(page)
    expect(page.get_by_role("radio", name="Newest first")).to_be_checked()
    link = page.get_by_role("link", name=name, exact=True)
    expect(link).to_be_visible()
    link.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(query, re.IGNORECASE))


def test_the_order_of_a_bare_name_can_be_changed(home: str, page: Page) -> None:
    page.goto(f"{home}/search/?q=Ukraine")
    _results(page)
    page.get_by_role("radio", name="Newest first").focus()
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile(r"sort=relevance"))
    expect(page.get_by_role("radio", name="Best match")).to_be_checked()


def test_a_slip_of_the_pen_is_mended(home: str, page: Page) -> None:
    page.goto(f"{home}/search/?q=ukrane")
    expect(page.locator("[data-search-status]")).to_contain_text("Nothing was found for “ukrane”")
    expect(page.get_by_role("link", name="the archive")).to_be_visible()
    link = page.get_by_role("link", name=re.compile("Search for “Ukraine”"))
    link.press("Enter")
    expect(page).to_have_url(re.compile(r"q=Ukraine"))
    _results(page)
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_a_word_that_stands_nowhere_finds_nothing(home: str, page: Page) -> None:
    page.goto(f"{home}/search/?q=xyzzy")
    expect(page.locator("[data-search-status]")).to_contain_text("Nothing was found for “xyzzy”")
    expect(page.locator("[data-search-list] li")).to_have_count(0)


def test_fewer_filters_are_offered(home: str, page: Page) -> None:
    page.goto(f"{home}/search/?q=tariff&section=World&tag=Ukraine")
    link = page.get_by_role("link", name=re.compile("Search without the filters"))
    link.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=tariff$"))
    _results(page)


def test_filters_are_removed_one_by_one_and_history_keeps_them(home: str, page: Page) -> None:
    page.goto(f"{home}/search/?q=talks")
    _results(page)
    page.get_by_role("checkbox", name=re.compile("^Ukraine")).press("Space")
    expect(page).to_have_url(re.compile(r"tag=Ukraine"))
    page.get_by_role("checkbox", name=re.compile("^A. Merrow")).press("Space")
    expect(page).to_have_url(re.compile(r"author=A"))
    chips = page.get_by_role("button", name=re.compile("Without the filter"))
    expect(chips).to_have_count(2)
    page.get_by_role("button", name="Without the filter Subject: Ukraine").press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=talks&author=A\.\+Merrow$"))
    page.go_back()
    expect(chips).to_have_count(2)
    page.get_by_role("button", name="Clear all").press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=talks$"))
    expect(chips).to_have_count(0)
    page.go_back()
    expect(chips).to_have_count(2)
    page.go_forward()
    expect(chips).to_have_count(0)


def test_a_failed_index_can_be_asked_for_again(home: str, open_page: OpenPage) -> None:
    page = open_page(expected=_REFUSED)
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{home}/search/?q=talks")
    expect(page.get_by_text("The search index could not be loaded.").last).to_be_visible()
    expect(page.locator("[data-search-failed]").get_by_role("link")).to_be_visible()
    assert violations(page) == []
    page.unroute_all()
    page.get_by_role("button", name="Try again").press("Enter")
    _results(page)
    expect(page.locator("[data-search-failed]")).to_be_hidden()


def test_a_late_answer_never_takes_the_place_of_a_newer_one(home: str, page: Page) -> None:
    page.goto(f"{home}/search/?q=talks")
    _results(page)
    # Documents of the older query come when the newer one, which has none, is answered.
    held: list[Route] = []

    def hold(route: Route) -> None:
        if len(held) < 2:
            held.append(route)
        else:
            route.continue_()

    page.route("**/fragment/**", hold)
    field = page.get_by_role("searchbox")
    field.fill("tariff")
    expect(page.locator("[data-search-status]")).to_have_text("Searching …")
    assert held
    field.fill("ukrane")
    expect(page.locator("[data-search-status]")).to_contain_text("“ukrane”")
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-search-status]")).to_contain_text("“ukrane”")
    expect(page.locator("[data-search-list] mark", has_text="tariff")).to_have_count(0)


def test_more_results_are_reached_by_keyboard(home: str, page: Page) -> None:
    page.goto(f"{home}/search/")
    _results(page, 10)
    page.get_by_role("button", name="More results").press("Enter")
    _results(page, 20)
    expect(page.locator("[data-search-list] li").nth(10).get_by_role("link")).to_be_focused()


def test_escape_goes_to_the_box_and_then_clears_it(home: str, page: Page) -> None:
    page.goto(f"{home}/search/?q=tariff")
    _results(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    expect(field).to_have_value("tariff")
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(page.get_by_text("Much written about")).to_be_visible()


def test_the_box_opens_on_a_phone_and_closes_with_the_focus(home: str, open_page: OpenPage) -> None:
    page = open_page(viewport=(320, 640))
    page.goto(home + ARTICLE)
    page.get_by_role("button", name="Search").click()
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("ukraine")
    panel = page.locator(".search-panel")
    expect(panel.get_by_role("link")).to_have_count(6)
    expect(page.get_by_role("banner").get_by_role("status")).to_contain_text("5 of")
    box = panel.bounding_box()
    assert box
    assert box["width"] == 320
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert all(
        (one.bounding_box() or {"height": 0})["height"] >= 24
        for one in panel.get_by_role("link").all()
    )
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(page.get_by_role("button", name="Search")).to_be_focused()


def test_the_box_lists_results_that_the_arrows_walk(home: str, page: Page) -> None:
    page.goto(f"{home}/")
    page.keyboard.press("/")
    page.keyboard.type("tariff")
    links = page.locator(".search-panel").get_by_role("link")
    expect(links).to_have_count(6)
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    expect(links.last).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=tariff$"))


@pytest.mark.parametrize(
    ("path", "place"), [("/", ".search-panel ul"), ("/search/", "[data-search-list]")]
)
def test_whoever_walks_the_results_stays_on_one_that_is_listed_again(
    path: str, place: str, home: str, page: Page
) -> None:
    page.goto(home + path)
    field = page.get_by_role("searchbox")
    field.fill("tarif")
    links = page.locator(place).get_by_role("link")
    expect(links.locator("mark").first).to_have_text("tariff", ignore_case=True)
    title = links.first.inner_text().splitlines()[0]
    page.keyboard.press("ArrowDown")
    field.evaluate(_ENTER, "tariffs")
    expect(links.locator("mark", has_text=re.compile("^tariffs$", re.I)).first).to_be_visible()
    expect(links.filter(has_text=title)).to_be_focused()
    field.evaluate(_ENTER, "ukrane")
    expect(links.filter(has_text=title)).to_have_count(0)
    expect(field).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["", "?q=talks&tag=Ukraine&section=World", "?q=ukrane"])
def test_axe_finds_nothing_in_any_state(
    path: str, width: int, scheme: ColorScheme, home: str, open_page: OpenPage
) -> None:
    page = open_page(viewport=(width, 800), color_scheme=scheme)
    page.goto(f"{home}/search/{path}")
    expect(page.locator("[data-search-keys]")).not_to_have_attribute("hidden", "")
    if width == 320 and page.locator(".filter").count():
        page.locator("summary").press("Enter")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
