"""Paths and URLs."""

from __future__ import annotations

import pytest

from ssg.text.urls import (
    BaseUrl,
    encode_path,
    host_of,
    is_external,
    is_web_url,
    join,
    relative_to,
    split_target,
)


@pytest.mark.parametrize(
    "target", ["https://x.org/", "mailto:a@x.org", "//x.org/a", "tel:+1", "data:,"]
)
def test_link_with_scheme_or_host_leaves_the_site(target: str) -> None:
    assert is_external(target)


@pytest.mark.parametrize("target", ["/about/", "talks.md", "../a.md#b", "#part", "?q=a:b", ""])
def test_other_links_stay_within_the_site(target: str) -> None:
    assert not is_external(target)


@pytest.mark.parametrize(
    "text",
    ["https://example.org", "http://localhost:8000/a", "https://user@x.org/?a#b", "http://[::1]/"],
)
def test_full_address_is_one(text: str) -> None:
    assert is_web_url(text)


@pytest.mark.parametrize(
    "text",
    [
        *("example.org", "ftp://example.org", "https://", "https:///a", "https://a b", "HTTPS//x"),
        *("http://[", "https://x.org:port/", "https://x.org:99999/", "javascript:alert(1)", ""),
    ],
)
def test_what_is_no_full_address_is_none(text: str) -> None:
    assert not is_web_url(text)


@pytest.mark.parametrize(
    ("target", "parts"),
    [
        ("/a/", ("/a/", "")),
        ("/a/#b?c", ("/a/", "#b?c")),
        ("a.md?b#c", ("a.md", "?b#c")),
        ("#b", ("", "#b")),
    ],
)
def test_target_is_split_before_its_query_or_fragment(target: str, parts: tuple[str, str]) -> None:
    assert split_target(target) == parts


@pytest.mark.parametrize(
    ("path", "encoded"),
    [
        ("/about/", "/about/"),
        ("/київ/", "/%D0%BA%D0%B8%D1%97%D0%B2/"),
        ("/a b.pdf", "/a%20b.pdf"),
        ("/it's", "/it%27s"),
        ("/50%", "/50%25"),
        ('/"<>', "/%22%3C%3E"),
        ("/a(b),c;d=e&f", "/a(b),c;d=e&f"),
    ],
)
def test_path_is_encoded_for_a_url(path: str, encoded: str) -> None:
    assert encode_path(path) == encoded


@pytest.mark.parametrize(
    ("base", "relative", "path"),
    [
        ("posts", "talks.md", "posts/talks.md"),
        ("posts/2025", "../../about.md", "about.md"),
        ("posts", "./a/../b.md", "posts/b.md"),
        ("", "about.md", "about.md"),
        ("posts", "../../x.md", "../x.md"),
    ],
)
def test_relative_path_is_joined(base: str, relative: str, path: str) -> None:
    assert join(base, relative) == path


@pytest.mark.parametrize(
    ("base", "path", "written"),
    [
        ("posts", "posts/talks.md", "talks.md"),
        ("posts/2025", "about.md", "../../about.md"),
        ("", "posts/talks.md", "posts/talks.md"),
    ],
)
def test_path_is_written_as_a_folder_sees_it(base: str, path: str, written: str) -> None:
    assert relative_to(base, path) == written


def test_links_begin_with_the_base_path() -> None:
    base = BaseUrl("https://example.org/blog/")
    assert base.link("/about/") == "/blog/about/"
    assert base.link("/") == "/blog/"
    assert base.link("/київ/?q=а#б") == "/blog/%D0%BA%D0%B8%D1%97%D0%B2/?q=а#б"
    assert base.absolute("/about/") == "https://example.org/blog/about/"


def test_links_of_a_site_at_the_root_begin_with_a_slash() -> None:
    assert BaseUrl("https://example.org/").link("/about/") == "/about/"


@pytest.mark.parametrize("path", ["https://x.org/a", "//x.org/a", "#part", "mailto:a@x.org"])
def test_links_that_leave_the_site_stay_as_they_are(path: str) -> None:
    base = BaseUrl("https://example.org/blog/")
    assert base.link(path) == path
    assert base.absolute(path) == path


@pytest.mark.parametrize(
    ("url", "host"),
    [("https://www.reuters.com/world/", "reuters.com"), ("http://NPR.org", "npr.org"), ("/a/", "")],
)
def test_host_is_named_as_people_say_it(url: str, host: str) -> None:
    assert host_of(url) == host
