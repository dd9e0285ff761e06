"""Runs of words."""

from __future__ import annotations

from ssg.text.runs import longest_of, runs_of, says, sentences_of, words_of


def test_case_and_punctuation_make_no_other_words() -> None:
    assert words_of("“He didn’t – SAY so!”") == words_of("he didn't say so")


def test_slug_and_address_are_one_word_and_say_nothing() -> None:
    assert words_of("see 2025/12/the-minister-took-it now") == [
        *("see", "2025/12/the-minister-took-it", "now"),
    ]


def test_runs_are_all_words_in_a_row() -> None:
    assert list(runs_of(["a", "b", "c"], 2)) == [("a", "b"), ("b", "c")]
    assert list(runs_of(["a"], 2)) == []


def test_sentences_end_at_stops_and_lines() -> None:
    found = sentences_of("He left. “Why?” she asked\nNobody knew")
    assert list(found) == [("he", "left"), ("why",), ("she", "asked"), ("nobody", "knew")]


def test_run_stands_among_words_whole() -> None:
    assert says(["on", "the", "day"], ("the", "day"))
    assert not says(["on", "the", "days"], ("the", "day"))


def test_longest_is_made_of_runs_that_follow_one_another() -> None:
    words = list("abcdxabc")
    shared = set(runs_of(list("abcd"), 2))
    assert longest_of(words, shared, 2) == 4
    assert longest_of(["x", "y"], shared, 2) == 0
