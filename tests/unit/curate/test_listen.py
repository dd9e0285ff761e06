"""The other end of the bookmarklet serves the editor's browser, and nobody else."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from html import unescape
from itertools import count
from pathlib import Path
from re import search
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from ssg.build.project import Options
from ssg.curate.blog import read_blog
from ssg.curate.listen import Desk
from ssg.curate.listen_pages import bookmarklet
from ssg.curate.page import Page
from ssg.curate.take_up import Offer, refuse_known, take_up, write_draft
from ssg.errors import error
from ssg.extract.draft import Choices, Draft
from tests.conftest import MakeSite
from tests.unit.curate.pages import SENTENCES, html

_NOW = datetime(2025, 12, 22, 9, 30, tzinfo=UTC)
_URL = "https://slate.example/talks?a=1#top"
_OUTLET = "https://slate.example"
_OWN = "http://127.0.0.1:8017"


class _Browser:
    """Sends requests to an application, each by itself."""

    def __init__(self, app: Starlette) -> None:
        self._app = app

    def send(self, method: str, path: str, **request: Any) -> httpx.Response:
        """Return the answer to a request."""

        async def answer() -> httpx.Response:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url=_OWN) as client:
                return await client.request(method, path, **request)

        return asyncio.run(answer())


class Listening:
    """A desk, and a browser that asks it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.fetched: list[str] = []
        words = map("word-{}".format, count())
        self.desk = Desk(8017, lambda: next(words), self._take, self._fetch, self._write)
        self.browser = _Browser(self.desk.app())

    def clip(
        self, page: bytes | None = None, url: str = _URL, origin: str = _OUTLET, **changed: str
    ) -> tuple[int, str]:
        """Click the bookmarklet on a page."""
        text = html() if page is None else page
        form = {"token": self.desk.token, "url": url, "html": text.decode()} | changed
        return self.post("/clip", form, {"Origin": origin})

    def write(self, shown: str, origin: str = _OWN) -> tuple[int, str]:
        """Click the button of a page that offers a draft."""
        found = search(r'name=offer value="([^"]+)"', shown)
        assert found
        return self.post("/write", {"offer": unescape(found[1])}, {"Origin": origin})

    def post(
        self, path: str, form: Mapping[str, str], headers: Mapping[str, str]
    ) -> tuple[int, str]:
        """Send a form."""
        answer = self.browser.send("POST", path, data=form, headers=headers)
        return answer.status_code, answer.text

    def drafts(self) -> list[str]:
        """Return the names of what was written."""
        return sorted(path.name for path in (self.root / "content").rglob("*.md"))

    def _take(self, page: Page) -> Offer:
        blog = read_blog(self.root, Options(_NOW))
        return take_up(blog, page.clipping(), [page.url], Choices(), _NOW)

    def _fetch(self, url: str) -> Page:
        self.fetched.append(url)
        if not url.startswith("https://"):
            raise error("clip/forbidden-address", "no", None, "no")
        return Page(html(), url)

    def _write(self, draft: Draft) -> Path:
        refuse_known(read_blog(self.root, Options(_NOW)), [draft.url])
        return write_draft(self.root, draft).relative_to(self.root)


@pytest.fixture
def listening(make_site: MakeSite) -> Listening:
    return Listening(make_site().root)


def test_a_page_is_shown_and_written_when_the_editor_says_so(listening: Listening) -> None:
    status, shown = listening.clip()
    assert status == 200
    assert "No result in the capital" in shown
    assert listening.drafts() == []
    status, said = listening.write(shown)
    assert status == 200
    (name,) = listening.drafts()
    assert f"content/posts/{name} is a draft" in said


def test_an_offer_is_answered_once(listening: Listening) -> None:
    _, shown = listening.clip()
    listening.write(shown)
    assert listening.write(shown)[0] == 404
    assert len(listening.drafts()) == 1


def test_the_same_page_in_two_tabs_is_written_once(listening: Listening) -> None:
    _, one = listening.clip()
    _, other = listening.clip()
    listening.write(one)
    status, said = listening.write(other)
    assert status == 422
    assert "this page is clipped already" in said
    assert len(listening.drafts()) == 1


def test_old_offers_are_forgotten(listening: Listening) -> None:
    shown = [listening.clip()[1] for _ in range(21)]
    assert listening.write(shown[0])[0] == 404
    assert listening.write(shown[1])[0] == 200


def test_what_a_page_says_is_shown_as_words(listening: Listening) -> None:
    words = ('"><script>alert(1)</script> is what they wrote.', *SENTENCES)
    _, shown = listening.clip(html(sentences=words))
    assert "<script" not in shown
    assert "&quot;&gt;&lt;script&gt;alert(1)" in shown


def test_an_address_without_a_page_is_fetched(listening: Listening) -> None:
    assert listening.clip(b"")[0] == 200
    assert listening.fetched == [_URL]


def test_a_page_that_cannot_be_clipped_is_said(listening: Listening) -> None:
    status, said = listening.clip(b"<title></title><p>x")
    assert status == 422
    assert "error[clip/no-title]" in said
    assert listening.clip(b"", url="file:///etc/passwd", origin="null")[0] == 422


def test_a_saved_page_without_an_address_of_the_web_names_its_own(listening: Listening) -> None:
    page = html(canonical="https://slate.example/talks")
    status, _ = listening.clip(page, url="file:///saved.html", origin="null")
    # Which addresses a page is believed to have is for the extraction to say.
    assert status in (200, 422)
    assert listening.fetched == []


@pytest.mark.parametrize("token", ["", "word-00", "wörd", "word-0\n"])
def test_without_the_token_nothing_is_taken(listening: Listening, token: str) -> None:
    assert listening.clip(token=token)[0] == 403
    assert listening.browser.send("GET", "/", params={"token": token}).status_code == 403
    assert listening.fetched == []


@pytest.mark.parametrize(
    ("url", "origin", "status"),
    [
        (_URL, _OUTLET, 200),
        (_URL, "null", 200),
        (_URL, "", 403),
        (_URL, "https://other.example", 403),
        (_URL, "http://slate.example", 403),
        (_URL, "https://slate.example:8443", 403),
        (_URL, "https://slate.example.other.example", 403),
        ("https://SLATE.example:443/talks", _OUTLET, 200),
        ("https://slate.example:8443/talks", "https://slate.example:8443", 200),
        ("https://köln.example/talks", "https://xn--kln-sna.example", 200),
        ("", "", 403),
        ("javascript:alert(1)", "", 403),
    ],
)
def test_a_page_can_offer_itself_alone(
    listening: Listening, url: str, origin: str, status: int
) -> None:
    assert listening.clip(url=url, origin=origin)[0] == status


@pytest.mark.parametrize(
    "origin", ["", "null", _OUTLET, "http://127.0.0.1:8018", "https://127.0.0.1:8017"]
)
def test_only_the_page_that_shows_a_draft_can_have_it_written(
    listening: Listening, origin: str
) -> None:
    _, shown = listening.clip()
    assert listening.write(shown, origin)[0] == 403
    assert listening.drafts() == []
    assert listening.write(shown)[0] == 200


@pytest.mark.parametrize(
    "host", ["rebinding.example:8017", "127.0.0.1", "127.0.0.1:80", "localhost.example:8017", ""]
)
def test_a_name_that_leads_here_is_not_served(listening: Listening, host: str) -> None:
    headers = {"Host": host, "Origin": f"http://{host}"}
    form = {"token": listening.desk.token, "url": f"http://{host}/", "html": html().decode()}
    assert listening.post("/clip", form, headers)[0] == 421
    assert listening.post("/write", {"offer": "word-1"}, headers)[0] == 421
    query = {"token": listening.desk.token}
    assert listening.browser.send("GET", "/", params=query, headers=headers).status_code == 421


def test_localhost_is_this_machine(listening: Listening) -> None:
    _, shown = listening.clip()
    found = search(r'name=offer value="([^"]+)"', shown)
    assert found
    headers = {"Host": "localhost:8017", "Origin": "http://localhost:8017"}
    assert listening.post("/write", {"offer": found[1]}, headers)[0] == 200


@pytest.mark.parametrize("path", ["/clip", "/write"])
def test_nothing_is_done_by_a_link_or_by_another_kind_of_body(
    listening: Listening, path: str
) -> None:
    assert listening.browser.send("GET", path).status_code == 405
    for kind in ("text/plain", "application/json", "multipart/form-data; boundary=x"):
        headers = {"Content-Type": kind, "Origin": _OWN}
        answer = listening.browser.send("POST", path, content=b"token=word-0", headers=headers)
        assert answer.status_code == 415


@pytest.mark.parametrize("body", [b"\xff=1", b"&".join([b"a=1"] * 50)])
def test_a_form_that_is_none_is_refused(listening: Listening, body: bytes) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": _OWN}
    answer = listening.browser.send("POST", "/clip", content=body, headers=headers)
    assert answer.status_code == 400


def test_a_vast_form_is_not_read_to_its_end(listening: Listening) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": _OWN}
    vast = b"x" * 62_000_000
    assert listening.browser.send("POST", "/clip", content=vast, headers=headers).status_code == 413


def test_pages_run_load_and_frame_nothing(listening: Listening) -> None:
    answer = listening.browser.send("GET", "/", params={"token": listening.desk.token})
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in answer.headers
    found = search(r'class="bookmarklet" href="([^"]+)"', answer.text)
    assert found
    assert unescape(found[1]) == bookmarklet(_OWN, listening.desk.token)
