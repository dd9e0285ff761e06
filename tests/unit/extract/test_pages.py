"""What is looked at in a page."""

from __future__ import annotations

import time

import pytest

from ssg.extract.pages import is_html, page_title


@pytest.mark.parametrize(
    ("body", "kind", "title"),
    [
        (b"<title>A &amp; B\n C</title>", "text/html", "A & B C"),
        (b"<TITLE data-x=1>A</TITLE>", "text/html", "A"),
        ("<title>Größe</title>".encode("latin-1"), "text/html; charset=iso-8859-1", "Größe"),
        ("<title>Größe</title>".encode(), "text/html", "Größe"),
        ("<meta charset=windows-1251><title>Нет</title>".encode("cp1251"), "text/html", "Нет"),
        (b"<title>A</title>", "text/html; charset=no-such", "A"),
        (b"<title>A</title>", "text/html; charset=zlib", "A"),
        (b"<title>A</title>", "text/html; charset=ü", "A"),
        (b"<title>A", "text/html", ""),
        (b"<titles>A</titles>", "text/html", ""),
        (b"", "text/html", ""),
    ],
)
def test_the_title_is_what_the_page_says(body: bytes, kind: str, title: str) -> None:
    assert page_title(body, kind) == title


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<title>" * 40_000, "text/html"),
        (b"<title " * 40_000, "text/html"),
        (b"<title>" + b"a-" * 140_000 + b"</title>", "text/html; charset=punycode"),
    ],
)
def test_no_page_takes_long(body: bytes, kind: str) -> None:
    began = time.process_time()
    page_title(body, kind)
    assert time.process_time() - began < 2


@pytest.mark.parametrize("kind", ["text/html", "Text/HTML; charset=utf-8", ""])
def test_a_page_is_html_or_does_not_say(kind: str) -> None:
    assert is_html(kind)
    assert not is_html("application/pdf")
