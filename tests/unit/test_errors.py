"""A complaint shows what was found, where, and the way out."""

from __future__ import annotations

import pytest

from ssg.errors import Diagnostic, Location, SsgError, format_diagnostic, place


def _shown(location: Location | None, hint: str = "", notes: tuple[str, ...] = ()) -> list[str]:
    one = Diagnostic("error", "room/kind", "something is wrong", location, hint, notes)
    first, *rest = format_diagnostic(one).split("\n")
    assert first == "error[room/kind]: something is wrong"
    return rest


def test_place_line_notes_and_hint_follow_the_message() -> None:
    location = Location("content/a.md", 12, 3, "ab cd ef", 2)
    assert _shown(location, "mend it", ("one", "two")) == [
        "  content/a.md:12:3",
        "  12 | ab cd ef",
        "     |   ^^",
        "  note: one",
        "  note: two",
        "  hint: mend it",
    ]


def test_what_is_not_known_is_left_out() -> None:
    assert _shown(None) == []
    assert _shown(Location("content/a.md")) == ["  content/a.md"]
    assert _shown(Location("a.md", 3, 0, "text")) == ["  a.md:3", "  3 | text"]
    assert _shown(Location("a.md", 3, 2)) == ["  a.md:3:2"]


@pytest.mark.parametrize(
    ("before", "cells"),
    [
        ("abc ", 4),
        ("\t\t", 2),
        ("é", 1),
        ("e\u0301", 1),
        ("😀 ", 3),
        ("🕊\ufe0f ", 3),
        ("平和 ", 5),
        ("שלום ", 5),
        ("a\u200db", 2),
        ("🇺🇦", 2),
    ],
)
def test_mark_stands_under_the_place_whatever_comes_before(before: str, cells: int) -> None:
    location = Location("a.md", 1, len(before) + 1, f"{before}HERE and more", 4)
    _, line, mark = _shown(location)
    assert line == f"  1 | {before}HERE and more".replace("\t", " ")
    assert mark == f"    | {' ' * cells}^^^^"


def test_wide_letters_are_marked_in_full() -> None:
    _, _, mark = _shown(Location("a.md", 1, 3, "a 平和 b", 2))
    assert mark == "    |   ^^^^"


def test_mark_ends_with_the_line() -> None:
    _, _, mark = _shown(Location("a.md", 1, 3, "abcd", 99))
    assert mark == "    |   ^^"


def test_mark_stands_behind_a_line_that_ends_too_early() -> None:
    _, _, mark = _shown(Location("a.md", 1, 5, "abcd"))
    assert mark == "    |     ^"


def test_long_line_is_shown_around_the_place() -> None:
    text = "x" * 5_000_000 + "HERE" + "y" * 100
    _, line, mark = _shown(Location("a.md", 1, 5_000_001, text, 4))
    assert line == "  1 | " + "x" * 50 + "HERE" + "y" * 46
    assert mark == "    | " + " " * 50 + "^^^^"


def test_control_characters_do_not_reach_the_terminal() -> None:
    shown = "\n".join(_shown(Location("a.md", 1, 4, "a\x1b[31m\x07\x00b", 1)))
    assert not set("\x1b\x07\x00") & set(shown)


def test_place_of_a_character_is_its_line_and_column() -> None:
    text = "one\ntwo three\r\nfour"
    found = place(text, "a.md", text.index("three"), 5)
    assert (found.line, found.column, found.excerpt, found.length) == (2, 5, "two three", 5)


def test_exception_reads_as_its_complaints() -> None:
    found = SsgError([Diagnostic("error", "a/b", "one"), Diagnostic("warning", "c/d", "two")])
    assert str(found) == "error[a/b]: one\nwarning[c/d]: two"
