"""A page comes whole and in its letters, or it is said why not."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from ssg.curate.fetch import Fetcher, Limits
from ssg.curate.page import Page, fetch_page, read_page, read_stream
from ssg.errors import SsgError
from ssg.extract.tree import MOST_BYTES
from tests.unit.curate.pages import html
from tests.unit.curate.servers import page, says, serving


def _fetch(data: bytes, private: bool = True, tls: bool = False) -> Page:
    fetcher = Fetcher("test", time.monotonic, Limits(), private)
    with serving(says(data), tls) as url, fetcher:
        return fetch_page(fetcher, f"{url}/talks")


def _complaint(data: bytes, private: bool = True, tls: bool = False) -> str:
    with pytest.raises(SsgError) as caught:
        _fetch(data, private, tls)
    return str(caught.value)


def test_a_page_is_read_in_the_charset_of_its_server() -> None:
    body = html("Košice").decode().replace("utf-8", "").encode("cp1250")
    found = _fetch(page(body, 'text/html; charset="windows-1250"'))
    assert found.url.endswith("/talks")
    assert found.charset == "windows-1250"
    assert found.clipping().metadata.title == "Košice"


@pytest.mark.parametrize("kind", ["text/html", "application/xhtml+xml", "", "TEXT/HTML;charset=x"])
def test_html_is_taken(kind: str) -> None:
    assert _fetch(page(html(), kind)).clipping().metadata.title


@pytest.mark.parametrize(
    "kind", ["application/pdf", "image/svg+xml", "application/json", "text/plain", "video/\x1b[31m"]
)
def test_other_types_are_refused(kind: str) -> None:
    text = _complaint(page(html(), kind))
    assert "error[clip/not-a-page]" in text or "error[clip/unreachable]" in text
    assert "\x1b" not in text


@pytest.mark.parametrize("body", [b"%PDF-1.7", b"\x89PNG\r\n", b"PK\x03\x04", b"", b" \n"])
def test_other_files_that_say_they_are_html_are_refused(body: bytes) -> None:
    with pytest.raises(SsgError, match="clip/not-a-page"):
        _fetch(page(body)).clipping()


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "503 Busy", "204 Nothing"])
def test_answers_without_a_page_are_said(status: str) -> None:
    text = _complaint(page(b"", status=status))
    assert f"the server answers {status[:3]}" in text
    assert "hint: " in text


def test_failures_to_fetch_have_a_code_and_a_way_out() -> None:
    text = _complaint(b"", private=False)
    assert "error[clip/forbidden-address]" in text
    assert "hint: give an address of the web, or add --allow-private" in text
    assert "its certificate does not hold" in _complaint(page(b"x"), tls=True)


def test_a_saved_page_is_read(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(html())
    assert read_page(file, "https://a.example/") == Page(html(), "https://a.example/")
    with pytest.raises(SsgError, match="files/unreadable"):
        read_page(tmp_path / "nowhere.html", "")


def test_what_is_too_large_is_not_read_to_its_end() -> None:
    stream = io.BytesIO(bytes(MOST_BYTES + 5000))
    with pytest.raises(SsgError, match="the page has more than 20 MB"):
        read_stream(stream, "")
    assert stream.tell() == MOST_BYTES + 1
