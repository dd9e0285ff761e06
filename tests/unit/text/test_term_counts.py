"""Terms are counted, weighed by where they stand, and found again as they are spelt."""

from __future__ import annotations

import time

import numpy as np
import pytest

from ssg.text.digest import term_id
from ssg.text.term_counts import (
    LEAD_WORDS,
    NAME,
    PAIR,
    TITLE_WEIGHT,
    TermCounts,
    count_terms,
)
from ssg.text.terms import term_of


def _counted(counted: TermCounts) -> dict[int, float]:
    return dict(zip(counted.ids.tolist(), counted.counts.tolist(), strict=True))


def _of_kind(counted: TermCounts, kind: int) -> list[int]:
    return [int(one) for one in counted.ids[counted.kinds == kind]]


def _id(word: str) -> int:
    return term_id(term_of(word, "en"))


def test_words_of_the_title_and_the_lead_count_for_more() -> None:
    filler = " ".join(f"filler{number}" for number in range(LEAD_WORDS))
    counts = _counted(count_terms("Envoy", f"ceasefire {filler} tribunal", "en").terms)

    assert counts[_id("envoy")] == TITLE_WEIGHT
    assert counts[_id("ceasefire")] == 2
    assert counts[_id("tribunal")] == 1


def test_terms_are_in_order_and_each_is_there_once() -> None:
    counted = count_terms("Talks on talks", "The talks, and the envoy’s talks. Talks!", "en").terms

    assert np.all(np.diff(counted.ids.astype(object)) > 0)
    assert len(counted.ids) == len(counted.counts) == len(counted.kinds)


def test_capitals_within_a_sentence_are_names_and_those_at_its_start_are_not() -> None:
    counted = count_terms(
        "x", "Delegates met Lavrov. Diplomats left. “Nobody,” said one.", "en"
    ).terms

    assert _of_kind(counted, NAME) == [_id("lavrov")]


def test_headlines_in_capitals_make_no_names() -> None:
    counted = count_terms("Peace Talks Fail", "They met Lavrov.", "en").terms
    assert _of_kind(counted, NAME) == [_id("lavrov")]
    # Without any in the text, those of the headline have to do.
    assert _id("lavrov") in _of_kind(
        count_terms("Talks with Lavrov", "nothing here", "en").terms, NAME
    )


def test_pairs_are_neighbours_within_a_sentence() -> None:
    def pairs(title: str, text: str) -> int:
        return len(_of_kind(count_terms(title, text, "en").terms, PAIR))

    assert pairs("x", "ceasefire line") == 1
    assert pairs("x", "ceasefire. Line") == 0
    assert pairs("x", "ceasefire of line") == 0
    # The last word of the title and the first of the text are no pair.
    assert pairs("ceasefire", "line") == 0


@pytest.mark.parametrize("title", ["", "…", "Envoy"])
@pytest.mark.parametrize("text", ["", ".", "the", "envoy", "和", "\x00", "’’’ ___ ..."])
def test_texts_of_nearly_nothing_are_counted(title: str, text: str) -> None:
    counted, spellings, nameable = count_terms(title, text, "en")

    assert len(counted.ids) <= 1
    bits = np.unpackbits(np.frombuffer(nameable, np.uint8))
    assert list(spellings) == counted.ids[np.flatnonzero(bits)].tolist()


def test_a_hundred_thousand_words_are_counted_in_no_time() -> None:
    text = " ".join(f"word{number % 30_000} Envoy." for number in range(50_000))
    begin = time.process_time()
    counted = count_terms("Long", text, "en").terms
    assert time.process_time() - begin < 5
    assert counted.length > 100_000
    # Those that stand there most, and of the others the same ones in every text.
    assert len(counted.ids) == 768
    assert _id("envoy") in counted.ids
    again = count_terms("Another", f"{text} entirely other words", "en").terms
    assert np.isin(counted.ids, again.ids).mean() > 0.98


def test_what_an_article_is_about_is_found_as_it_is_spelt_first() -> None:
    filler = " ".join(f"filler{number}" for number in range(LEAD_WORDS))
    text = f"{filler} On Monday Steve Witkoff’s line held. The line of WITKOFF moved; he left."
    spellings = count_terms("Talks resume", text, "en").spellings

    assert spellings[_id("witkoff")] == "Witkoff’s"
    assert spellings[_id("talk")] == "Talks"
    assert spellings[_id("line")] == "line"
    assert {"Steve Witkoff’s", "Talks resume"} <= set(spellings.values())
    assert _id("moved") not in spellings
