"""A file is taken apart into front matter and text, whatever wrote it."""

from __future__ import annotations

import pytest

from ssg.content.source import decode_source, split_source
from ssg.errors import SsgError
from ssg.model.document import SourceFile


def _split(text: str) -> tuple[str, int, str, int]:
    parts = split_source(SourceFile("posts/a.md", text))
    return parts.yaml, parts.yaml_line, parts.body, parts.body_line


def _complaint(text: str) -> tuple[str, int, int]:
    with pytest.raises(SsgError) as caught:
        _split(text)
    (found,) = caught.value.diagnostics
    assert found.location
    return found.message, found.location.line, found.location.column


@pytest.mark.parametrize(
    "data",
    [
        b"---\ntitle: T\n---\nText.\n",
        b"\xef\xbb\xbf---\ntitle: T\n---\nText.\n",
        b"---\r\ntitle: T\r\n---\r\nText.\r\n",
        b"\xef\xbb\xbf---\r\ntitle: T\r\n---\r\nText.\r\n",
        b"---\rtitle: T\r---\rText.\r",
    ],
)
def test_byte_order_mark_and_line_ends_do_not_count(data: bytes) -> None:
    assert decode_source("posts/a.md", data).text == "---\ntitle: T\n---\nText.\n"


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        ("title: Gespräch".encode("latin-1"), 1, 13),
        ("é😀\nzwei\nGespräch".encode() + b"\xff rest\nmore", 3, 9),
        (b"\xff\xfea\x00", 1, 1),
        (b"text\xe2\x82", 1, 5),
    ],
)
def test_byte_that_is_no_utf8_is_found(data: bytes, line: int, column: int) -> None:
    with pytest.raises(SsgError) as caught:
        decode_source("posts/a.md", data)
    (found,) = caught.value.diagnostics
    assert found.code == "content/not-utf8"
    assert found.location
    assert (found.location.line, found.location.column) == (line, column)


def test_front_matter_and_text_know_their_lines() -> None:
    assert _split("---\ntitle: T\ntags: []\n---\nText.\n") == (
        "title: T\ntags: []\n",
        2,
        "Text.\n",
        5,
    )


def test_blank_lines_before_front_matter_count_as_lines() -> None:
    assert _split("\n\n---\ntitle: T\n---\nText.\n") == ("title: T\n", 4, "Text.\n", 6)


def test_front_matter_may_end_with_dots_and_blanks() -> None:
    assert _split("--- \ntitle: T\n... \nText.\n") == ("title: T\n", 2, "Text.\n", 4)


def test_text_may_be_absent() -> None:
    assert _split("---\ntitle: T\n---") == ("title: T\n", 2, "", 3)
    assert _split("---\ntitle: T\n---\n")[2] == ""


def test_rule_in_the_text_ends_nothing() -> None:
    assert _split("---\ntitle: T\n---\nA\n\n---\n\nB\n")[2] == "A\n\n---\n\nB\n"


def test_indented_dashes_in_front_matter_end_nothing() -> None:
    yaml, _, body, _ = _split("---\nstandfirst: |\n  a\n  ---\n  b\n---\nText.\n")
    assert "---" in yaml
    assert body == "Text.\n"


@pytest.mark.parametrize("text", ["", "\n", "  \n\t\n"])
def test_empty_file_is_named_empty(text: str) -> None:
    assert _complaint(text)[0] == "the file is empty"


@pytest.mark.parametrize(
    "text", ["Text.\n", "title: T\n---\nText.\n", "+++\ntitle = 'T'\n+++\n", "---"]
)
def test_file_without_front_matter_is_told_so(text: str) -> None:
    assert _complaint(text)[0] == "the file has no front matter"


@pytest.mark.parametrize(
    ("text", "line"), [("---\ntitle: T\n", 1), ("\n\n---\ntitle: T\nText.\n", 3), ("---\n", 1)]
)
def test_front_matter_without_an_end_is_told_at_its_beginning(text: str, line: int) -> None:
    assert _complaint(text) == ("the front matter is not closed", line, 1)
