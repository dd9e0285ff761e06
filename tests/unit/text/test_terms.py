"""Words are folded to one form, in any script."""

from __future__ import annotations

import pytest

from ssg.text.terms import term_of, tokens, without_elisions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two talks. Then", ["Two", "talks", ".", "Then"]),
        ("the delegation's plan", ["the", "delegation's", "plan"]),
        ("the delegates’ plan", ["the", "delegates", "plan"]),
        ("U.S. envoy", ["U.S", ".", "envoy"]),
        ("AT&T said", ["AT&T", "said"]),
        ("snake_case_name", ["snake", "case", "name"]),
        ("“Yes,” he said", ["“", "Yes", "”", "he", "said"]),
        ("שלום עולם", ["שלום", "עולם"]),
        ("צה״ל בתל־אביב", ["צה״ל", "בתל", "אביב"]),
        ("Переговоры в Киеве", ["Переговоры", "в", "Киеве"]),
        ("和平谈判。新闻", ["和平谈判", "。", "新闻"]),
        ("", []),
    ],
)
def test_text_is_split_into_words_and_beginnings_of_sentences(text: str, found: list[str]) -> None:
    assert tokens(text) == found


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Talks", "talk"),
        ("en", "Witkoff’s", "Witkoff"),
        ("en", "delegation's", "delegation"),
        ("en", "policies", "policy"),
        ("en", "U.K", "UK"),
        ("en-GB", "tariffs", "tariff"),
        ("en", "Zelenskyy", "ZELENSKYY"),
        ("en", "Erdoğan", "Erdogan"),
        ("fr", "Élections", "elections"),
        ("fr", "journaux", "journal"),
        ("de", "Gesprächen", "Gesprache"),
        ("es", "elecciones", "eleccione"),
        ("ru", "КИЕВ", "киев"),
        ("es", "elección", "elecciones"),
        ("es", "presidente", "presidentes"),
        ("he", "ההסכם", "הסכמים"),
        ("he", "והממשלה", "ממשלה"),
        ("he", "לצה״ל", "צה״ל"),
    ],
)
def test_forms_of_a_word_are_one_term(language: str, one: str, other: str) -> None:
    assert term_of(one, language) == term_of(other, language) != ""


@pytest.mark.parametrize(("one", "other"), [("Paris", "Pari"), ("glass", "glas"), ("bus", "bu")])
def test_words_that_are_no_plurals_stay_apart(one: str, other: str) -> None:
    assert term_of(one, "en") != term_of(other, "en")


@pytest.mark.parametrize("word", ["the", "The", "and", "doesn't", "a", "x", "", "w" * 41])
def test_words_that_say_nothing_are_no_terms(word: str) -> None:
    assert term_of(word, "en") == ""


@pytest.mark.parametrize("word", ["שלום", "переговоры", "和平谈判", "سلام"])
@pytest.mark.parametrize("language", ["en", "he", "ru", "zh", "xx"])
def test_words_in_another_script_are_terms_in_every_language(word: str, language: str) -> None:
    assert term_of(word, language)


@pytest.mark.parametrize("language", ["de", "es", "fr", "he"])
def test_small_words_of_a_language_are_no_terms(language: str) -> None:
    small = {"de": "nicht wurde", "es": "pero según", "fr": "être où", "he": "אבל היא"}
    assert [term_of(word, language) for word in small[language].split()] == ["", ""]


def test_articles_that_lost_their_vowel_are_no_part_of_a_word() -> None:
    text = "L’accord qu'il a dit, aujourd’hui à l’Élysée"
    found = without_elisions(text, "fr").split()
    assert found == ["accord", "il", "a", "dit,", "aujourd’hui", "à", "Élysée"]
    assert without_elisions("the l'accord", "en") == "the l'accord"
