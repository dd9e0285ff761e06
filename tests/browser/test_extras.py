"""Embeds, share links, the newsletter and views, as readers meet them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import OpenPage, StaticServer
from tests.support.axe import violations
from tests.support.goatcounter import GoatCounter, counting
from tests.support.nu import check_html
from tests.support.pages import ColorScheme
from tests.support.sites import SiteUnderTest, files_in

_PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9"
fill="#678"/></svg>"""
_SITE = """-- site.yaml --
title: The Record
base_url: http://blog.example/blog/
language: {language}
views: {{goatcounter: "http://counter.example"}}
newsletter: {{provider: form, url: "{form}", fields: {{list: weekly}}, trap: website,
  privacy: Your address is kept for this mail and nothing else.}}
-- content/posts/hearing.svg --
{picture}
-- content/posts/2026-01-02-talks.md --
---
title: What the talks left open
---
A first paragraph, so that the page has some text.

{{% embed "https://youtu.be/dQw4w9WgXcQ" title="The hearing" poster="hearing.svg" %}}

{{% embed "https://www.openstreetmap.org/#map=6/50.4501/30.5234" title="Kyiv and the line" %}}

{{% embed "https://bsky.app/profile/press.example/post/3kj2umze7zj2n" title="What was said" %}}

{{% embed "https://x.com/press/status/1" title="What was said elsewhere" caption="A post." %}}

A last paragraph.
"""
_ARTICLE = "/2026/01/talks/"
_ELSEWHERE = ("//(www.)?(youtube-nocookie|youtu|openstreetmap|embed|bsky)", "net::ERR_NAME_NOT")
_COUNTED = (r"//(blog|counter)\.example/",)


class _Subscribed(HTTPServer):
    """Takes forms, and keeps the last."""

    fields: dict[str, list[str]]
    referrer: str | None


class _Form(BaseHTTPRequestHandler):
    server: _Subscribed

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        sent = self.rfile.read(length).decode()
        self.server.fields = parse_qs(sent, keep_blank_values=True)
        self.server.referrer = self.headers["Referer"]
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Thanks</title><p>Thanks</p>")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def _taking_forms() -> Iterator[_Subscribed]:
    with _Subscribed(("127.0.0.1", 0), _Form) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def subscribed() -> Iterator[_Subscribed]:
    with _taking_forms() as server:
        yield server


def _build(folder: Path, form: str, language: str = "en") -> Path:
    site = SiteUnderTest(folder)
    site.write(files_in(_SITE.format(picture=_PICTURE, form=form, language=language)))
    site.build()
    return site.output


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory, subscribed: _Subscribed) -> Path:
    form = f"http://127.0.0.1:{subscribed.server_port}/join"
    return _build(tmp_path_factory.mktemp("extras"), form)


@pytest.fixture(scope="module")
def home(output: Path, static_server: StaticServer) -> str:
    return static_server(output, "/blog")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", _ARTICLE])
def test_axe_finds_nothing(path: str, scheme: ColorScheme, home: str, open_page: OpenPage) -> None:
    page = open_page(color_scheme=scheme)
    page.goto(home + path)
    page.wait_for_load_state("networkidle")
    assert violations(page) == []


def test_html_is_valid(output: Path) -> None:
    assert check_html(output) == []


@pytest.mark.parametrize("language", ["en", "he"])
def test_nothing_stands_over_the_edge_of_a_narrow_phone(
    language: str, tmp_path: Path, static_server: StaticServer, open_page: OpenPage
) -> None:
    url = static_server(_build(tmp_path, "https://example.org/join", language), "/blog")
    page = open_page(viewport=(320, 640))
    for path in ("/", _ARTICLE):
        page.goto(url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


# -------------------------------------------------------------------- embeds


def test_frame_comes_when_it_is_asked_for_by_keyboard(home: str, open_page: OpenPage) -> None:
    page = open_page(expected=_ELSEWHERE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(home + _ARTICLE)
    page.wait_for_load_state("networkidle")
    assert all(url.startswith(home) for url in asked)
    assert page.locator("iframe").count() == 0

    figure = page.locator(".embed-video")
    before = figure.bounding_box()
    button = figure.get_by_role("button", name="Load from youtube-nocookie.com")
    button.focus()
    page.keyboard.press("Enter")
    frame = figure.locator("iframe")
    expect(frame).to_be_focused()
    expect(frame).to_have_attribute("title", "The hearing")
    expect(frame).to_have_attribute("referrerpolicy", "strict-origin")
    expect(frame).to_have_attribute(
        "src", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0"
    )
    sandbox = frame.get_attribute("sandbox") or ""
    assert "allow-top-navigation" not in sandbox
    assert "allow-forms" not in sandbox
    expect(figure.get_by_role("status")).to_have_text("Loaded: The hearing")
    expect(button).to_be_hidden()
    # Nothing moves, and the frame fills the place of the facade.
    assert figure.bounding_box() == before
    assert frame.bounding_box() == pytest.approx(figure.locator(".embed-box").bounding_box(), abs=2)
    # The others are as they were.
    assert page.locator("iframe").count() == 1
    assert any("youtube-nocookie" in url for url in asked)


def _click_facade(figure: Locator) -> None:
    """Click on the picture of a facade, whatever it is that takes the click there."""
    box = figure.locator(".embed-box")
    box.scroll_into_view_if_needed()
    place = box.bounding_box()
    assert place
    figure.page.mouse.click(place["x"] + 20, place["y"] + 20)


def test_frames_of_maps_and_posts_are_told_nothing(home: str, open_page: OpenPage) -> None:
    page = open_page(expected=_ELSEWHERE)
    page.goto(home + _ARTICLE)
    for kind in ("map", "post"):
        figure = page.locator(f".embed-{kind}")
        figure.locator(".embed-box").scroll_into_view_if_needed()
        # Until its script is there, a click follows the link.
        expect(figure.get_by_role("button")).to_be_visible()
        before = figure.bounding_box()
        # All of the facade is a button for the mouse.
        _click_facade(figure)
        frame = figure.locator("iframe")
        expect(frame).to_have_attribute("referrerpolicy", "no-referrer")
        assert not frame.get_attribute("allow")
        assert figure.bounding_box() == before


def test_facade_is_a_link_without_javascript(home: str, open_page: OpenPage) -> None:
    page = open_page(javascript=False, expected=_ELSEWHERE)
    page.goto(home + _ARTICLE)
    assert page.get_by_role("button", name=re.compile("Load from")).count() == 0
    with page.expect_request("https://youtu.be/dQw4w9WgXcQ"):
        _click_facade(page.locator(".embed-video"))


def test_post_without_a_frame_is_a_card(home: str, page: Page) -> None:
    page.goto(home + _ARTICLE)
    page.wait_for_load_state("networkidle")
    card = page.locator("figure.embed-link")
    expect(card.get_by_role("button")).to_have_count(0)
    expect(card.get_by_role("link", name="Open at x.com")).to_be_visible()


def test_printed_page_has_the_address(home: str, page: Page) -> None:
    page.goto(home + _ARTICLE)
    page.emulate_media(media="print")
    shown = page.locator(".embed-video figcaption a").evaluate(
        "a => [getComputedStyle(a, '::after').content, getComputedStyle(a, '::after').position]"
    )
    assert shown == ['" <https://youtu.be/dQw4w9WgXcQ>"', "static"]
    expect(page.locator(".embed-load").first).to_be_hidden()


# --------------------------------------------------------------------- share


def test_link_is_copied_and_said_to_be(home: str, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(home + _ARTICLE)
    page.get_by_role("button", name="Copy link").press("Enter")
    expect(page.locator(".share").get_by_role("status")).to_have_text("The link was copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "http://blog.example/blog/2026/01/talks/"


def test_address_is_shown_where_it_cannot_be_copied(home: str, page: Page) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error())")
    page.goto(home + _ARTICLE)
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".share").get_by_role("status")).to_contain_text("http://blog.example/")


def test_sharing_is_offered_where_the_browser_can(home: str, open_page: OpenPage) -> None:
    page = open_page()
    page.goto(home + _ARTICLE)
    expect(page.get_by_role("button", name="Copy link")).to_be_visible()
    assert page.evaluate("'share' in navigator") is False
    expect(page.get_by_role("button", name="Share with")).to_be_hidden()
    able = open_page()
    able.add_init_script(
        "navigator.share = (what) => { window.shared = what; return Promise.reject(1) }"
    )
    able.goto(home + _ARTICLE)
    able.get_by_role("button", name="Share with").click()
    shared = able.evaluate("window.shared")
    assert shared == {
        "title": "What the talks left open",
        "url": "http://blog.example/blog/2026/01/talks/",
    }


# ---------------------------------------------------------------- newsletter


@pytest.mark.parametrize("javascript", [True, False])
def test_form_is_sent_with_nothing_but_its_fields(
    javascript: bool, home: str, subscribed: _Subscribed, open_page: OpenPage
) -> None:
    page = open_page(javascript=javascript)
    page.goto(home + _ARTICLE)
    field = page.get_by_label("Your mail address")
    expect(field).to_have_attribute("autocomplete", "email")
    field.fill("reader@example.org")
    # The trap is neither in the way of the keyboard nor told to screen readers.
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Subscribe")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Thanks")).to_be_visible()
    assert subscribed.fields == {
        "list": ["weekly"],
        "email": ["reader@example.org"],
        "website": [""],
    }
    # Not the page, even in browsers that don't heed `rel` on a form.
    assert subscribed.referrer in (None, f"{home.removesuffix('blog')}")


# --------------------------------------------------------------------- views


@pytest.fixture
def counter() -> Iterator[GoatCounter]:
    with counting() as one:
        yield one


def _published(page: Page, home: str, counter: GoatCounter) -> None:
    """Let the browser find the site and the counter under their names."""

    def hand_on(name: str, where: str) -> None:
        def answer(route: Route) -> None:
            url = route.request.url.replace(f"http://{name}", where, 1)
            route.fulfill(response=route.fetch(url=url))

        page.route(f"http://{name}/**", answer)

    hand_on("blog.example", home.removesuffix("/blog"))
    hand_on("counter.example", counter.url)


def _read(page: Page) -> None:
    page.goto(f"http://blog.example/blog{_ARTICLE}")
    page.wait_for_load_state("networkidle")


def test_article_is_counted_and_the_number_shown(
    home: str, counter: GoatCounter, open_page: OpenPage
) -> None:
    counter.counts = {"/blog/2026/01/talks": 1233}
    page = open_page(expected=_COUNTED)
    _published(page, home, counter)
    _read(page)
    expect(page.locator(".views")).to_have_text("1,234 views")
    sent, asked = counter.asked
    assert sent.startswith("/count?")
    query = parse_qs(sent.partition("?")[2])
    assert query["p"] == ["/blog/2026/01/talks/"]
    assert query["t"] == ["What the talks left open"]
    assert query.keys() == {"p", "t", "b", "rnd"}  # b, since a program drives this browser
    assert asked == "/counter/%2Fblog%2F2026%2F01%2Ftalks%2F.json"
    assert all("referer" not in one and "cookie" not in one for one in counter.headers)
    assert page.context.cookies() == []


def test_one_view_is_said_as_one(home: str, counter: GoatCounter, open_page: OpenPage) -> None:
    page = open_page(expected=_COUNTED)
    _published(page, home, counter)
    _read(page)
    expect(page.locator(".views")).to_have_text("1 view")


def test_nothing_moves_when_the_number_comes(
    home: str, counter: GoatCounter, open_page: OpenPage
) -> None:
    page = open_page(expected=_COUNTED)
    page.goto(home + _ARTICLE)
    before = page.locator(".newsletter").bounding_box()
    _published(page, home, counter)
    _read(page)
    expect(page.locator(".views")).to_have_text("1 view")
    assert page.locator(".newsletter").bounding_box() == before


@pytest.mark.parametrize(
    "wish",
    [
        "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })",
        "Object.defineProperty(navigator, 'doNotTrack', { value: '1' })",
    ],
)
def test_reader_who_does_not_want_it_is_not_counted(
    wish: str, home: str, counter: GoatCounter, open_page: OpenPage
) -> None:
    page = open_page(expected=_COUNTED)
    page.add_init_script(wish)
    _published(page, home, counter)
    _read(page)
    assert counter.asked == []
    expect(page.locator(".views")).to_have_text("")


def test_editor_at_home_is_not_counted(home: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(home + _ARTICLE)
    page.wait_for_load_state("networkidle")
    assert all(url.startswith(home) for url in asked)


def test_counter_that_does_not_answer_is_passed_over(
    home: str, counter: GoatCounter, open_page: OpenPage
) -> None:
    page = open_page(expected=(*_COUNTED, "404"))
    _published(page, home, counter)
    page.route("http://counter.example/counter/**", lambda route: route.fulfill(status=403))
    _read(page)
    assert len(counter.asked) == 1
    expect(page.locator(".views")).to_have_text("")
