"""Comments from a reader's form to the page without a script, by way of a real server of Isso."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.broken.terminal import run_here
from tests.browser.conftest import OpenPage
from tests.conftest import MakeSite
from tests.support.axe import violations
from tests.support.isso import Isso, free_port, serve_isso
from tests.support.nu import check_html
from tests.support.pages import ColorScheme
from tests.support.sites import SiteUnderTest
from tests.support.static_server import serve_folder

_FILES = """
-- site.yaml --
title: Test
base_url: https://example.org/blog/
comments:
  provider: isso
  url: {isso}/
-- content/posts/2025-12-22-talks.md --
---
title: Talks
---
Negotiators met on Sunday.
-- content/posts/2025-12-21-quiet.md --
---
title: Quiet
comments: false
---
Nobody is to say anything.
-- content/_data/comments/2025-12-22-talks.yaml --
- id: wp-1
  author: Ada
  date: 2025-12-22 10:00
  from: wordpress
  text: I was *there* <script>alert(1)</script>
- id: wp-2
  parent: wp-1
  author: The editors
  by_editor: true
  date: 2025-12-22 11:00
  text: Thank you.
"""
_PATH = "/2025/12/talks/"
_KEPT = "content/_data/comments/2025-12-22-talks.yaml"


@dataclass(frozen=True)
class _Blog:
    site: SiteUnderTest
    home: str
    isso: Isso


@pytest.fixture
def blog(make_site: MakeSite, tmp_path: Path) -> Iterator[_Blog]:
    """Return a blog that is served, and its server of comments at another port."""
    port = free_port()
    site = make_site(_FILES.format(isso=f"http://127.0.0.1:{port}").lstrip())
    site.build()
    folder = tmp_path / "isso"
    folder.mkdir()
    with serve_folder(site.output, "/blog") as home:
        origin = home.removesuffix("/blog")
        with serve_isso(folder, origin, port) as isso:
            yield _Blog(site, home, isso)


def _ask(page: Page) -> None:
    page.get_by_role("button", name="Show the comments and write one").click()
    expect(page.locator(".isso-postbox").first).to_be_visible()


def _write(page: Page, author: str, text: str) -> None:
    form = page.locator(".isso-postbox").first
    form.locator("textarea").fill(text)
    form.get_by_label("Name").fill(author)
    before = page.locator("#isso-root .isso-comment").count()
    form.get_by_role("button", name="Submit").click()
    expect(page.locator("#isso-root .isso-comment")).to_have_count(before + 1)


def _moderate(page: Page, link: str) -> None:
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto(link)
    expect(page).to_have_url(re.compile(r"#isso-\d+$"))


def test_posted_moderated_imported_and_read_without_a_script(
    blog: _Blog, open_page: OpenPage
) -> None:
    page = open_page()
    page.goto(blog.home + _PATH)
    _ask(page)
    assert page.get_by_text("Thank you.").is_visible()
    _write(page, "Bob & O'Neil", "It was **snowing**, see https://example.com/snow")
    _write(page, "Mallory", "Buy this")
    first, second = (
        blog.isso.moderation_links("activate")[0],
        blog.isso.moderation_links("delete")[1],
    )
    moderator = open_page(expected=["localhost", "404"])
    _moderate(moderator, first)
    _moderate(moderator, second)

    page.goto(blog.home + _PATH)
    _ask(page)
    live = page.locator("#isso-root .isso-comment")
    expect(live).to_have_count(1)
    expect(live.locator("strong")).to_have_text("snowing")

    site, database = blog.site, str(blog.isso.database)
    text, code = run_here("comments", "import", database, "-s", str(site.root))
    assert (code, "1 comment added, 0 there already" in text) == (0, True)
    kept = (site.root / _KEPT).read_bytes()
    assert b"Mallory" not in kept
    assert b"127.0.0" not in kept
    text, code = run_here("comments", "import", database, "-s", str(site.root))
    assert "0 comments added, 1 there already" in text
    assert (site.root / _KEPT).read_bytes() == kept
    site.build()

    plain = open_page(javascript=False)
    plain.goto(blog.home + _PATH)
    comment = plain.locator("#comment-isso-1")
    expect(comment).to_be_visible()
    expect(comment.locator(".comment-author")).to_have_text("Bob & O'Neil")
    expect(comment.locator("strong")).to_have_text("snowing")
    expect(comment.get_by_role("link", name="https://example.com/snow")).to_have_attribute(
        "rel", "nofollow ugc noopener"
    )
    expect(plain.locator(".comments noscript")).to_be_visible()
    assert check_html(site.output) == []


def test_what_isso_shows_itself_is_not_shown_twice(blog: _Blog, open_page: OpenPage) -> None:
    page = open_page()
    page.goto(blog.home + _PATH)
    _ask(page)
    _write(page, "Bob", "It was snowing.")
    _moderate(open_page(expected=["localhost", "404"]), blog.isso.moderation_links("activate")[0])
    run_here("comments", "import", str(blog.isso.database), "-s", str(blog.site.root))
    blog.site.build()
    page.goto(blog.home + _PATH)
    expect(page.locator("#comment-isso-1")).to_be_visible()
    _ask(page)
    expect(page.locator("#isso-1")).to_be_visible()
    expect(page.locator("#comment-isso-1")).to_have_count(0)
    expect(page.locator("#comment-wp-1")).to_be_visible()


def test_nobody_is_asked_before_the_click(blog: _Blog, open_page: OpenPage) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(blog.home + _PATH)
    page.locator("#_comments").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.startswith(blog.isso.url)] == []
    _ask(page)
    assert [url for url in asked if url.startswith(blog.isso.url)]
    page.goto(blog.home + "/2025/12/quiet/")
    expect(page.locator(".comments")).to_have_count(0)


def test_everything_by_keyboard(blog: _Blog, open_page: OpenPage) -> None:
    page = open_page()
    page.goto(blog.home + _PATH)
    button = page.get_by_role("button", name="Show the comments and write one")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".isso-postbox")).to_be_visible()
    expect(page.get_by_role("group", name="Join the discussion")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Written without a mouse.")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#isso-root")).to_contain_text("Written without a mouse.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(blog: _Blog, scheme: ColorScheme, open_page: OpenPage) -> None:
    page = open_page(color_scheme=scheme)
    page.goto(blog.home + _PATH)
    assert violations(page) == []
    _ask(page)
    _write(page, "Bob", "It was snowing.")
    assert violations(page) == []


def test_no_sideways_scroll_on_a_narrow_phone(blog: _Blog, open_page: OpenPage) -> None:
    page = open_page(viewport=(320, 640))
    page.goto(blog.home + _PATH)
    _ask(page)
    _write(page, "Bob", "It was snowing." * 20)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_report_in_json(blog: _Blog, open_page: OpenPage) -> None:
    page = open_page()
    page.goto(blog.home + _PATH)
    _ask(page)
    _write(page, "Bob", "It was snowing.")
    text, _ = run_here(
        *("comments", "import", str(blog.isso.database), "-s", str(blog.site.root)),
        *("--format", "json", "--dry-run"),
    )
    assert json.loads(text)["files"][_KEPT]["waiting"] == 1
