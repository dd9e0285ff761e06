"""Summaries end where a reader would end them."""

from __future__ import annotations

import pytest

from ssg.text.summary import summarise


def test_short_text_stays_whole() -> None:
    assert summarise("Talks  in\n Florida.") == "Talks in Florida."


def test_long_text_ends_after_a_sentence() -> None:
    text = "One sentence of some length. Another one, as long. A third that is cut."
    assert summarise(text, 60) == "One sentence of some length. Another one, as long."


def test_text_without_an_end_in_reach_is_cut_after_a_word() -> None:
    text = "No. " + "word, " * 30
    assert summarise(text, 40) == "No. word, word, word, word, word, word…"


def test_script_without_blanks_is_cut_between_two_letters() -> None:
    assert summarise("北" * 50, 20) == "北" * 19 + "…"


@pytest.mark.parametrize(
    "opening",
    [
        "Gen. Keith Kellogg resigned",
        "The U.S. analysis names six sources",
        "J. Kushner and J. Gruenbaum came along",
        "Mr. Putin spoke for four hours on Dec. 19 in Moscow",
    ],
)
def test_abbreviation_ends_no_sentence(opening: str) -> None:
    text = f"{opening}. {'And so it went on and on. ' * 10}"
    assert summarise(text, len(opening) + 5) == f"{opening}."


@pytest.mark.parametrize("end", ["?", "!", "…", '."', ".”", ".)", "。"])
def test_sentence_ends_with_its_closing_marks(end: str) -> None:
    text = f"Was there a result of it{end} {'Nobody says so in public at all ' * 9}"
    assert summarise(text, 40) == f"Was there a result of it{end}"


def test_full_stop_within_a_word_ends_no_sentence() -> None:
    text = "The site example.org says 13.8 percent of exports fell in the year"
    assert summarise(text, 40) == "The site example.org says 13.8 percent…"


def test_cut_leaves_no_comma_before_the_ellipsis() -> None:
    assert summarise("first, second, third, fourth", 16) == "first, second…"
