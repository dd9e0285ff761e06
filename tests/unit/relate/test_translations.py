"""Pieces that are translations of one another."""

from __future__ import annotations

import pytest

from ssg.errors import SsgError
from ssg.model.site import Preview
from tests.unit.relate.making import article, site_of

_KEY = "translation_key: talks\n"


def _paths(text: str, path: str, config: str = "") -> list[str]:
    return [one.path for one in site_of(text, config).translations.get(path, ())]


def test_pieces_that_share_a_key_are_translations_and_the_language_of_the_site_is_first() -> None:
    text = article("2025-12-01-gespraeche", f"{_KEY}lang: de\n") + article("2025-12-22-talks", _KEY)
    for path in ("/2025/12/talks/", "/2025/12/gespraeche/"):
        assert _paths(text, path) == ["/2025/12/talks/", "/2025/12/gespraeche/"]


def test_without_a_piece_in_the_language_of_the_site_the_oldest_is_first() -> None:
    text = article("2025-12-02-b", f"{_KEY}lang: de\n") + article(
        "2025-12-01-a", f"{_KEY}lang: fr\n"
    )
    assert _paths(text, "/2025/12/b/") == ["/2025/12/a/", "/2025/12/b/"]


def test_a_language_serves_for_that_of_a_country() -> None:
    text = article("2025-12-02-b", f"{_KEY}lang: en\n") + article(
        "2025-12-01-a", f"{_KEY}lang: fr\n"
    )
    assert _paths(text, "/2025/12/b/", "language: en-CA\n")[0] == "/2025/12/b/"


def test_what_is_not_published_is_no_translation() -> None:
    text = article("2025-12-02-b", f"{_KEY}lang: de\ndraft: true\n") + article("2025-12-01-a", _KEY)
    assert _paths(text, "/2025/12/a/") == []
    assert site_of(text, preview=Preview(drafts=True)).translations == {}


def test_pages_have_translations_too() -> None:
    text = f"-- about.md --\n---\ntitle: A\n{_KEY}---\n"
    text += f"-- ueber.md --\n---\ntitle: B\n{_KEY}lang: de\n---\n"
    assert _paths(text, "/ueber/") == ["/about/", "/ueber/"]


def test_two_in_one_language_are_an_error_that_names_both() -> None:
    text = article("2025-12-02-b", f"{_KEY}lang: de\n") + article(
        "2025-12-01-a", f"lang: DE\n{_KEY}"
    )
    with pytest.raises(SsgError) as caught:
        site_of(text)
    (found,) = caught.value.diagnostics
    assert found.code == "translation/same-language"
    assert found.message == 'two translations of "talks" are in the language "de"'
    assert found.location
    assert found.location.path == "content/posts/2025-12-02-b.md"
    assert found.notes == ("the other is content/posts/2025-12-01-a.md",)


@pytest.mark.parametrize("tag", ["deutsch", "d", "de_DE", "de-", "123"])
def test_other_words_are_no_language(tag: str) -> None:
    with pytest.raises(SsgError, match="is not a language"):
        site_of(article("2025-12-02-b", f"lang: '{tag}'\n"))
