"""Pages are read in their own letters, and no trick of theirs works."""

from __future__ import annotations

import time

import pytest

from ssg.extract.tree import (
    MOST_BYTES,
    UnreadablePageError,
    absolute,
    base_of,
    decode_page,
    read_tree,
)


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("﻿ä".encode(), "iso-8859-1", "ä"),  # a byte order mark is always right
        ("﻿ä".encode("utf-16-le"), "", "ä"),
        ("﻿ä".encode("utf-16-be"), "utf-8", "ä"),
        ("<p>schön".encode(), "iso-8859-1", "<p>schön"),  # UTF-8 is never that by chance
        ("<p>schön".encode("cp1252"), "utf-8", "<p>schön"),
        ("<p>schön “”".encode("cp1252"), "iso-8859-1", "<p>schön “”"),
        ("<meta charset='windows-1255'>שלום".encode("cp1255"), "iso-8859-1", "שלום"),
        ("<html lang=he><p>שלום".encode("cp1255"), "", "שלום"),
        ("<html lang='ru-RU'><p>вода".encode("cp1251"), "", "вода"),
        ("<p>вода".encode("koi8-r"), "koi8-r", "вода"),
        ("<meta charset=gb2312>水的价格".encode("gbk"), "", "水的价格"),
        ("<meta charset=shift_jis>水の値段".encode("cp932"), "", "水の値段"),
        ("<title>Water</title>plain".encode("utf-16-le"), "", "<title>Water</title>plain"),
        (b"<p>" + "é".encode() * 20 + b"\xff", "utf-8", "é" * 20),  # one byte is broken
    ],
)
def test_a_page_is_read_in_its_own_letters(data: bytes, charset: str, text: str) -> None:
    assert text in decode_page(data, charset)


@pytest.mark.parametrize(
    "label", ["rot13", "zip", "unicode_escape", "idna", "utf-7", "\x00", "x" * 99]
)
def test_what_is_no_charset_of_pages_is_passed_over(label: str) -> None:
    assert decode_page("<p>schön+AGE-\\u0041".encode("cp1252"), label) == "<p>schön+AGE-\\u0041"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n",
        b"<!-- nothing -->",
        b"%PDF-1.7 x",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"\x89PNG\r\n",
    ],
)
def test_what_is_no_page_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadablePageError):
        read_tree(data)


def test_a_page_too_large_is_refused() -> None:
    with pytest.raises(UnreadablePageError, match="20 MB"):
        read_tree(b"<p>" + b"x" * MOST_BYTES)


def test_entities_of_xml_mean_nothing() -> None:
    bomb = b"""<?xml version="1.0"?>
        <!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">
        <!ENTITY file SYSTEM "file:///etc/passwd">]>
        <html><body><p>&b;&b; &file; end</p></body></html>"""
    text = "".join(read_tree(bomb).itertext())
    assert "aaaaaaaaaa&a" not in text
    assert "aaaaaaaaaaaaaa" not in text
    assert "root:" not in text
    assert "end" in text


def test_nesting_without_end_is_cut_off() -> None:
    start = time.process_time()
    tree = read_tree(b"<div>" * 200_000 + b"x")
    assert sum(1 for _ in tree.iter()) < 3_000
    assert time.process_time() - start < 5


def test_links_are_those_of_the_web_alone() -> None:
    assert absolute("https://a.example/b/c", "../d?e#f") == "https://a.example/d?e#f"
    assert absolute("https://a.example/", "//b.example/x") == "https://b.example/x"
    for link in ("javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "file:///x"):
        assert absolute("https://a.example/", link) == ""
    assert absolute("", "/relative") == ""
    assert absolute("https://a.example/", "http://[broken") == ""


def test_a_page_may_name_the_base_of_its_links() -> None:
    url = "https://a.example/b"
    assert base_of(read_tree(b'<base href="/deep/"><p>x'), url) == "https://a.example/deep/"
    assert base_of(read_tree(b'<base href="javascript:1"><p>x'), url) == url
