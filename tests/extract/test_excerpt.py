"""The beginning of a clipped text is quoted by whole sentences, within a limit."""

from __future__ import annotations

import pytest

from ssg.extract.excerpt import first_sentences
from ssg.extract.inline import plain_words
from ssg.text.words import count_words


def test_first_sentences_are_quoted() -> None:
    text = "One two three. Four five six.\n\nSeven eight.\n\nNine ten eleven."
    assert first_sentences(text, 9) == "> One two three. Four five six.\n>\n> Seven eight."


def test_a_paragraph_is_cut_where_a_sentence_ends() -> None:
    assert first_sentences("One two. Three four. Five six.", 5) == "> One two. Three four."


def test_a_link_stays_whole() -> None:
    text = "A [report. The second](https://a.example/x) came. Then more words came."
    assert first_sentences(text, 6) == "> A [report. The second](https://a.example/x) came."


def test_emphasis_that_ends_a_sentence_is_closed() -> None:
    assert first_sentences("It was **new.** Then it was old.", 4) == "> It was **new.**"


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("Wir gehen. Am 1. Mai wird gewählt, danach nicht mehr.", 5),
        ("It rained. Sen. Jones spoke at noon, then nobody did.", 5),
        ("Niemand zahlt. Das kostet ca. drei Millionen Euro im Jahr.", 6),
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str, limit: int) -> None:
    assert first_sentences(text, limit) == "> " + text[: text.index(".") + 1]


def test_a_sentence_over_the_limit_is_cut_after_a_word() -> None:
    text = "One [two, three](https://a.example/) *four* five {% six %} seven"
    assert first_sentences(text, 3) == "> One two, three…"


def test_what_is_cut_is_escaped_again() -> None:
    assert first_sentences("`{% note %}` one two three four", 3) == r"> \{% note %} one…"


def test_headings_and_pictures_before_the_text_are_passed_over() -> None:
    text = '## Talks\n\n![Map](https://a.example/m.png "A map"){credit="N"}\n\nIt began.\n\n- one'
    assert first_sentences(text, 50) == "> It began."


def test_notes_lose_their_marks() -> None:
    assert first_sentences("It ended.[^1] Later.\n\n[^1]: In March.", 10) == "> It ended. Later."


def test_script_without_blanks_ends_at_its_full_stop() -> None:
    assert first_sentences("会談は終わった。次は東京で開かれる予定だ。", 6) == "> 会談は終わった。"


def test_nothing_is_quoted_of_nothing() -> None:
    assert first_sentences("", 50) == ""
    assert first_sentences("Some words.", 0) == ""


@pytest.mark.parametrize("limit", range(1, 40))
def test_the_limit_holds(limit: int) -> None:
    text = (
        "The panel's 3-2 vote ended it. \\*Nobody\\* spoke — [but one](https://a.example/).\n\n"
        "Then, *at last*, it rained. It rained for days, and 1,000 people left."
    )
    assert count_words(plain_words(first_sentences(text, limit))) <= limit
