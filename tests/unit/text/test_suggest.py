"""Did you mean …?"""

from __future__ import annotations

import pytest

from ssg.text.suggest import Nearby, did_you_mean, nearest

_KEYS = ["title", "tags", "base_url", "language", "standfirst"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("taggs", "tags"),
        ("tag", "tags"),
        ("Title", "title"),
        ("langauge", "language"),
        ("base-url", "base_url"),
        ("baseURL", "base_url"),
        ("stand first", "standfirst"),
        ("mood", None),
        ("", None),
    ],
)
def test_nearest_key_is_meant(word: str, meant: str | None) -> None:
    assert nearest(word, _KEYS) == meant


def test_suggestion_is_a_question() -> None:
    assert did_you_mean("taggs", _KEYS) == 'did you mean "tags"?'
    assert did_you_mean("mood", _KEYS) == ""


def test_suggestion_does_not_depend_on_the_order_of_candidates() -> None:
    assert nearest("talk", ["talks", "stalk"]) == nearest("talk", ["stalk", "talks"])


def test_path_is_found_among_thousands() -> None:
    paths = [f"posts/2025-{number:05}-piece-on-{number % 97}.md" for number in range(5000)]
    nearby = Nearby([*paths, "posts/2025-12-21-tariffs.md"])
    assert nearby.nearest("posts/2025-12-21-tarifs.md") == "posts/2025-12-21-tariffs.md"
    assert nearby.nearest("qqqqqqqqqqqq") is None
