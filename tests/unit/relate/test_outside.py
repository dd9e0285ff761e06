"""A text from elsewhere finds what the blog has covered of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ssg.config.site import RelatedRules
from ssg.relate.outside import Coverage, Covered
from ssg.relate.related import RelatedArticles
from tests.support.sites import NOW
from tests.unit.relate.making import article, site_of

_RULES = RelatedRules()
_TALKS = "The envoys of Ukraine and Russia met in Florida to talk of a ceasefire. " * 3
_CARS = "Exports of cars fell as tariffs on steel rose, carmakers in Detroit say. " * 3
_FLOOD = "The river rose at night and flooded a valley of Florida; bridges fell. " * 3

_SITE = (
    article("2025-12-22-talks", "thread: ukraine-talks\n", _TALKS)
    + article("2025-12-20-envoys", "", _TALKS.replace("Florida", "Geneva"))
    + article("2025-12-21-cars", "", _CARS)
    + article("2025-12-19-steel", "", _CARS.replace("Detroit", "Ohio"))
    + article("2025-12-18-flood", "", _FLOOD)
    + article("2025-12-17-water", "", _FLOOD.replace("night", "noon"))
)


def _coverage(text: str = _SITE, rules: RelatedRules = _RULES) -> Coverage:
    site = site_of(text)
    return Coverage(site, RelatedArticles(site, rules), rules, "en")


def _found(title: str, text: str = "", coverage: Coverage | None = None) -> Covered:
    found = (coverage or _coverage()).of(title, text, NOW)
    assert found
    return found


def test_the_nearest_article_is_found_with_its_thread() -> None:
    found = _found("Envoys meet in Florida", "Russia and Ukraine talk of a ceasefire.")
    assert (found.article.slug, found.thread) == ("talks", "ukraine-talks")
    assert 0 < found.same <= 1
    assert _found("Envoys meet in Geneva", "Talk of a ceasefire in Geneva").thread == ""


def test_a_title_alone_is_enough() -> None:
    assert _found("Carmakers in Detroit fear tariffs").article.slug == "cars"


def test_the_words_of_an_article_find_it_as_nearly_the_same() -> None:
    found = _found("2025-12-21-cars", _CARS)
    assert found.article.slug == "cars"
    assert found.same > 0.95


def test_what_has_nothing_in_common_finds_nothing() -> None:
    coverage = _coverage()
    assert coverage.of("A chess champion is crowned", "In Singapore.", NOW) is None
    assert coverage.of("", "", NOW) is None


def test_the_threshold_of_the_site_counts() -> None:
    said = ("Envoys meet", "They talk.")
    same = _found(*said).same
    assert _coverage(rules=RelatedRules(threshold=same + 0.01)).of(*said, NOW) is None


def test_of_two_that_are_as_near_the_one_of_the_same_weeks_comes_first() -> None:
    twins = article("2024-12-22-old", "", _TALKS) + article("2025-12-22-new", "", _TALKS)
    coverage = _coverage(twins + article("2025-01-01-other", "", _CARS))
    assert _found("Envoys in Florida", _TALKS, coverage).article.slug == "new"
    old = coverage.of("Envoys in Florida", _TALKS, NOW - timedelta(days=390))
    assert old
    assert old.article.slug == "old"


def test_asking_changes_nothing() -> None:
    coverage = _coverage()
    first = _found("Envoys meet in Florida", _TALKS, coverage)
    _found("Carmakers in Detroit", _CARS, coverage)
    assert _found("Envoys meet in Florida", _TALKS, coverage) == first


@pytest.mark.parametrize("text", ["", article("2025-12-22-one", "", _TALKS)])
def test_a_blog_that_has_nothing_to_compare_finds_nothing(text: str) -> None:
    assert _coverage(text).of("Envoys meet in Florida", _TALKS, NOW) is None
