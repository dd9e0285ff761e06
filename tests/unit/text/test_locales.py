"""Languages by their tags."""

from __future__ import annotations

import pytest

from ssg.text.locales import (
    direction_of,
    is_language,
    open_graph_locale,
    own_name,
    plural_of,
    plurals_of,
    split_plural,
)


@pytest.mark.parametrize("tag", ["en", "pt-BR", "zh-Hant-TW", "de-CH-1996", "gsw"])
def test_tags_of_languages(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize("tag", ["", "e", "deutsch", "en_US", "en-", "1-en"])
def test_other_words_are_none(tag: str) -> None:
    assert not is_language(tag)


@pytest.mark.parametrize(
    ("tag", "direction"), [("he", "rtl"), ("ar-EG", "rtl"), ("de", "ltr"), ("xx", "ltr")]
)
def test_languages_have_a_direction(tag: str, direction: str) -> None:
    assert direction_of(tag) == direction


@pytest.mark.parametrize(
    ("tag", "name"), [("de", "Deutsch"), ("fr", "Français"), ("he", "עברית"), ("xx", "xx")]
)
def test_languages_have_the_name_that_their_speakers_use(tag: str, name: str) -> None:
    assert own_name(tag) == name


@pytest.mark.parametrize(
    ("tag", "locale"),
    [("en", "en_US"), ("de-AT", "de_AT"), ("he", "he_IL"), ("zh-Hant", "zh_TW"), ("xx", "xx")],
)
def test_open_graph_wants_a_country(tag: str, locale: str) -> None:
    assert open_graph_locale(tag) == locale


@pytest.mark.parametrize(
    ("tag", "plurals"),
    [
        ("en", ("one", "other")),
        ("he", ("one", "two", "other")),
        ("pl", ("one", "few", "many")),
        ("ar", ("zero", "one", "two", "few", "many", "other")),
        ("ja", ("other",)),
    ],
)
def test_languages_have_their_plurals(tag: str, plurals: tuple[str, ...]) -> None:
    assert plurals_of(tag) == plurals


def test_numbers_have_a_plural() -> None:
    assert [plural_of(number, "pl") for number in (1, 3, 5, 22)] == ["one", "few", "many", "few"]


def test_plurals_end_a_key() -> None:
    assert split_plural("articles_one") == ("articles", "one")
    assert split_plural("source.rights_link") == ("source.rights_link", "")
