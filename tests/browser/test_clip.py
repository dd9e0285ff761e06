"""The bookmarklet, clicked in a real browser."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import MakeSite
from tests.unit.curate.pages import html
from tests.unit.curate.servers import page, says, serving

# Such a page lets nothing in and nothing out; forms that leave it are another matter.
_STRICT = "Content-Security-Policy: default-src 'self'; connect-src 'none'\r\n"


@contextmanager
def _listening(root: Path) -> Iterator[str]:
    """Run ``ssg clip --listen``; yield its bookmarklet."""
    command = [sys.executable, "-m", "ssg", "clip", "--listen", "--port", "0", "--tag", "Talks"]
    with subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        script = process.stderr.readline().removeprefix("the bookmarklet: javascript:")
        process.stderr.readline()
        try:
            yield script
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


@pytest.mark.parametrize(
    "more", ["", _STRICT, "Referrer-Policy: no-referrer\r\n"], ids=["plain", "strict", "shy"]
)
def test_a_page_is_clipped_from_the_browser(
    browser: Browser, make_site: MakeSite, more: str
) -> None:
    site = make_site()
    with serving(says(page(html("Košice “talks”"), more=more))) as url, _listening(site.root) as js:
        context = browser.new_context(bypass_csp=False)
        outlet = context.new_page()
        outlet.goto(f"{url}/talks")
        with context.expect_page() as opened:
            # As a click on a bookmark does: the page's own rules for scripts do not hold for it.
            outlet.evaluate(js)
        shown = opened.value
        expect(shown.get_by_role("heading", name="Write this draft?")).to_be_visible()
        expect(shown.get_by_role("row", name="Title")).to_contain_text("Košice “talks”")
        assert not list((site.root / "content").rglob("*.md"))
        shown.get_by_role("button", name="Write the draft").click()
        expect(shown.get_by_role("heading", name="Written")).to_be_visible()
        context.close()
    (file,) = (site.root / "content").rglob("*.md")
    text = file.read_text("utf-8")
    assert re.search(rf"\n  url: {re.escape(url)}/talks\n", text)
    assert "\ntags:\n- Talks\n" in text
