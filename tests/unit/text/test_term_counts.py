"""Terms are counted, weighed by where they stand, and found again as they are spelt."""

from __future__ import annotations

import time

import numpy as np
import pytest

from ssg.text.digest import term_id
from ssg.text.term_counts import (
    LEAD_WORDS,
    TITLE_WEIGHT,
    Spellings,
    TermCounts,
    count_terms,
)
from ssg.text.terms import term_of


def _counted(counted: TermCounts) -> dict[int, float]:
    return dict(zip(counted.ids.tolist(), counted.counts.tolist(), strict=True))


def _id(word: str) -> int:
    return term_id(term_of(word, "en"))


def test_words_of_the_title_and_the_lead_count_for_more() -> None:
    filler = " ".join(f"filler{number}" for number in range(LEAD_WORDS))
    counts = _counted(count_terms("Envoy", f"ceasefire {filler} tribunal", "en"))

    assert counts[_id("envoy")] == TITLE_WEIGHT
    assert counts[_id("ceasefire")] == 2
    assert counts[_id("tribunal")] == 1


def test_terms_are_in_order_and_each_is_there_once() -> None:
    counted = count_terms("Talks on talks", "The talks, and the envoy’s talks. Talks!", "en")

    assert np.all(np.diff(counted.ids.astype(object)) > 0)
    assert len(counted.ids) == len(counted.counts) == len(counted.factors) == len(counted.places)


def test_capitals_within_a_sentence_are_names_and_those_at_its_start_are_not() -> None:
    counted = count_terms("x", "Delegates met Lavrov. Diplomats left. “Nobody,” said one.", "en")

    assert counted.names.tolist() == [_id("lavrov")]


def test_headlines_in_capitals_make_no_names() -> None:
    assert _id("talks") not in count_terms("Peace Talks Fail", "They met Lavrov.", "en").names
    # Without any in the text, those of the headline have to do.
    assert _id("lavrov") in count_terms("Talks with Lavrov", "nothing here", "en").names


def test_pairs_are_neighbours_within_a_sentence() -> None:
    def pairs(title: str, text: str) -> int:
        return len(count_terms(title, text, "en").pairs)

    assert pairs("x", "ceasefire line") == 1
    assert pairs("x", "ceasefire. Line") == 0
    assert pairs("x", "ceasefire of line") == 0
    # The last word of the title and the first of the text are no pair.
    assert pairs("ceasefire", "line") == 0


@pytest.mark.parametrize("title", ["", "…", "Envoy"])
@pytest.mark.parametrize("text", ["", ".", "the", "envoy", "和", "\x00", "’’’ ___ ..."])
def test_texts_of_nearly_nothing_are_counted(title: str, text: str) -> None:
    counted = count_terms(title, text, "en")

    assert len(counted.ids) <= 1
    assert len(counted.ids) == len(counted.places)


def test_a_hundred_thousand_words_are_counted_in_no_time() -> None:
    text = " ".join(f"word{number % 30_000} Envoy." for number in range(50_000))
    begin = time.process_time()
    counted = count_terms("Long", text, "en")
    assert time.process_time() - begin < 5
    assert counted.length > 100_000
    # Beyond the last place that is kept a term is counted, and has no spelling.
    assert Spellings(counted, "Long", text, "en").first(np.array([_id("word3")], np.uint64)) == [
        "word3"
    ]


def test_terms_are_found_as_they_are_spelt_first() -> None:
    title, text = "Talks", "Steve Witkoff’s talks. The WITKOFF talks"
    counted = count_terms(title, text, "en")
    spellings = Spellings(counted, title, text, "en")
    pair = counted.pairs[[len(one.split()) == 2 for one in spellings.first(counted.pairs)]]

    found = spellings.first(np.array([_id("witkoff"), _id("talk"), _id("absent")], np.uint64))

    assert found == ["Witkoff’s", "Talks", ""]
    assert set(spellings.first(pair)) == {"Steve Witkoff’s", "Witkoff’s talks"}


def test_spellings_of_another_text_are_empty() -> None:
    counted = count_terms("Talks", "ceasefire line", "en")
    spellings = Spellings(counted, "", "entirely other words", "en")
    assert set(spellings.first(counted.ids)) == {""}
    nothing = count_terms("", "", "en")
    assert Spellings(nothing, "", "", "en").first(counted.ids[:1]) == [""]
