"""Addresses of one page have the same key, those of two pages don't."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssg.text.page_key import page_key, site_key, without_tracking

_PAGE = "https://example.org/news/2025/talks"


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/news/2025/talks",
        "https://www.example.org/news/2025/talks/",
        "HTTPS://WWW.Example.ORG:443/news/2025/talks",
        "http://example.org:80/news/2025/talks#comments",
        "https://m.example.org/news/2025/talks",
        "https://mobile.example.org/news/2025/talks",
        "https://amp.example.org/news/2025/talks",
        "https://www.m.example.org/news/2025/talks",
        "https://example.org./news/2025/talks",
        "https://example.org/news/2025/talks/amp",
        "https://example.org/news/2025/talks/amp/",
        "https://example.org/news/2025/talks.amp",
        "https://example.org/amp/news/2025/talks",
        "https://example.org/news/2025/talks?amp=1",
        "https://example.org/news/2025/talks?amp",
        "https://example.org/news/2025/talks?outputType=amp",
        "https://www.google.com/amp/s/www.example.org/news/2025/talks/amp/",
        "https://www.google.co.uk/amp/example.org/news/2025/talks",
        "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/news/2025/talks?amp=1",
        "https://cdn.ampproject.org/v/s/example.org/news/2025/talks",
        "https://example.org/news/2025/talks?utm_source=a&utm_medium=b&fbclid=x&gclid=y&mc_cid=z",
        "https://example.org/news/2025/talks?ref=front&CMP=share_btn_tw",
        "https://example.org/news/2025/%74alks",
        "https://example.org/news/2025/talks/index.html",
        " https://example.org/news/2025/talks?",
    ],
)
def test_forms_of_one_address_share_a_key(url: str) -> None:
    assert page_key(url) == page_key(_PAGE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_PAGE, "https://example.org/news/2025/Talks"),
        (_PAGE, "https://example.com/news/2025/talks"),
        (_PAGE, "https://blog.example.org/news/2025/talks"),
        (_PAGE, "https://example.org:8443/news/2025/talks"),
        (_PAGE, _PAGE + "?page=2"),
        (_PAGE, _PAGE + "#!/two"),
        (_PAGE, _PAGE + "/amplified"),
        ("https://example.org/?p=1", "https://example.org/?p=2"),
        ("https://example.org/?tag=a&tag=b", "https://example.org/?tag=b&tag=a"),
        ("https://example.org/a%2Fb", "https://example.org/a/b"),
        ("https://amp.dev/", "https://m.dev/"),
        ("https://example.org/story.html", "https://example.org/story"),
    ],
)
def test_two_pages_have_two_keys(one: str, other: str) -> None:
    assert page_key(one) != page_key(other)


def test_the_order_of_parameters_counts_for_those_of_one_name_alone() -> None:
    first = page_key("https://example.org/?b=2&a=1&b=1")
    assert first == page_key("https://example.org/?b=2&b=1&a=1&utm_campaign=x")
    assert first != page_key("https://example.org/?a=1&b=1&b=2")


def test_letters_beyond_ascii_are_spelt_in_one_way() -> None:
    assert page_key("https://example.org/köln") == page_key("https://example.org/k%c3%b6ln")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "talks",
        "javascript:alert(1)",
        "mailto:a@example.org",
        "https://",
        "http://[x",
        "http://a:b",
    ],
)
def test_what_is_no_address_has_no_key(url: str) -> None:
    assert page_key(url) == ""


def test_a_host_is_that_of_its_outlet() -> None:
    assert site_key("www.Slate.com") == site_key("amp.slate.com") == "slate.com"


def test_tracking_is_taken_out_and_nothing_else() -> None:
    url = "https://example.org/a?b=%20c&utm_source=x&d&fbclid=1#part?utm_source=x"
    assert without_tracking(url) == "https://example.org/a?b=%20c&d#part?utm_source=x"
    assert without_tracking("https://example.org/a?utm_source=x") == "https://example.org/a"
    assert without_tracking("https://example.org/a?&b=1") == "https://example.org/a?&b=1"


@given(st.text(max_size=60))
def test_any_text_has_a_key_that_is_stable(text: str) -> None:
    key = page_key(f"https://example.org/{text}")
    assert key == page_key(f"http://www.example.org:80/{text}")
    page_key(text)
    without_tracking(text)
