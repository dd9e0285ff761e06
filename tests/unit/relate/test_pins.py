"""What the editors pick, exclude and follow; and what is said when it isn't there."""

from __future__ import annotations

import pytest

from ssg.relate.pins import read_pins
from tests.unit.relate.making import article, complaints_of, site_of

_DRAFT = article("2025-12-19-secret", "draft: true\n")


def _warnings(text: str) -> list[tuple[str, str, str]]:
    return [
        (one.code, one.message, one.hint) for one in site_of(text).warnings if "related" in one.code
    ]


@pytest.mark.parametrize(
    "name",
    ["envoy", "2025-12-20-envoy", "2025-12-20-envoy.md", "posts/2025-12-20-envoy.md", "/envoy/"],
)
def test_article_is_named_by_slug_or_file(name: str) -> None:
    site = site_of(
        article("2025-12-22-talks", f"related: [{name}]\nfollows: {name}\n")
        + article("2025-12-20-envoy")
    )
    talks, envoy = site.articles
    assert site.pins.related[talks.path] == (envoy,)
    assert site.pins.follows == {talks.path: envoy}
    assert not site.warnings


def test_a_slug_of_its_own_is_known_beside_that_of_the_file() -> None:
    pieces = article("2025-12-20-envoy", "slug: who-speaks\n")
    for name in ("who-speaks", "envoy"):
        site = site_of(article("2025-12-22-talks", f"related: {name}\n") + pieces)
        assert [one.slug for one in site.pins.related[site.articles[0].path]] == ["who-speaks"]


def test_an_article_in_a_folder_is_named_by_the_folder() -> None:
    pieces = "-- posts/envoy/index.md --\n---\ntitle: Envoy\ndate: 2025-12-20\n---\n"
    site = site_of(article("2025-12-22-talks", "related: envoy\n") + pieces)
    assert len(site.pins.related[site.articles[0].path]) == 1


def test_picks_keep_their_order_and_count_once() -> None:
    names = ["c", "a", "b", "2025-12-20-a"]
    pieces = "".join(article(f"2025-12-20-{name}") for name in "abc")
    site = site_of(article("2025-12-22-talks", f"related: [{', '.join(names)}]\n") + pieces)
    assert [one.slug for one in site.pins.related[site.articles[0].path]] == ["c", "a", "b"]


@pytest.mark.parametrize("key", ["related", "related_exclude", "follows"])
def test_an_unknown_article_is_an_error_with_a_guess(key: str) -> None:
    text = article("2025-12-22-talks", f"{key}: envoi\n") + article("2025-12-20-envoy")
    assert complaints_of(text) == ['there is no article "envoi"']


def test_the_guess_is_the_nearest_name_and_the_place_is_the_line() -> None:
    site = site_of(article("2025-12-22-talks") + article("2025-12-20-envoy"))
    bad = site_of(
        article("2025-12-22-talks", "related: [envoy, nowhere]\n")
        + article("2025-12-20-envoy")
        + article("2025-12-19-nowhere")
    )
    # As if the third had been deleted since.
    _, problems = read_pins(bad.articles[:2], [one.document for one in bad.articles[:2]])
    (problem,) = problems
    assert problem.code == "related/unknown"
    assert problem.severity == "error"
    assert problem.location
    assert problem.location.line == 3
    assert problem.location.path == "content/posts/2025-12-22-talks.md"
    assert len(site.articles) == 2


@pytest.mark.parametrize(("name", "hint"), [("envoi", "envoy"), ("zzzzzz", "slug")])
def test_the_hint_says_what_to_write(name: str, hint: str) -> None:
    good = site_of(
        article("2025-12-20-envoy")
        + article("2025-12-22-talks", f"related: {name}\n")
        + article(f"2025-12-19-{name}")
    )
    kept = [one for one in good.articles if one.slug != name]
    _, (problem,) = read_pins(kept, [one.document for one in kept])
    assert hint in problem.hint


@pytest.mark.parametrize("key", ["related", "related_exclude", "follows"])
def test_a_draft_is_a_warning_and_left_out(key: str) -> None:
    text = article("2025-12-22-talks", f"{key}: secret\n") + _DRAFT
    ((code, message, hint),) = _warnings(text)
    assert (code, message) == ("related/left-out", '"secret" is not published')
    assert "until it is published" in hint
    site = site_of(text)
    assert site.pins.related[site.articles[0].path] == ()
    assert site.pins.follows == {}


@pytest.mark.parametrize(
    "front_matter", ["date: 2031-01-01\n", "expires: 2025-12-31\ndate: 2025-12-19\n"]
)
def test_scheduled_and_expired_articles_are_left_out_likewise(front_matter: str) -> None:
    text = article("2025-12-22-talks", "related: gone\n") + article("gone", front_matter)
    ((code, _, _),) = _warnings(text)
    assert code == "related/left-out"


@pytest.mark.parametrize("key", ["related", "related_exclude", "follows"])
def test_an_article_that_names_itself_is_told_so(key: str) -> None:
    ((code, message, hint),) = _warnings(article("2025-12-22-talks", f"{key}: talks\n"))
    assert code == "related/left-out"
    assert message == '"talks" is the article itself'
    assert hint == "take it out"


def test_of_several_with_one_slug_the_latest_is_meant() -> None:
    site = site_of(
        article("2025-12-22-talks", "related: weekly\n")
        + article("2025-11-01-weekly")
        + article("2025-12-01-weekly")
    )
    (picked,) = site.pins.related[site.articles[0].path]
    assert picked.date.month == 12


def test_all_that_is_unknown_is_told_at_once() -> None:
    text = article("2025-12-22-talks", "related: [x1, x2]\nrelated_exclude: x3\nfollows: x4\n")
    assert complaints_of(text) == [f'there is no article "x{number}"' for number in range(1, 5)]
