"""Headlines broken into lines."""

from __future__ import annotations

import pytest

from ssg.pictures.lines import Broken, balanced, fit, units_of


def _measure(text: str) -> float:
    """Measure a text in which every letter is half an em wide."""
    return len(text) / 2


def _fit(text: str, width: float = 1000, height: float = 400) -> Broken:
    return fit(text, _measure, (width, height), (120, 80, 60, 50, 40), 1.2)


def test_lines_are_of_like_width() -> None:
    lines = balanced(units_of("one two three four five six"), _measure, 2)
    assert lines == ("one two three", "four five six")


def test_short_headline_is_as_large_as_it_may_be() -> None:
    assert _fit("Talks") == Broken(("Talks",), 120)


def test_longer_headline_is_smaller() -> None:
    sizes = [_fit(" ".join(["talks"] * count)).size for count in (1, 4, 10, 20)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


@pytest.mark.parametrize("count", [1, 5, 20, 60, 400])
def test_headline_stays_within_its_room(count: int) -> None:
    broken = _fit(" ".join(["Talks"] * count))
    assert 1 <= len(broken.lines) <= 4
    assert all(_measure(line) * broken.size <= 1000 for line in broken.lines)
    assert len(broken.lines) * 1.2 * broken.size <= 400


def test_endless_headline_ends_in_an_ellipsis() -> None:
    assert _fit("talks " * 200).lines[-1].endswith("…")


def test_word_wider_than_a_line_is_broken_with_a_hyphen() -> None:
    lines = _fit("Donaudampfschifffahrtsgesellschaftskapitaenswitwenrente").lines
    assert len(lines) > 1
    assert lines[0].endswith("-")
    assert "".join(lines).replace("-", "").startswith("Donaudampfschifffahrts")


def test_text_without_spaces_is_broken_between_letters() -> None:
    assert [one.text for one in units_of("佛罗里达，（会谈）")] == [
        "佛",
        "罗",
        "里",
        "达，",
        "（会",
        "谈）",
    ]


def test_words_of_korean_stay_whole() -> None:
    assert [one.text for one in units_of("한국 대통령")] == ["한국", "대통령"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("state-owned", ["state-", "owned"]),
        ("1-2", ["1-2"]),
        ("1\u00a0000 euros", ["1\u00a0000", "euros"]),
        ("he said \u2013 no", ["he", "said", "\u2013", "no"]),
        ("", [""]),
    ],
)
def test_lines_end_where_they_may(text: str, parts: list[str]) -> None:
    assert [one.text for one in units_of(text)] == parts


def test_soft_hyphen_shows_at_the_end_of_a_line_alone() -> None:
    units = units_of("Dampf\u00adschiff\u00adfahrt")
    assert balanced(units, _measure, 1) == ("Dampfschifffahrt",)
    assert balanced(units, _measure, 3) == ("Dampf-", "schiff-", "fahrt")
