"""The development server in a real browser."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_SITE = """
-- content/posts/2025-01-01-first.md --
---
title: The first
tags: [alpha]
---
First words. [Second](2025-01-02-second.md)
-- content/posts/2025-01-02-second.md --
---
title: The second
tags: [alpha]
---
Second words.
-- content/posts/2025-01-03-draft.md --
---
title: A draft
draft: true
---
Not yet.
-- content/posts/2999-01-01-future.md --
---
title: A future
---
Much later.
-- themes/mine/theme.yaml --
name: mine
extends: default
-- themes/mine/static/extra.css --
h1 { color: rgb(1, 2, 3); }
-- themes/mine/templates/article.html --
{% extends "default/article.html" %}
{% block head_extra %}<link rel="stylesheet" href="{{ asset("extra.css") }}">{% endblock %}
"""


_LONG = "First words." + "\n\nx" * 200


@dataclass(frozen=True)
class Served:
    """A site that is being served."""

    site: SiteUnderTest
    url: str
    process: subprocess.Popen[str]


def _start(root: Path, *options: str) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "ssg", "serve", "--site", str(root), *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    said = ""
    for line in process.stderr:
        said += line
        match = re.search(r"http://127\.0\.0\.1:\d+/\S*", line)
        if match:
            return process, match[0]
    raise AssertionError(said)


@pytest.fixture
def served(make_site: MakeSite) -> Iterator[Served]:
    """Serve a small site, its theme inherited from the default one."""
    site = make_site(_SITE)
    site.edit("site.yaml", "title: Test", "title: Test\ntheme: mine")
    process, url = _start(site.root, "--port", "0")
    yield Served(site, url, process)
    process.send_signal(signal.SIGINT)
    assert process.stderr
    rest = process.stderr.read()
    process.stderr.close()
    assert process.wait(10) == 130, rest
    assert "Traceback" not in rest
    assert not site.output.exists()


def _mark(page: Page) -> None:
    """Leave a mark that a reload wipes out."""
    page.evaluate("window.unreloaded = true")


def _is_marked(page: Page) -> bool:
    return bool(page.evaluate("window.unreloaded === true"))


def test_an_edit_shows_by_itself_and_the_scroll_position_stays(served: Served, page: Page) -> None:
    served.site.edit("content/posts/2025-01-01-first.md", "First words.", _LONG)
    page.goto(f"{served.url}2025/01/first/")
    expect(page.get_by_text("First words")).to_be_visible()
    page.wait_for_function("document.body.scrollHeight > 2000")
    page.evaluate("scrollTo(0, 700)")
    served.site.edit("content/posts/2025-01-01-first.md", "First words.", "Other words.")
    expect(page.get_by_text("Other words")).to_be_attached()
    page.wait_for_function("scrollY > 600")


def test_an_added_and_a_removed_article_show_by_themselves(served: Served, page: Page) -> None:
    page.goto(served.url)
    new = "content/posts/2025-02-01-third.md"
    served.site.write({new: "---\ntitle: The third\n---\nThird words.\n"})
    expect(page.get_by_role("link", name="The third").first).to_be_visible()
    served.site.remove(new)
    expect(page.get_by_role("link", name="The third")).to_have_count(0)


def test_a_broken_file_is_shown_over_the_last_good_page_until_it_is_mended(
    served: Served, open_page: OpenPage
) -> None:
    page = open_page()
    page.goto(f"{served.url}2025/01/first/")
    _mark(page)
    served.site.edit("content/posts/2025-01-01-first.md", "tags:", "tagz:")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("content/posts/2025-01-01-first.md:3:1")
    expect(alert).to_contain_text('did you mean "tags"?')
    expect(page.get_by_text("First words")).to_be_attached()
    assert _is_marked(page)
    page.reload()
    expect(page.get_by_role("alert")).to_contain_text("tagz")
    served.site.edit("content/posts/2025-01-01-first.md", "tagz:", "tags:")
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_text("First words")).to_be_visible()


def test_a_broken_template_names_its_line_and_goes_away_when_mended(
    served: Served, open_page: OpenPage
) -> None:
    page = open_page(expected=["500"])
    page.goto(f"{served.url}2025/01/first/")
    template = "themes/mine/templates/article.html"
    served.site.edit(template, "extra.css", "extar.css")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(f"{template}:2")
    expect(alert).to_contain_text('did you mean "extra.css"?')
    expect(page.get_by_text("First words")).to_be_attached()
    served.site.edit(template, "extar.css", "extra.css")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_page_that_a_change_leaves_as_it_was_stays_open(
    served: Served, open_page: OpenPage
) -> None:
    second, first = open_page(), open_page()
    second.goto(f"{served.url}archive/")
    first.goto(f"{served.url}2025/01/first/")
    _mark(second)
    served.site.edit("content/posts/2025-01-01-first.md", "First words.", "Other words.")
    expect(first.get_by_text("Other words")).to_be_visible()
    second.wait_for_timeout(500)
    assert _is_marked(second)


def test_a_style_sheet_is_swapped_without_a_reload(served: Served, page: Page) -> None:
    page.goto(f"{served.url}2025/01/first/")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_css("color", "rgb(1, 2, 3)")
    _mark(page)
    served.site.edit("themes/mine/static/extra.css", "rgb(1, 2, 3)", "rgb(4, 5, 6)")
    expect(heading).to_have_css("color", "rgb(4, 5, 6)")
    assert _is_marked(page)


def test_a_change_of_site_yaml_shows_by_itself(served: Served, page: Page) -> None:
    page.goto(served.url)
    served.site.edit("site.yaml", "title: Test", "title: Renamed")
    expect(page).to_have_title(re.compile("Renamed"))


def test_drafts_and_scheduled_articles_are_shown_with_a_badge(served: Served, page: Page) -> None:
    page.goto(f"{served.url}2025/01/draft/")
    expect(page.get_by_text("Draft", exact=True).first).to_be_visible()
    page.goto(f"{served.url}2999/01/future/")
    expect(page.get_by_text("Scheduled", exact=False).first).to_be_visible()


def test_search_works_and_takes_up_a_new_article(served: Served, page: Page) -> None:
    page.goto(f"{served.url}search/?q=words")
    expect(page.locator("[data-search-list] li")).to_have_count(2)
    new = "content/posts/2025-02-01-third.md"
    served.site.write({new: "---\ntitle: The third\n---\nThird words.\n"})
    expect(page.locator("[data-search-list] li")).to_have_count(3, timeout=15_000)


def test_search_of_several_shards_is_served(served: Served, page: Page) -> None:
    page.goto(f"{served.url}search/?q=words")
    served.site.edit("site.yaml", "title: Test", "title: Test\nsearch: {shard_size: 1}")
    script = f"{served.url}pagefind/pagefind.js"
    for _ in range(15):
        # Longer than a server takes things for quiet, and the index is made.
        page.wait_for_timeout(1500)
        if page.request.get(script).text().startswith("/* Stands before Pagefind's own scripts"):
            break
    page.goto(f"{served.url}search/?q=words")
    expect(page.locator("[data-search-list] li")).to_have_count(2)
    assert page.request.get(script).text().startswith("/* Stands before Pagefind's own scripts")


def test_a_busy_port_is_a_clear_message_and_otherwise_the_next_is_taken(served: Served) -> None:
    port = served.url.rsplit(":", 1)[1].strip("/")
    command = [sys.executable, "-m", "ssg", "serve", "--site", str(served.site.root)]
    done = subprocess.run([*command, "--port", port], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"cannot serve on 127.0.0.1:{port}" in done.stderr
    assert "--port" in done.stderr


def test_without_a_port_the_first_free_one_is_taken(make_site: MakeSite) -> None:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(("127.0.0.1", 8000))
            taken.listen()
        except OSError:
            # Somebody else has it, which is as good.
            pass
        process, url = _start(make_site(_SITE).root)
        process.send_signal(signal.SIGINT)
        process.wait(10)
        assert process.stderr
        process.stderr.close()
        assert not url.endswith(":8000/")


def test_a_base_path_is_served_as_it_will_be_published(make_site: MakeSite, page: Page) -> None:
    site = make_site(_SITE)
    site.edit("site.yaml", "https://example.org/", "https://example.org/blog/")
    process, url = _start(site.root, "--port", "0")
    assert url.endswith("/blog/")
    page.goto(url.removesuffix("blog/"))
    expect(page).to_have_url(url)
    page.get_by_role("link", name="The second").first.click()
    expect(page).to_have_url(f"{url}2025/01/second/")
    # Away from the page, or what it still loads would be refused.
    page.goto("about:blank")
    process.send_signal(signal.SIGINT)
    process.wait(10)
    assert process.stderr
    process.stderr.close()
