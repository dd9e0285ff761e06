"""Reading without a connection: what a browser keeps, renews, and gives up again."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest
from tests.support.static_server import Handler, Server

_SITE = """
-- site.yaml --
title: The Draft
base_url: https://example.org/blog/
offline: {articles: 1}
-- content/posts/2025-12-22-talks.md --
---
title: Talks
---
They met.
-- content/posts/2025-12-21-cars.md --
---
title: Cars
---
They fell.
"""
_TALKS = "content/posts/2025-12-22-talks.md"
_STATE = """async () => {
  const found = await navigator.serviceWorker.getRegistration("/blog/");
  return found?.active?.state ?? "";
}"""


class _Host(Server):
    """A host that can be cut off."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "blog")
        self.RequestHandlerClass = _Handler
        self.down = Event()


class _Handler(Handler):
    def do_GET(self) -> None:  # noqa: N802 - the interface of the base class
        """Answer, or break the connection off."""
        assert isinstance(self.server, _Host)
        if self.server.down.is_set():
            self.connection.shutdown(socket.SHUT_RDWR)
        else:
            super().do_GET()


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    site = make_site(_SITE)
    site.build()
    return site


@pytest.fixture
def host(site: SiteUnderTest) -> Iterator[_Host]:
    with _Host(site.output) as host:
        thread = Thread(target=host.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield host
        host.shutdown()
        thread.join()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """Open a page whose requests may fail."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def _until(reader: Page, script: str, wanted: object) -> None:
    """Wait until a script gives a value."""
    for _ in range(300):
        found = reader.evaluate(script)
        if found == wanted:
            return
        reader.wait_for_timeout(50)
    pytest.fail(f"{found!r} is still not {wanted!r}")


def _until_kept(reader: Page, url: str) -> None:
    reader.goto(f"{url}/")
    _until(reader, _STATE, "activated")


def _caches(reader: Page) -> list[str]:
    found: list[str] = reader.evaluate("caches.keys()")
    return found


def test_article_that_is_kept_can_be_read_and_another_says_so(host: _Host, reader: Page) -> None:
    _until_kept(reader, host.url)
    host.down.set()
    reader.goto(f"{host.url}/2025/12/talks/")
    assert reader.text_content("h1") == "Talks"
    assert "They met." in reader.inner_text("main")
    style = "getComputedStyle(document.body).fontFamily"
    assert "Newsreader" in reader.evaluate(style)
    reader.goto(f"{host.url}/")
    assert reader.locator("main").get_by_text("Cars").count()
    answer = reader.goto(f"{host.url}/2025/12/cars/")
    assert answer
    assert answer.status == 503
    assert reader.text_content("h1") == "No connection"
    reader.get_by_role("link", name="Talks", exact=True).click()
    assert reader.text_content("h1") == "Talks"


def test_what_is_new_is_shown_and_kept(site: SiteUnderTest, host: _Host, reader: Page) -> None:
    _until_kept(reader, host.url)
    (before,) = _caches(reader)
    site.edit(_TALKS, "They met.", "They parted.")
    site.build()
    reader.goto(f"{host.url}/2025/12/talks/")
    assert "They parted." in reader.inner_text("main")
    script = "(old) => caches.keys().then((names) => names.length === 1 && names[0] !== old)"
    _until(reader, f"() => ({script})({before!r})", True)
    host.down.set()
    reader.goto(f"{host.url}/2025/12/talks/")
    assert "They parted." in reader.inner_text("main")


def test_nothing_is_left_once_it_is_off(site: SiteUnderTest, host: _Host, reader: Page) -> None:
    _until_kept(reader, host.url)
    site.edit("site.yaml", "offline: {articles: 1}\n", "")
    site.build()
    reader.goto(f"{host.url}/")
    _until(reader, _STATE, "")
    _until(reader, "caches.keys().then((names) => names.length)", 0)
    host.down.set()
    with pytest.raises(Exception, match="ERR_"):
        reader.goto(f"{host.url}/2025/12/talks/")
