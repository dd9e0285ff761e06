"""The static host."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.static_server import serve_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Build a small site, with a file beside it that must stay private."""
    folder = tmp_path / "site"
    (folder / "a b").mkdir(parents=True)
    (folder / "index.html").write_text("front")
    (folder / "a b/index.html").write_text("inner")
    (folder / "404.html").write_text("not here")
    (folder / "feed.xml").write_text("<feed/>")
    (folder / "index.pf_index").write_text("shard")
    (folder / "empty").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    return folder


@pytest.fixture(params=["", "/blog"])
def url(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Serve the site at the root, and under a base path."""
    with serve_folder(folder, request.param) as url:
        yield url


def ask(url: str, path: str, method: str = "GET") -> tuple[int, str, str, str]:
    """Return status, media type, location and body of an answer."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=5)
    try:
        connection.request(method, parts.path + path)
        answer = connection.getresponse()
        kind, location = (answer.getheader(name, "") for name in ("Content-Type", "Location"))
        return answer.status, kind, location, answer.read().decode()
    finally:
        connection.close()


def test_a_folder_answers_with_its_index(url: str) -> None:
    assert ask(url, "/") == (200, "text/html; charset=utf-8", "", "front")
    assert ask(url, "/a%20b/?x=1") == (200, "text/html; charset=utf-8", "", "inner")
    assert ask(url, "/index.html")[0] == 200


def test_a_folder_without_its_slash_redirects(url: str) -> None:
    base = urlsplit(url).path
    assert ask(url, "/a%20b")[::2] == (301, f"{base}/a%20b/")
    assert ask(url, "/a%20b", "HEAD")[0] == 301


def test_files_have_their_media_type(url: str) -> None:
    assert ask(url, "/feed.xml")[1] == "application/xml"
    assert ask(url, "/index.pf_index")[1] == "application/octet-stream"


@pytest.mark.parametrize(
    "path", ["/gone", "/gone/", "/empty/", "/feed.xml/", "/../secret.txt", "/%2e%2e/secret.txt"]
)
def test_an_unknown_path_answers_with_the_404_page(url: str, path: str) -> None:
    assert ask(url, path) == (404, "text/html; charset=utf-8", "", "not here")


def test_head_has_no_body(url: str) -> None:
    assert ask(url, "/", "HEAD") == (200, "text/html; charset=utf-8", "", "")


def test_nothing_is_served_outside_the_base_path(folder: Path) -> None:
    with serve_folder(folder, "/blog/") as url:
        assert url.endswith("/blog")
        root = url.removesuffix("/blog")
        assert ask(root, "/")[0] == 404
        assert ask(root, "/blogroll/")[0] == 404
        assert ask(root, "/blog")[::2] == (301, "/blog/")


def test_a_site_without_a_404_page(folder: Path) -> None:
    (folder / "404.html").unlink()
    with serve_folder(folder) as url:
        assert ask(url, "/gone")[0] == 404
