"""What site.yaml may say."""

from __future__ import annotations

import pytest

from ssg.config.site import SiteConfig, decode_site
from ssg.errors import SsgError, format_diagnostic

_NEEDED = "title: Test\nbase_url: https://example.org/\n"


def _config(text: str = "") -> SiteConfig:
    return decode_site(_NEEDED + text, "site.yaml")


def _complaints(text: str) -> list[str]:
    with pytest.raises(SsgError) as caught:
        decode_site(text, "site.yaml")
    return [one.message for one in caught.value.diagnostics]


def test_title_and_address_suffice() -> None:
    config = _config()
    assert (config.title, config.base_url) == ("Test", "https://example.org/")
    assert config.language == "en"
    assert config.timezone.key == "UTC"
    assert config.theme.name == "default"
    assert config.permalinks.articles == "/:year/:month/:slug/"
    assert config.navigation is None
    assert config.search.enabled
    assert config.search.exclude_rights == ("full", "licensed")


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/blog", "https://example.org/blog/"),
        ("https://example.org/blog//", "https://example.org/blog/"),
        ("http://localhost:8000/", "http://localhost:8000/"),
    ],
)
def test_address_ends_in_one_slash(written: str, url: str) -> None:
    assert decode_site(f"title: T\nbase_url: {written}\n", "site.yaml").base_url == url


@pytest.mark.parametrize(
    "written", ["example.org", "https://x.org/?a", "https://x.org/#a", "/blog/"]
)
def test_what_cannot_be_the_root_of_links_is_refused(written: str) -> None:
    (message,) = _complaints(f"title: T\nbase_url: {written}\n")
    assert message.startswith(f'base_url: "{written}" ')


@pytest.mark.parametrize(
    "pattern", ["/:year/:month/:slug/", "/:slug/", "/news/:section/:slug/", "/:folder/:day/:slug/"]
)
def test_pattern_of_articles_may_hold_words_and_parts(pattern: str) -> None:
    config = _config(f"permalinks: {{articles: '{pattern}'}}\n")
    assert config.permalinks.articles == pattern


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        (":year/:slug/", 'must begin and end with "/"'),
        ("/:year/:slug", 'must begin and end with "/"'),
        ("/:year/", "lacks the name of the piece"),
        ("/", "lacks the name of the piece"),
        ("/:year-:month/:slug/", 'has an unknown part ":year-:month"'),
        ("/:titel/:slug/", 'has an unknown part ":titel"'),
        ("/../:slug/", 'has a part ".." that cannot stand in a path'),
        ("/a b/:slug/", 'has a part "a b" that cannot stand in a path'),
        ("/a?b/:slug/", 'has a part "a?b" that cannot stand in a path'),
    ],
)
def test_wrong_pattern_is_refused(pattern: str, what: str) -> None:
    found = _complaints(f"{_NEEDED}permalinks: {{articles: '{pattern}'}}\n")
    assert found == [f'permalinks.articles: the pattern "{pattern}" {what}']


@pytest.mark.parametrize("language", ["en", "de", "pt-BR", "zh-Hant-TW", "nds"])
def test_language_is_a_tag(language: str) -> None:
    assert _config(f"language: {language}\n").language == language


@pytest.mark.parametrize("language", ["English", "e", "en_US", "''x", "1a"])
def test_other_words_are_no_language(language: str) -> None:
    assert _complaints(f"{_NEEDED}language: {language}\n")


def test_theme_is_a_name_or_a_name_with_settings() -> None:
    assert _config("theme: night\n").theme.name == "night"
    chosen = _config("theme: {name: night, settings: {accent: red, wide: true}}\n").theme
    assert (chosen.name, chosen.settings) == ("night", {"accent": "red", "wide": True})


def test_taxonomies_are_added_to_the_built_in_ones() -> None:
    config = _config("taxonomies:\n  people: {title: People}\n  tags: {feeds: false}\n")
    assert config.taxonomy_names == ("tags", "authors", "sources", "sections", "threads", "people")
    assert config.taxonomies["people"].title == "People"
    assert not config.taxonomies["tags"].feeds


@pytest.mark.parametrize("name", ["title", "draft", "thread", "posts", "static"])
def test_taxonomy_cannot_take_a_name_that_means_something_else(name: str) -> None:
    expected = f'taxonomies: "{name}" means something else already'
    assert _complaints(f"{_NEEDED}taxonomies: {{{name}: }}\n") == [expected]


@pytest.mark.parametrize("name", ["../x", "a/b", "_data", "a b", ".x"])
def test_taxonomy_must_be_able_to_stand_in_a_path(name: str) -> None:
    expected = f'taxonomies: "{name}" cannot be the name of a taxonomy'
    assert _complaints(f"{_NEEDED}taxonomies: {{'{name}': }}\n") == [expected]


def test_navigation_that_is_empty_is_not_absent() -> None:
    assert _config("navigation: []\n").navigation == ()


def test_every_mistake_is_told_at_once() -> None:
    assert _complaints("titel: T\nbase_url: x\nper_page: 0\ncomments: {provider: disqus}\n") == [
        'unknown key "titel"',
        'base_url: "x" is not a web address',
        'per_page: expected a whole number from 1 to 1000, found "0"',
        'comments.provider: unknown value "disqus"',
        'the key "title" is missing',
    ]


def test_place_of_a_key_is_known_afterwards() -> None:
    config = _config("theme:\n  name: night\n")
    assert str(config.place("theme.name")) == "site.yaml:4:9"
    assert str(config.place("language")) == "site.yaml"


def test_equal_configurations_are_equal_wherever_their_keys_stand() -> None:
    assert _config("language: de\n") == _config("\n\nlanguage:   de\n")


def test_empty_file_lacks_what_is_needed() -> None:
    assert _complaints("") == ['the key "title" is missing', 'the key "base_url" is missing']


def test_complaint_shows_the_line() -> None:
    with pytest.raises(SsgError) as caught:
        _config("langauge: de\n")
    assert format_diagnostic(caught.value.diagnostics[0]) == (
        'error[site/unknown-key]: unknown key "langauge"\n'
        "  site.yaml:3:1\n"
        "  3 | langauge: de\n"
        "    | ^^^^^^^^\n"
        '  hint: did you mean "language"?'
    )
