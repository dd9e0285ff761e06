"""YAML keeps its places, and its mistakes are put in the words of an editor."""

from __future__ import annotations

import pytest

from ssg.errors import Location, SsgError
from ssg.schema.tree import Source, compose


def _complaint(text: str) -> tuple[str, Location]:
    with pytest.raises(SsgError) as caught:
        compose(text, Source("site.yaml", text), "site/invalid-yaml")
    (found,) = caught.value.diagnostics
    assert found.location
    assert found.code == "site/invalid-yaml"
    return found.message, found.location


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ('a: 1\nb: "x\nc: 2\n', "a quotation mark is not closed", 2, 4),
        ("a: 1\nb: 'x\n", "a quotation mark is not closed", 2, 4),
        ("a:\n\tb: 1\n", "a tab cannot stand here", 2, 1),
        ("a:\n  b: 1\n\tc: 2\n", "a tab cannot stand here", 3, 1),
        ("a: b: c\n", 'a ":" cannot stand here', 1, 5),
        ("a: 1\n b: 2\n", 'a ":" cannot stand here', 2, 3),
        ("a: [1, 2\nb: 3\n", "a bracket is not closed", 1, 4),
        ("{a: b\n", "a bracket is not closed", 1, 1),
        ('a: "x" y\n', "the value ends before this", 1, 8),
        ("a: [x] y\n", "the value ends before this", 1, 8),
        ("a:\n    b: 1\n  c: 2\n", "expected a key", 3, 3),
        ("a: 1\nsome words\nb: 2\n", "a line without a key", 2, 1),
        ("a: - b\n", "a list cannot begin here", 1, 4),
        ("a: @x\n", 'a value cannot begin with "@"', 1, 4),
        ("a: %x\n", 'a value cannot begin with "%"', 1, 4),
        ("a: `x`\n", 'a value cannot begin with "`"', 1, 4),
        ("a: *x\n", 'a value cannot begin with "*"', 1, 4),
        ('a: "\\q"\n', "a backslash that means nothing", 1, 5),
        ("a: é😀 b\x07c\n", "the character U+0007 must not stand here", 1, 8),
        ("a: 1\nb: \x00\n", "the character U+0000 must not stand here", 2, 4),
    ],
)
def test_mistake_is_told_where_it_stands(text: str, message: str, line: int, column: int) -> None:
    said, where = _complaint(text)
    assert (said, where.line, where.column) == (message, line, column)
    assert where.excerpt == text.split("\n")[line - 1]


def test_anchor_used_again_is_refused() -> None:
    said, _ = _complaint("a: &x [1]\nb: [*x, *x]\n")
    assert said == "an anchor (&) is used again (*)"


@pytest.mark.parametrize(
    "text",
    ["[" * 200 + "]" * 200, "[" * 100_000, "{a: " * 200 + "1" + "}" * 200, "- " * 101 + "a"],
)
def test_depth_without_end_is_refused(text: str) -> None:
    said, _ = _complaint(text)
    assert said == "more than 100 levels within each other"


def test_depth_of_many_keys_side_by_side_is_none() -> None:
    text = "".join(f"key{number}: [a, {{b: c}}]\n" for number in range(500))
    assert compose(text, Source("site.yaml", text), "site/invalid-yaml") is not None


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_empty_text_has_no_tree(text: str) -> None:
    assert compose(text, Source("site.yaml", text), "site/invalid-yaml") is None


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_line_end_of_yaml_alone_does_not_count(sign: str) -> None:
    text = f'a: "one{sign}two"\nb: [x\n'
    _, where = _complaint(text)
    assert (where.line, where.column) == (2, 4)


def test_place_within_a_file_counts_from_its_first_line() -> None:
    source = Source("content/a.md", "title: T\n", first_line=2)
    where = source.at(0, 7, 1)
    assert (where.line, where.column, where.excerpt) == (2, 8, "title: T")
