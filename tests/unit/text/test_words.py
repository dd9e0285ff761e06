"""Counting words."""

from __future__ import annotations

import pytest

from ssg.text.words import count_words, counted, reading_minutes


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("One two three", 3),
        ("It's a well-known 13.8 percent", 5),
        ("— … !", 0),
        ("snake_case, e.g. 1,000.5 – it’s ok.", 5),
        ("Київ і Москва", 3),
        ("平和交渉", 2),
        ("平和 talks", 2),
    ],
)
def test_words_are_counted(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (230, 1), (460, 2), (1000, 4)])
def test_reading_takes_at_least_a_minute(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 errors"), (1, "1 error"), (2, "2 errors"), (1234, "1,234 errors")]
)
def test_number_agrees_with_its_noun(number: int, said: str) -> None:
    assert counted(number, "error") == said
