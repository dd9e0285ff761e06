"""Slugs."""

from __future__ import annotations

import pytest

from ssg.text.slug import fold_name, is_slug, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Talks in Florida", "talks-in-florida"),
        ("  What -- is: a ceasefire? ", "what-is-a-ceasefire"),
        ("U.S.-Russia", "u-s-russia"),
        ("Trump's envoy", "trumps-envoy"),
        ("Trump’s envoy", "trumps-envoy"),
        ("Rock 'n' roll", "rock-n-roll"),
        ("Café Größe Łódź Øresund", "cafe-grosse-lodz-oresund"),
        ("Þingvellir æther œuvre", "thingvellir-aether-oeuvre"),
        ("İstanbul ısı", "istanbul-isi"),
        ("Київ та Москва", "київ-та-москва"),
        ("Ёлка и Йод", "ёлка-и-йод"),
        ("हिन्दी में", "हिन्दी-में"),
        ("مرحبا بالعالم", "مرحبا-بالعالم"),
        ("北京 2025", "北京-2025"),
        ("ﬁnance", "finance"),
        ("Ｆｕｌｌ　ｗｉｄｔｈ", "full-width"),
        ("x² + ½", "x2-1-2"),
        ("🔥 fire 🔥", "fire"),
        ("a/b\\c?d#e%f", "a-b-c-d-e-f"),
        ("../../etc/passwd", "etc-passwd"),
        ("…", ""),
        ("🔥", ""),
        ("", ""),
        ("\u0301", ""),
    ],
)
def test_name_becomes_a_slug(text: str, slug: str) -> None:
    assert slugify(text) == slug


@pytest.mark.parametrize("text", ["talks", "a.b", "v1.2~x_y", "Talks", "北京", "हिन्दी", "2025"])
def test_segment_of_a_path_can_be_a_slug(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "..",
        ".hidden",
        "../x",
        "a/b",
        "a b",
        "a\\b",
        "a?b",
        "a#b",
        "a%20b",
        "---",
        "🔥",
        "a\n",
    ],
)
def test_what_no_segment_can_be_is_no_slug(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Press freedom", "press-freedom"),
        ("press_freedom", "PRESS  FREEDOM"),
        ("Café", "Cafe\u0301"),
        (" Ukraine ", "ukraine"),
    ],
)
def test_spellings_of_one_name_fold_to_the_same(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(("one", "other"), [("C++", "C#"), ("Café", "Cafe"), ("U.S.", "US")])
def test_different_names_fold_apart(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)
