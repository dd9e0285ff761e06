"""Values are decoded by the type that is wanted, not by what they look like."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ssg.schema.decode import (
    boolean,
    integer,
    list_of,
    mapping_of,
    moment,
    one_of,
    plain,
    site_path,
    text,
    time_zone,
    web_url,
    words,
)
from tests.unit.schema.decoding import complaint, decoded


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *(("No", "No"), ("12:30", "12:30"), ("1.10", "1.10"), ("2025-12-22", "2025-12-22")),
        *(("null", "null"), ("0x1F", "0x1F"), ("'quoted'", "quoted"), ('"a\\nb"', "a\nb")),
        *(("  blanks  ", "blanks"), ("|\n  two\n  lines\n", "two\nlines"), ("C#", "C#")),
    ],
)
def test_text_stays_what_was_written(written: str, value: str) -> None:
    assert decoded(written, text) == value


@pytest.mark.parametrize(
    ("written", "found"), [("[a, b]", "a list"), ("{a: b}", "keys and values")]
)
def test_text_is_neither_list_nor_keys(written: str, found: str) -> None:
    assert complaint(written, text) == f"expected a text, found {found}"


def test_words_must_not_be_empty() -> None:
    assert complaint('"  "', words) == "expected a text, found nothing"


@pytest.mark.parametrize(
    ("written", "value"),
    [("true", True), ("Yes", True), ("ON", True), ("false", False), ("no", False), ("Off", False)],
)
def test_truth_is_said_in_several_words(written: str, value: bool) -> None:
    assert decoded(written, boolean) is value


@pytest.mark.parametrize("written", ["1", "maybe", "y", "''"])
def test_other_words_are_neither_true_nor_false(written: str) -> None:
    assert complaint(written, boolean).startswith("expected true or false, found ")


@pytest.mark.parametrize("written", ["1", "30", "+5", "'7'"])
def test_number_within_bounds_is_taken(written: str) -> None:
    assert decoded(written, integer(1, 30)) == int(written.strip("'"))


@pytest.mark.parametrize("written", ["0", "31", "1.5", "many", "1_0", "99999999999999"])
def test_number_out_of_bounds_is_refused(written: str) -> None:
    expected = f'expected a whole number from 1 to 30, found "{written}"'
    assert complaint(written, integer(1, 30)) == expected


def test_moment_is_decoded() -> None:
    found = decoded("2025-12-22 09:30Z", moment)
    assert found == datetime(2025, 12, 22, 9, 30, tzinfo=UTC)


def test_moment_that_cannot_be_says_why() -> None:
    expected = '"2025-02-30" is not a date (day is out of range for month)'
    assert complaint("2025-02-30", moment) == expected


def test_one_of_a_few_words_is_taken_and_another_refused() -> None:
    assert decoded("excerpt", one_of("excerpt", "full")) == "excerpt"
    assert complaint("whole", one_of("excerpt", "full")) == 'unknown value "whole"'


def test_web_address_must_be_full() -> None:
    assert decoded("https://example.org/a?b#c", web_url) == "https://example.org/a?b#c"
    assert complaint("/a", web_url) == '"/a" is not a web address'


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("/about/", "/about/"),
        ("/about", "/about/"),
        ("/old/page.html", "/old/page.html"),
        ("/", "/"),
        ("/a%20b/", "/a b/"),
        ("/v1.2/notes", "/v1.2/notes/"),
    ],
)
def test_path_of_the_site_ends_in_a_slash_unless_it_names_a_file(written: str, path: str) -> None:
    assert decoded(written, site_path) == path


@pytest.mark.parametrize(
    "written",
    [
        *("about/", "/../x/", "/a/../../x/", "/%2e%2e/x/", "/./a/", "//host/", "/a//b/"),
        *("/a?b", '"/a#b"', '"/a\\\\b/"', '"/a\\nb/"', '"/a\\0b/"', "https://x.org/"),
    ],
)
def test_path_that_leaves_the_site_is_refused(written: str) -> None:
    assert complaint(written, site_path)


@pytest.mark.parametrize("written", ["Europe/Berln", "''", "../etc/passwd", "America", "CEST"])
def test_unknown_time_zone_is_refused(written: str) -> None:
    assert complaint(written, time_zone).startswith("unknown time zone ")


def test_known_time_zone_is_taken() -> None:
    assert decoded("America/New_York", time_zone).key == "America/New_York"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Ukraine", ("Ukraine",)),
        ("[Ukraine, Russia]", ("Ukraine", "Russia")),
        ("[]", ()),
        ("~", ()),
        ("- No\n- 1.10\n", ("No", "1.10")),
    ],
)
def test_single_value_is_a_list_of_one(written: str, value: tuple[str, ...]) -> None:
    assert decoded(written, list_of(words)) == value


def test_every_wrong_item_of_a_list_is_told_with_its_number() -> None:
    assert complaint("[a, [b], c]", list_of(words)).startswith("1: expected a text")


def test_free_keys_are_gathered() -> None:
    assert decoded("{a: 1, b: 2}", mapping_of(text)) == {"a": "1", "b": "2"}


def test_free_keys_can_be_checked() -> None:
    decode = mapping_of(text, lambda name: "" if name == "a" else f'"{name}" is wrong')
    assert decoded("{a: 1}", decode) == {"a": "1"}
    assert complaint("{a: 1, b: 2}", decode) == '"b" is wrong'


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *(("7", 7), ("-7", -7), ("1.5", 1.5), ("1e3", 1000.0), ("'7'", "7"), ("true", True)),
        *(
            ("False", False),
            ("~", None),
            ("null", None),
            ("no", "no"),
            ("2025-12-22", "2025-12-22"),
        ),
        *(("12:30", "12:30"), ("[1, a]", (1, "a")), ("{a: {b: 1}}", {"a": {"b": 1}})),
        ("123456789012345678901", 1.2345678901234568e20),
    ],
)
def test_plain_value_is_read_as_yaml_12_has_it(written: str, value: object) -> None:
    found = decoded(f"[{written}]", plain)
    assert found == (value,)


def test_key_that_comes_twice_is_an_error() -> None:
    assert complaint("a: 1\nb: 2\na: 3\n", plain) == 'the key "a" stands twice'
