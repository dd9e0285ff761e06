"""Rankings are measured by the book, and a file of judgements is read with care."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pytest

from ssg.config.site import RelatedRules
from ssg.errors import SsgError
from ssg.relate.judge import coverage, judge, parse_judgements
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
