"""What a page does to show the comments of giscus, Remark42 and utterances.

Stand-ins answer for them, which note how they were called: what these programs do themselves is
not tested here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import OpenPage, StaticServer
from tests.conftest import MakeSite
from tests.support.axe import violations
from tests.support.sites import SiteUnderTest

_FILES = """
-- site.yaml --
title: Test
base_url: https://example.org/
language: de
comments: {{{comments}}}
-- content/posts/2025-12-22-talks.md --
---
title: Talks
---
"""
_FILES += "Negotiators met on Sunday.\n\n" * 60
_GISCUS = "provider: giscus, repo: a/b, repo_id: R, category: C, category_id: D"
_REMARK = "provider: remark42, host: https://remark.example, site_id: blog"
_UTTERANCES = "provider: utterances, repo: a/b, label: talk"
_HOSTS = {
    "giscus": "https://giscus.app",
    "remark42": "https://remark.example",
    "utterances": "https://utteranc.es",
}
# As the scripts of giscus and utterances do: a frame after themselves, in a box.
_FRAME = """
const script = document.currentScript;
window.given = Object.fromEntries([...script.attributes].map((one) => [one.name, one.value]));
const box = document.createElement("div");
box.innerHTML = `<iframe title="Comments" src="${new URL("/frame", script.src)}"></iframe>`;
script.after(box);
"""
_REMARK_SCRIPT = """
window.given = { ...window.remark_config };
window.REMARK42 = { changeTheme: (theme) => (window.painted = theme) };
document.getElementById("remark42").innerHTML = `<iframe src="${given.host}/frame"></iframe>`;
"""
_SILENT = "giscus.app antwortet nicht. Versuchen Sie es später noch einmal."
_FRAME_PAGE = """<!doctype html><title>x</title><p>Comments of others</p><script>
parent.postMessage({ height: 100 }, "*");
addEventListener("message", (event) => parent.postMessage({ heard: event.data }, "*"));
</script>"""

Shown = Callable[..., tuple[Page, list[str]]]


@pytest.fixture
def shown(make_site: MakeSite, static_server: StaticServer, open_page: OpenPage) -> Shown:
    """Return what opens an article of a blog that says where its comments are kept."""

    def show(comments: str, script: str = _FRAME, fails: bool = False) -> tuple[Page, list[str]]:
        site: SiteUnderTest = make_site(_FILES.format(comments=comments).lstrip())
        site.build()
        provider = comments.split("provider: ")[1].split(",")[0]
        host = _HOSTS[provider]
        page = open_page(expected=[re.escape(host), *(["ERR_FAILED"] if fails else [])])
        asked: list[str] = []

        def answer(route: Route) -> None:
            asked.append(route.request.url)
            if fails:
                route.abort()
            elif route.request.url.endswith("/frame"):
                route.fulfill(body=_FRAME_PAGE, content_type="text/html")
            else:
                cors = {"access-control-allow-origin": "*"}
                route.fulfill(body=script, content_type="text/javascript", headers=cors)

        page.route(f"{host}/**", answer)
        page.emulate_media(color_scheme="light")
        page.goto(f"{static_server(site.output)}/2025/12/talks/")
        return page, asked

    return show


def _status(page: Page) -> Locator:
    return page.locator(".comments").get_by_role("status")


def _load(page: Page) -> None:
    page.get_by_role("button", name="Kommentare lesen und schreiben").click()
    expect(_status(page)).to_have_text("Die Kommentare sind da.")


@pytest.mark.parametrize(
    ("comments", "script", "address", "given"),
    [
        (
            _GISCUS,
            _FRAME,
            "https://giscus.app/client.js",
            {
                "src": "https://giscus.app/client.js",
                "referrerpolicy": "no-referrer",
                "crossorigin": "anonymous",
                "data-repo": "a/b",
                "data-repo-id": "R",
                "data-category": "C",
                "data-category-id": "D",
                "data-mapping": "pathname",
                "data-strict": "0",
                "data-reactions-enabled": "1",
                "data-emit-metadata": "0",
                "data-input-position": "bottom",
                "data-lang": "de",
                "data-theme": "light",
            },
        ),
        (
            _UTTERANCES,
            _FRAME,
            "https://utteranc.es/client.js",
            {
                "src": "https://utteranc.es/client.js",
                "referrerpolicy": "no-referrer",
                "crossorigin": "anonymous",
                "repo": "a/b",
                "issue-term": "pathname",
                "label": "talk",
                "theme": "github-light",
            },
        ),
        (
            _REMARK,
            _REMARK_SCRIPT,
            "https://remark.example/web/embed.js",
            {
                "host": "https://remark.example",
                "site_id": "blog",
                "url": "https://example.org/2025/12/talks/",
                "locale": "de",
                "theme": "light",
                "components": ["embed"],
            },
        ),
    ],
    ids=["giscus", "utterances", "remark42"],
)
def test_a_click_calls_the_provider_as_it_asks_to_be_called(
    comments: str, script: str, address: str, given: dict[str, object], shown: Shown
) -> None:
    page, asked = shown(comments, script)
    page.locator("#_comments").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert asked == []
    assert violations(page) == []
    _load(page)
    assert asked[0] == address
    assert json.loads(page.evaluate("JSON.stringify(window.given)")) == given
    script_element = page.locator(f'script[src="{address}"]')
    expect(script_element).to_have_attribute("referrerpolicy", "no-referrer")
    host = address.split("/")[2]
    frame = page.locator(".comments-place iframe")
    expect(frame).to_have_attribute("title", f"Kommentare von {host}")
    expect(page.get_by_role("group", name="Mitdiskutieren")).to_be_focused()


@pytest.mark.parametrize(
    ("comments", "message"),
    [
        (_GISCUS, {"giscus": {"setConfig": {"theme": "dark"}}}),
        (_UTTERANCES, {"type": "set-theme", "theme": "github-dark"}),
    ],
    ids=["giscus", "utterances"],
)
def test_a_frame_is_told_when_the_colours_change(
    comments: str, message: dict[str, object], shown: Shown
) -> None:
    page, _ = shown(comments)
    _load(page)
    page.evaluate(
        "addEventListener('message', (event) => {"
        " if (event.data.heard) window.heard = event.data.heard; })"
    )
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("window.heard")
    assert page.evaluate("window.heard") == message


def test_remark42_is_told_when_the_colours_change(shown: Shown) -> None:
    page, _ = shown(_REMARK, _REMARK_SCRIPT)
    _load(page)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("window.painted === 'dark'")


def test_a_provider_that_cannot_be_reached_is_told_and_asked_again(shown: Shown) -> None:
    page, asked = shown(_GISCUS, fails=True)
    page.get_by_role("button", name="Kommentare lesen und schreiben").click()
    expect(_status(page)).to_have_text(_SILENT)
    assert violations(page) == []
    page.get_by_role("button", name="Noch einmal versuchen").click()
    expect(_status(page)).to_have_text(_SILENT)
    assert len(asked) == 2


def test_a_provider_that_answers_with_nothing_is_waited_for_in_vain(shown: Shown) -> None:
    page, _ = shown(_GISCUS, script="")
    page.clock.install()
    page.get_by_role("button", name="Kommentare lesen und schreiben").click()
    expect(_status(page)).to_have_text("Die Kommentare werden geladen …")
    page.clock.fast_forward(15_000)
    expect(_status(page)).to_have_text(_SILENT)


def test_messages_of_others_are_no_answer(shown: Shown) -> None:
    page, _ = shown(_GISCUS, script=_FRAME.replace("/frame", "/other.js"))
    page.get_by_role("button", name="Kommentare lesen und schreiben").click()
    expect(page.locator(".comments-place iframe")).to_be_attached()
    page.evaluate("postMessage({ height: 1 }, '*')")
    page.wait_for_timeout(200)
    expect(_status(page)).to_have_text("Die Kommentare werden geladen …")


def test_visible_means_on_scrolling_there(shown: Shown) -> None:
    page, asked = shown(_GISCUS + ", load: visible")
    page.wait_for_load_state("networkidle")
    assert asked == []
    page.locator("#_comments").scroll_into_view_if_needed()
    expect(_status(page)).to_have_text("Die Kommentare sind da.")
    assert asked[0] == "https://giscus.app/client.js"
    expect(page.get_by_role("group", name="Mitdiskutieren")).not_to_be_focused()
