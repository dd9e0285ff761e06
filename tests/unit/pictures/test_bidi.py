"""Texts that run from right to left."""

from __future__ import annotations

import pytest

from ssg.pictures.bidi import direction_of, in_visual_order, levels_of, reversed_letters
from ssg.pictures.typesetting import Type, runs_of
from tests.unit.pictures.design import design


@pytest.mark.parametrize(
    ("text", "direction"),
    [("Talks", "ltr"), ("שלום", "rtl"), ("1 שלום BBC", "rtl"), ("BBC שלום", "ltr"), ("…", "rtl")],
)
def test_first_letter_says_the_direction(text: str, direction: str) -> None:
    assert direction_of(text, "rtl") == direction


def test_numbers_and_foreign_words_run_their_own_way() -> None:
    assert levels_of("אב 12 BBC", "rtl") == (1, 1, 1, 2, 2, 1, 2, 2, 2)
    assert levels_of("BBC אב.", "ltr") == (0, 0, 0, 0, 1, 1, 0)


def test_joiners_take_the_level_of_the_letter_before() -> None:
    assert levels_of("א\u200dב\u00adג", "rtl") == (1, 1, 1, 1, 1)


def test_runs_are_drawn_from_left_to_right() -> None:
    kind = Type(design().headline, 40, 600, "rtl")
    shown = [run.text for run in in_visual_order(runs_of("אב BBC גד", kind))]
    assert [part.strip() for part in shown if part.strip()] == ["גד", "BBC", "אב"]


def test_letters_are_turned_round_with_their_marks() -> None:
    assert reversed_letters("(אָב)") == "(באָ)"
