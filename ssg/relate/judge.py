"""How good related articles are: against judgements, and by what they cover."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ssg.errors import Diagnostic, Location, SsgError
from ssg.model.related import RelatedFinder
from ssg.model.site import Site

DEPTH = 6
"""How many cards are judged."""

Judgements = Mapping[str, Mapping[str, float]]
"""By source file of an article, the grades of others."""


@dataclass(frozen=True, slots=True)
class Scores:
    """How well rankings agree with judgements; means over the articles judged."""

    queries: int
    """Articles that were judged."""
    ndcg: float
    """Normalised discounted cumulative gain (Järvelin and Kekäläinen, 2002); gain is the grade."""
    recall: float
    """The part of the relevant articles that was shown."""
    precision_first: float
    """How often the first card was relevant."""
    mrr: float
    """The mean of one over the place of the first relevant card."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the related articles of a whole site come to."""

    articles: int
    """Articles of the site."""
    lacking: tuple[str, ...]
    """Source files of articles with fewer than three cards."""
    never: tuple[str, ...]
    """Source files of articles that no other shows."""
    most: tuple[tuple[str, int], ...]
    """Source files shown most, with how often."""
    pins_found: tuple[int, int]
    """Of the articles that the editors picked, how many would be shown anyway, and of how many."""
    links_found: tuple[int, int]
    """Of the articles linked to in the texts, how many are among the cards, and of how many."""


def parse_judgements(text: str, path: str) -> Judgements:
    """Return the judgements of a text of lines with two source files and a grade, split by tabs.

    Raises:
        SsgError: with every line that is none.

    """
    judged: dict[str, dict[str, float]] = {}
    problems: list[Diagnostic] = []
    for number, line in enumerate(text.splitlines(), 1):
        fields = line.split("\t")
        try:
            query, document, grade = fields[0], fields[1], float(fields[2])
        except (IndexError, ValueError):
            if line.strip():
                where = Location(path, number, 0, line)
                hint = "write two source files and a number, with tabs between them"
                message = "not a judgement"
                problems.append(Diagnostic("error", "related/judgement", message, where, hint))
            continue
        judged.setdefault(_plain(query), {})[_plain(document)] = grade
    if problems:
        raise SsgError(problems)
    return judged


def judge(rankings: Mapping[str, Sequence[str]], judgements: Judgements) -> Scores:
    """Return how well rankings agree with judgements, both by source file.

    An article that is judged but has no ranking is passed over.
    """
    known = {_plain(query): [_plain(one) for one in ranking] for query, ranking in rankings.items()}
    totals = [0.0] * 4
    queries = [query for query in judgements if query in known]
    for query in queries:
        grades = judgements[query]
        gains = [grades.get(one, 0.0) for one in known[query][:DEPTH]]
        relevant = sum(grade > 0 for grade in grades.values())
        ideal = _discounted(sorted(grades.values(), reverse=True)[:DEPTH])
        first = next((place for place, gain in enumerate(gains, 1) if gain > 0), 0)
        parts = (
            _discounted(gains) / ideal if ideal else 0.0,
            sum(gain > 0 for gain in gains) / relevant if relevant else 0.0,
            float(first == 1),
            1 / first if first else 0.0,
        )
        totals = [total + part for total, part in zip(totals, parts, strict=True)]
    means = [total / len(queries) if queries else 0.0 for total in totals]
    return Scores(len(queries), *means)


def coverage(site: Site, finder: RelatedFinder, links: Mapping[str, Sequence[str]]) -> Coverage:
    """Return what the related articles of a site come to.

    Args:
        site: the site.
        finder: finds related articles.
        links: the paths of articles that each links to in its text, by path.

    """
    shown: Counter[str] = Counter()
    lacking: list[str] = []
    pins = [0, 0]
    linked = [0, 0]
    for article in site.articles:
        cards = finder.related(article)
        paths = {card.article.path for card in cards}
        shown.update(paths)
        if len(cards) < 3:
            lacking.append(article.document.path)
        near = finder.nearest(article)
        picked = [one.path for one in site.pins.related[article.path]]
        pins[0] += sum(path in near for path in picked)
        pins[1] += len(picked)
        linked[0] += sum(path in paths for path in links.get(article.path, ()))
        linked[1] += len(links.get(article.path, ()))
    files = {article.path: article.document.path for article in site.articles}
    return Coverage(
        articles=len(site.articles),
        lacking=tuple(sorted(lacking)),
        never=tuple(sorted(file for path, file in files.items() if path not in shown)),
        most=tuple((files[path], count) for path, count in shown.most_common(10)),
        pins_found=(pins[0], pins[1]),
        links_found=(linked[0], linked[1]),
    )


def _plain(source: str) -> str:
    return source.strip().removeprefix("content/").removeprefix("posts/").removesuffix(".md")


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(place + 1) for place, gain in enumerate(gains, 1))
