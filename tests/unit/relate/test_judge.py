"""Rankings are measured by the book, and a file of judgements is read with care."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pytest

from ssg.config.site import RelatedRules
from ssg.errors import SsgError
from ssg.relate.judge import check_judgements, coverage, judge, parse_judgements
from ssg.relate.related import RelatedArticles
from tests.unit.relate.making import site_of, untitled

_JUDGED: Mapping[str, Mapping[str, float]] = {"a": {"b": 2, "c": 1, "d": 0}}


@pytest.mark.parametrize(
    ("ranking", "ndcg", "recall", "first", "mrr"),
    [
        (["b", "c"], 1, 1, 1, 1),
        (["c", "b"], (1 + 2 / math.log2(3)) / (2 + 1 / math.log2(3)), 1, 1, 1),
        (["d", "b"], 2 / math.log2(3) / (2 + 1 / math.log2(3)), 0.5, 0, 0.5),
        (["x", "y", "z", "d"], 0, 0, 0, 0),
        ([], 0, 0, 0, 0),
        # The seventh card is none.
        (["1", "2", "3", "4", "5", "6", "b"], 0, 0, 0, 0),
    ],
)
def test_measures_are_those_of_the_book(
    ranking: Sequence[str], ndcg: float, recall: float, first: float, mrr: float
) -> None:
    scores = judge({"a": ranking}, _JUDGED)
    measured = (scores.ndcg, scores.recall, scores.precision_first, scores.mrr)
    assert measured == pytest.approx((ndcg, recall, first, mrr))
    assert scores.queries == 1


def test_measures_are_means_over_what_was_judged() -> None:
    scores = judge({"a": ["b"], "e": ["f"], "unjudged": ["b"]}, {"a": {"b": 1}, "e": {"g": 1}})
    assert (scores.queries, scores.ndcg) == (2, 0.5)


def test_articles_that_are_not_there_are_passed_over() -> None:
    assert judge({"a": ["b"]}, {"a": {"b": 1}, "gone": {"b": 1}}).queries == 1
    assert judge({}, _JUDGED).ndcg == 0


def test_article_for_which_nothing_relevant_is_named_does_not_count() -> None:
    judged = {"a": {"b": 1}, "none": {"b": 0}, "less": {"b": -1}}
    scores = judge({"a": ["b"], "none": ["b"], "less": ["b"]}, judged)
    assert (scores.queries, scores.ndcg, scores.recall) == (1, 1, 1)


_FILES = ["posts/2025-12-22-talks.md", "posts/2025-12-21-front.md", "posts/2025-12-20-fleet.md"]


def _check(judged: Mapping[str, Mapping[str, float]]) -> list[tuple[str, str, str]]:
    found = check_judgements(judged, _FILES, "qrels.tsv")
    assert all(one.location and str(one.location) == "qrels.tsv" and one.hint for one in found)
    return [(one.severity, one.code, one.message) for one in found]


def test_judgements_of_known_articles_are_well() -> None:
    assert _check({"2025-12-22-talks": {"2025-12-21-front": 1, "2025-12-20-fleet": 0}}) == []


@pytest.mark.parametrize(
    ("judged", "severity", "message"),
    [
        ({"a": {"b": 1}}, "error", "2 of the 2 source files judged"),
        ({"a": {"2025-12-21-front": 1}}, "error", "1 of the 2 source files judged"),
        ({"2025-12-21-front": {"b": 1, "c": 1}}, "error", "2 of the 3 source files judged"),
        (
            {"2025-12-21-front": {"2025-12-22-talks": 1}, "a": {"a": 1}},
            "warning",
            "1 of the 3 source files judged",
        ),
    ],
)
def test_judgements_of_unknown_articles_are_counted(
    judged: Mapping[str, Mapping[str, float]], severity: str, message: str
) -> None:
    whole = f"{message} are no published articles of this site"
    assert _check(judged) == [(severity, "related/judged-unknown", whole)]


@pytest.mark.parametrize("judged", [{}, {"2025-12-22-talks": {"2025-12-21-front": 0.0}}])
def test_judgements_without_a_grade_above_zero_measure_nothing(
    judged: Mapping[str, Mapping[str, float]],
) -> None:
    assert _check(judged) == [("error", "related/nothing-judged", "no grade above 0")]


def test_hint_names_a_near_file_or_says_how_files_are_written() -> None:
    near = check_judgements({"2025-12-22-talsk": {"a": 1}}, _FILES, "qrels.tsv")[0].hint
    assert near == 'for "2025-12-22-talsk", did you mean "posts/2025-12-22-talks.md"?'
    far = check_judgements({"x": {"y": 1}}, _FILES, "qrels.tsv")[0].hint
    assert '"x" is one' in far
    assert '"posts/2025-12-20-fleet.md"' in far


def test_paths_are_those_of_files_however_they_are_written() -> None:
    judged = parse_judgements("content/posts/a.md\tposts/b/c.md\t1\n", "qrels.tsv")
    assert judge({"posts/a.md": ["posts/b/c.md"]}, judged).ndcg == 1


def test_judgements_are_read_line_by_line() -> None:
    judged = parse_judgements("a\tb\t2\r\n\na\tc\t0.5\nb\ta\t1\tby hand\n", "qrels.tsv")
    assert judged == {"a": {"b": 2, "c": 0.5}, "b": {"a": 1}}
    assert parse_judgements("", "qrels.tsv") == {}


def test_every_line_that_is_no_judgement_is_told_with_its_place() -> None:
    with pytest.raises(SsgError) as failure:
        parse_judgements("a\tb\t1\na b 1\na\tb\tmuch\na\tb\n", "qrels.tsv")
    places = [one.location.line for one in failure.value.diagnostics if one.location]
    assert places == [2, 3, 4]
    assert {one.code for one in failure.value.diagnostics} == {"related/judgement"}
    assert all("tab" in one.hint for one in failure.value.diagnostics)


def test_article_that_any_page_shows_is_recommended_and_all_others_never() -> None:
    words = ("ceasefire envoy", "ceasefire envoy", "tariff cheese", "tariff cheese", "violin")
    site = site_of(
        "".join(untitled(f"2025-12-0{n}-x{n}", "", said) for n, said in enumerate(words, 1))
        + untitled("2025-12-09-picker", "related: [x5]\n", "harbour")
        + untitled("2025-12-10-sequel", "follows: x4\n", "lighthouse")
    )
    finder = RelatedArticles(site, RelatedRules())
    shown = {
        card.article.document.path for one in site.articles for card in finder.related(one)
    } | {later.document.path for one in site.articles for later in finder.next(one)}
    found = coverage(site, finder, {})
    files = {one.document.path for one in site.articles}
    assert "posts/2025-12-05-x5.md" not in found.never, "the editors of another picked it"
    assert "posts/2025-12-10-sequel.md" not in found.never, "it is what happened next to another"
    assert "posts/2025-12-09-picker.md" in found.never
    assert set(found.never) == files - shown
    assert list(found.never) == sorted(set(found.never))


def test_coverage_counts_what_is_shown_and_by_whom() -> None:
    site = site_of(
        untitled("2025-12-22-talks", "tags: [a]\nrelated: [lone]\n", "ceasefire envoy")
        + untitled("2025-12-21-front", "tags: [a]\n", "ceasefire envoy")
        + untitled("2025-12-20-lone", "", "violin")
        + "".join(untitled(f"2025-11-0{number}-x{number}") for number in range(1, 6))
    )
    paths = {one.slug: one.path for one in site.articles}
    finder = RelatedArticles(site, RelatedRules())

    found = coverage(site, finder, {paths["front"]: [paths["talks"], paths["lone"]]})

    assert found.articles == 8
    assert found.pins_found == (0, 1)
    assert found.links_found == (1, 2)
    assert len(found.lacking) == 8
    assert "posts/2025-12-20-lone.md" not in found.never
    assert "posts/2025-11-01-x1.md" in found.never
    assert dict(found.most)["posts/2025-12-20-lone.md"] == 1
