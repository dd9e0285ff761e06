"""Shortcodes that are wrong are explained where they stand."""

from __future__ import annotations

import pytest

from ssg.model.body import Link, ShortcodeCall
from tests.unit.content.reading import body, complaints


def _place(text: str) -> tuple[str, int, int]:
    shown = complaints(f"---\ntitle: T\n---\n{text}\n").split("\n")
    path, line, column = shown[1].strip().rsplit(":", 2)
    assert path == "content/posts/2025-12-22-talks.md"
    return shown[0].partition(": ")[2], int(line), int(column)


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ("{% figur %}", 'unknown shortcode "figur"', 4, 1),
        ("A\n\ntext {% figur %}", 'unknown shortcode "figur"', 6, 6),
        ("`{% figur %}`\n\n{% figur %}", 'unknown shortcode "figur"', 6, 1),
        ("- a\n- b\n\n  {% figur %}", 'unknown shortcode "figur"', 7, 3),
        ("| a |\n|---|\n| {% figur %} |", 'unknown shortcode "figur"', 6, 3),
        ("> 😀 {% figur %}", 'unknown shortcode "figur"', 4, 5),
        ("a[^1]\n\n[^1]: See {% figur %}", 'unknown shortcode "figur"', 6, 11),
        ("{% note %}\n{% figur %}\n{% endnote %}", 'unknown shortcode "figur"', 5, 1),
        ("{% figure %}", 'the shortcode "figure" lacks "src"', 4, 1),
        ("{% figure a.png %}", 'the shortcode "figure" lacks "alt"', 4, 1),
        ("{% figure a b c d %}", 'the shortcode "figure" takes fewer arguments', 4, 1),
        ('{% figure titel="x" %}', 'the shortcode "figure" has no argument "titel"', 4, 1),
        ('{% figure a src="b" %}', 'the shortcode "figure" has "src" twice', 4, 1),
        ("{% figure “a” %}", '"figure": cannot read “a”', 4, 1),
        ("{% figure = %}", '"figure": cannot read =', 4, 1),
        ("{% note %}\ntext", 'the shortcode "note" has no end', 4, 1),
        ("a {% note %} text", 'the shortcode "note" has no end', 4, 3),
        ("{% endnote %}", '"endnote" ends a shortcode that never began', 4, 1),
        ("a {% endnote %}", '"endnote" ends a shortcode that never began', 4, 3),
        ('a {% figure "x', "a shortcode is not closed", 4, 3),
        ("a {% 50 percent %}", "a shortcode is not closed", 4, 3),
        ("{% 50 percent %}", "a shortcode is not closed", 4, 1),
    ],
)
def test_wrong_shortcode_is_told_where_it_stands(
    text: str, message: str, line: int, column: int
) -> None:
    assert _place(text) == (message, line, column)


def test_shortcode_in_front_matter_is_told_at_its_key() -> None:
    shown = complaints("---\ntitle: T\nstandfirst: See {% figur %}\n---\n").split("\n")
    assert shown[1] == "  content/posts/2025-12-22-talks.md:3:13"


def test_unknown_shortcode_with_an_end_is_told_once() -> None:
    assert complaints("---\ntitle: T\n---\n{% box %}\na\n{% endbox %}\n").count("error[") == 1


def test_every_wrong_shortcode_is_told() -> None:
    found = complaints("---\ntitle: T\n---\n{% a1 %}\n\n{% b1 %} {% c1 %}\n")
    assert found.count("error[shortcode/unknown]") == 3


def test_arguments_know_their_kind() -> None:
    (call,) = (
        part
        for part in body('{% figure "a.png" alt="A \\"b\\"" caption=c %}').body.parts
        if isinstance(part, ShortcodeCall)
    )
    source = call.arguments["src"]
    assert isinstance(source, Link)
    assert source.target == "a.png"
    assert call.arguments["alt"] == 'A "b"'
    assert call.arguments["caption"] == "c"
    assert not call.body
