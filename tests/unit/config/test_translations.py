"""Translation files of themes, and that those of the default theme say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ssg.config.translations import (
    TranslationFile,
    decode_translations,
    lay_over,
    placeholders,
    tags_of,
)
from ssg.errors import Diagnostic, SsgError
from ssg.text.locales import plurals_of, split_plural

_THEMES = Path(__file__).parents[3] / "themes"
_LANGUAGES = ("de", "es", "fr", "he")


def _file(words: str, language: str, folder: str = "themes/mine") -> TranslationFile:
    return decode_translations(words, f"{folder}/translations/{language}.yaml", language)


def _shipped(language: str, theme: str = "default") -> TranslationFile:
    text = (_THEMES / theme / f"translations/{language}.yaml").read_text(encoding="utf-8")
    return _file(text, language, f"themes/{theme}")


def _found(english: str, other: str, language: str = "de") -> tuple[Diagnostic, ...]:
    files = [_file(english, "en"), _file(other, language)]
    return lay_over([files], ["themes/mine"], language)[1]


def test_translations_are_texts() -> None:
    found = decode_translations("a.b: No\nc: '{count} pieces'\n", "en.yaml", "en")
    assert found.words == {"a.b": "No", "c": "{count} pieces"}
    assert decode_translations("", "en.yaml", "en").words == {}
    with pytest.raises(SsgError, match="expected a text, found a list"):
        decode_translations("a: [b]\n", "en.yaml", "en")


def test_a_brace_by_itself_is_an_error() -> None:
    with pytest.raises(SsgError, match='"a" has a brace by itself'):
        decode_translations("a: 'A { stands here'\n", "de.yaml", "de")


def test_files_are_read_from_the_widest_to_the_narrowest() -> None:
    assert tags_of("pt-BR") == ("en", "pt", "pt-BR")
    assert tags_of("en") == ("en",)


def test_words_of_the_language_come_before_english_ones() -> None:
    files = [_file("a: One\nb: Two\n", "en"), _file("a: Eins\n", "de")]
    words, _ = lay_over([files], ["themes/mine"], "de")
    assert words == {"a": "Eins", "b": "Two"}


def test_missing_keys_are_one_warning() -> None:
    (warning,) = _found("a: One\nb: Two\nc: Three\n", "b: Zwei\n")
    assert (warning.severity, warning.code) == ("warning", "translation/missing")
    assert warning.message == "not translated, so that readers see English: a, c"
    assert warning.location
    assert warning.location.path == "themes/mine/translations/de.yaml"


def test_a_language_without_any_words_is_one_warning() -> None:
    _, (warning,) = lay_over([[_file("a: One\nb: Two\n", "en")]], ["themes/mine"], "pl")
    assert warning.message == 'no words in the language "pl": readers see English ones'


def test_of_a_chain_only_what_all_lack_is_missing() -> None:
    base = [_file("a: One\nb: Two\n", "en", "themes/base")]
    mine = [_file("c: Three\n", "en"), _file("a: Eins\n", "de")]
    _, found = lay_over([base, mine], ["themes/base", "themes/mine"], "de")
    assert [(one.location and one.location.path, one.message) for one in found] == [
        ("themes/base/translations/de.yaml", "not translated, so that readers see English: b"),
        ("themes/mine/translations/de.yaml", "not translated, so that readers see English: c"),
    ]


def test_english_of_a_country_lacks_nothing() -> None:
    files = [_file("a: Color\nb: Two\n", "en"), _file("a: Colour\n", "en-GB")]
    words, found = lay_over([files], ["themes/mine"], "en-GB")
    assert (words, found) == ({"a": "Colour", "b": "Two"}, ())


def test_an_unknown_key_is_a_warning_with_a_proposal() -> None:
    (warning,) = _found("nav.top: Up\n", "nav.top: Hoch\nnav.topp: Hoch\n")
    assert (warning.severity, warning.code) == ("warning", "translation/unknown-key")
    assert warning.hint == 'did you mean "nav.top"?'
    assert warning.location
    assert warning.location.line == 2


def test_a_theme_in_one_language_alone_has_keys_of_its_own() -> None:
    base, mine = (
        [_file("a: One\n", "en"), _file("a: Eins\n", "de")],
        [_file("gruss: Hallo\n", "de")],
    )
    assert lay_over([base, mine], ["themes/base", "themes/mine"], "de")[1] == ()


def test_titles_of_taxonomies_of_the_site_are_known() -> None:
    files = [_file("a: One\n", "en"), _file("a: Eins\ntitle.people: Leute\n", "de")]
    assert lay_over([files], ["themes/mine"], "de", frozenset({"title.people"}))[1] == ()


@pytest.mark.parametrize(
    ("english", "german", "message"),
    [
        ("{name} by", "von {nam}", '"a" has a placeholder "{nam}" that the English words don\'t'),
        ("{name} by", "von", '"a" lacks the placeholder "{name}"'),
    ],
)
def test_other_placeholders_are_an_error(english: str, german: str, message: str) -> None:
    first = _found(f"a: '{english}'\n", f"a: '{german}'\n")[0]
    assert (first.severity, first.code) == ("error", "translation/placeholder")
    assert message in first.message
    assert first.location
    assert first.location.line == 1


def test_a_form_for_one_or_two_may_leave_the_number_out() -> None:
    english = "a_one: '{count} piece'\na_other: '{count} pieces'\n"
    assert _found(english, "a_one: אחת\na_two: שתיים\na_other: '{count}'\n", "he") == ()
    (error,) = _found(english, "a_one: אחת\na_two: שתיים\na_other: רבות\n", "he")
    assert error.message == '"a_other" lacks the placeholder "{count}"'


def test_every_plural_of_the_language_is_asked_for() -> None:
    english = "a_one: '{count} piece'\na_other: '{count} pieces'\n"
    (warning,) = _found(english, "a_one: '{count} tekst'\na_other: '{count} tekstu'\n", "pl")
    assert warning.message == "not translated, so that readers see English: a_few, a_many"


def test_a_plural_of_the_language_never_ends_in_an_english_form() -> None:
    english = "a_one: '{count} piece'\na_other: '{count} pieces'\n"
    files = [_file(english, "en"), _file("a_other: '{count} Texte'\n", "de")]
    assert lay_over([files], ["themes/mine"], "de")[0] == {"a_other": "{count} Texte"}


@pytest.mark.parametrize("language", _LANGUAGES)
def test_the_default_theme_is_translated_whole(language: str) -> None:
    """A key that was added to en.yaml goes into every other file, in all plurals of each."""
    found = lay_over([[_shipped("en"), _shipped(language)]], ["themes/default"], language)[1]
    assert [f"{one.location and one.location.path}: {one.message}" for one in found] == []


def test_the_files_of_the_default_theme_have_the_same_keys() -> None:
    def bases(language: str) -> set[str]:
        return {split_plural(key)[0] for key in _shipped(language).words}

    wanted = bases("en")
    different = {one: sorted(bases(one) ^ wanted) for one in _LANGUAGES if bases(one) != wanted}
    assert different == {}, "add these keys to, or take them out of, the file of each language"


@pytest.mark.parametrize("language", _LANGUAGES)
def test_words_that_count_have_the_number_in_their_last_form(language: str) -> None:
    english, words = _shipped("en").words, _shipped(language).words
    forms = {base for key in english for base, category in [split_plural(key)] if category}
    counted = {one for one in forms if "count" in placeholders(english[f"{one}_other"])}
    assert counted
    last = plurals_of(language)[-1]
    assert {one for one in counted if "count" not in placeholders(words[f"{one}_{last}"])} == set()


@pytest.mark.parametrize("theme", ["default", "plain"])
def test_french_signs_have_blanks_that_do_not_break(theme: str) -> None:
    for key, words in _shipped("fr", theme).words.items():
        assert not re.search(r" [:;?!»]|« |\w[:;?!](?:\s|$)", words), key


@pytest.mark.parametrize("theme", ["default", "plain"])
def test_quotation_marks_are_those_of_the_language(theme: str) -> None:
    marks = {one: set("".join(_shipped(one, theme).words.values())) for one in ("en", *_LANGUAGES)}
    for language, wrong in {"de": "”«", "es": "“”", "fr": "“”„", "he": "“„«", "en": "„«"}.items():
        assert not marks[language] & set(wrong + "\"'"), language
