"""Records: keys known and unknown, required and absent."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from ssg.errors import SsgError
from ssg.schema.decode import integer, list_of, text, words
from ssg.schema.record import key, keys_of, record
from ssg.schema.report import Unknown
from tests.unit.schema.decoding import complaint, decoded, decoded_with_report


@dataclass(frozen=True, kw_only=True)
class _Picture:
    src: str = key(words, "The file.")
    alt: str | None = key(text, "What it shows.", None)


@dataclass(frozen=True, kw_only=True)
class _Piece:
    title: str = key(words, "The headline.")
    tags: tuple[str, ...] = key(list_of(words), "What it is about.", ())
    size: int = key(integer(1, 9), "How large.", 3)
    picture: _Picture | None = key(
        record(_Picture, shorthand="src"), "A picture.", None, record=_Picture
    )


_decode = record(_Piece)


def test_keys_become_fields_and_absent_ones_their_defaults() -> None:
    piece = decoded("title: No\ntags: [a, b]\n", _decode)
    assert piece == _Piece(title="No", tags=("a", "b"))


@pytest.mark.parametrize("empty", ["", "~", "null", "''"])
def test_key_with_nothing_is_as_good_as_absent(empty: str) -> None:
    assert decoded(f"title: T\ntags: {empty}\nsize: {empty}\n", _decode) == _Piece(title="T")


def test_empty_text_is_a_text() -> None:
    piece = decoded("title: T\npicture: {src: a.png, alt: ''}\n", _decode)
    assert piece.picture == _Picture(src="a.png", alt="")


def test_shorthand_stands_for_its_key() -> None:
    piece = decoded("title: T\npicture: a.png\n", _decode)
    assert piece.picture == _Picture(src="a.png")


def test_missing_key_is_an_error() -> None:
    assert complaint("size: 1\n", _decode) == 'the key "title" is missing'


def test_required_key_with_nothing_is_an_error() -> None:
    assert complaint("title:\n", _decode) == "title: expected a text, found nothing"


def test_every_mistake_is_told_at_once_with_its_key() -> None:
    _, report = decoded_with_report("tags: [[a]]\nsize: 10\npicture: {alt: x}\n", _decode)
    assert [one.message for one in report.diagnostics] == [
        "tags.0: expected a text, found a list",
        'size: expected a whole number from 1 to 9, found "10"',
        'picture: the key "src" is missing',
        'the key "title" is missing',
    ]
    assert [one.location and one.location.line for one in report.diagnostics] == [1, 2, 3, 1]


@pytest.mark.parametrize(
    ("unknown", "near", "far"),
    [
        ("error", "error", "error"),
        ("warn", "warning", "warning"),
        ("near", "error", "warning"),
        ("ignore", None, None),
    ],
)
def test_unknown_key_is_what_the_rules_say(
    unknown: Unknown, near: str | None, far: str | None
) -> None:
    _, one = decoded_with_report("title: T\ntitel: U\n", _decode, unknown)
    assert next((found.severity for found in one.diagnostics), None) == near
    _, other = decoded_with_report("title: T\nmood: sombre\n", _decode, unknown)
    assert next((found.severity for found in other.diagnostics), None) == far


def test_free_keys_are_gathered_apart() -> None:
    @dataclass(frozen=True, kw_only=True)
    class _Tagged:
        title: str = key(words, "The headline.")
        terms: dict[str, tuple[str, ...]]

    decode = record(_Tagged, free=("people",), free_field="terms", free_decoder=list_of(words))
    assert decoded("title: T\npeople: [Ada]\n", decode).terms == {"people": ("Ada",)}
    assert complaint("title: T\npeopel: [Ada]\n", decode) == 'unknown key "peopel"'


def test_places_of_keys_are_remembered() -> None:
    _, report = decoded_with_report("title: T\npicture:\n  src: a.png\n", _decode)
    assert (report.positions["picture.src"].line, report.positions["picture.src"].column) == (3, 8)


def test_keys_of_a_record_are_listed_for_the_docs() -> None:
    assert [(one.name, one.required) for one in keys_of(_Piece)] == [
        ("title", True),
        ("tags", False),
        ("size", False),
        ("picture", False),
    ]


def test_list_in_place_of_keys_is_an_error() -> None:
    with pytest.raises(SsgError, match="expected keys and values, found a list"):
        decoded("[a]", _decode)
