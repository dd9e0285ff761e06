"""How good related articles are: against judgements, and by what they cover."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ssg.errors import Diagnostic, Location, SsgError
from ssg.model.related import RelatedFinder
from ssg.model.site import Site
from ssg.text.suggest import Nearby
from ssg.text.words import counted

DEPTH = 6
"""How many cards are judged."""

# How many unknown files are compared with the known ones, for a hint.
_TRIED = 20

Judgements = Mapping[str, Mapping[str, float]]
"""By source file of an article, the grades of others."""


@dataclass(frozen=True, slots=True)
class Scores:
    """How well rankings agree with judgements; means over the articles judged."""

    queries: int
    """Articles for which something relevant was named."""
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


def check_judgements(judgements: Judgements, files: Iterable[str], path: str) -> list[Diagnostic]:
    """Return what keeps judgements from measuring a site.

    Nothing can be measured where no grade is above zero, or where none of the articles judged,
    or none of those named for them, is one of the site: errors. Some that are not there are a
    warning.

    Args:
        judgements: the judgements.
        files: the source files of the site's articles.
        path: where the judgements were read.

    """
    where = Location(path)
    if not any(_relevant(grades) for grades in judgements.values()):
        hint = "give those that ought to be shown a grade of 1 or more"
        return [Diagnostic("error", "related/nothing-judged", "no grade above 0", where, hint)]
    known = {_plain(file): file for file in files}
    named = {one for grades in judgements.values() for one in grades}
    unknown = sorted({*judgements, *named} - known.keys())
    if not unknown:
        return []
    nothing = known.keys().isdisjoint(judgements) or known.keys().isdisjoint(named)
    total = counted(len({*judgements, *named}), "source file")
    return [
        Diagnostic(
            "error" if nothing else "warning",
            "related/judged-unknown",
            f"{len(unknown)} of the {total} judged are no published articles of this site",
            where,
            _way_out(unknown, known),
        )
    ]


def _way_out(unknown: Sequence[str], known: Mapping[str, str]) -> str:
    nearby = Nearby(known)
    for one in unknown[:_TRIED]:
        meant = nearby.nearest(one)
        if meant:
            return f'for "{one}", did you mean "{known[meant]}"?'
    example = f', such as "{min(known.values())}"' if known else ""
    return f'"{unknown[0]}" is one; write files as "ssg related --all" prints them{example}'


def judge(rankings: Mapping[str, Sequence[str]], judgements: Judgements) -> Scores:
    """Return how well rankings agree with judgements, both by source file.

    An article that is judged but has no ranking is passed over, and so is one for which nothing
    relevant is named: nothing could be right for it.
    """
    known = {_plain(query): [_plain(one) for one in ranking] for query, ranking in rankings.items()}
    totals = [0.0] * 4
    queries = [
        query for query, grades in judgements.items() if query in known and _relevant(grades)
    ]
    for query in queries:
        grades = judgements[query]
        gains = [grades.get(one, 0.0) for one in known[query][:DEPTH]]
        ideal = _discounted(sorted(grades.values(), reverse=True)[:DEPTH])
        first = next((place for place, gain in enumerate(gains, 1) if gain > 0), 0)
        parts = (
            _discounted(gains) / ideal,
            sum(gain > 0 for gain in gains) / _relevant(grades),
            float(first == 1),
            1 / first if first else 0.0,
        )
        totals = [total + part for total, part in zip(totals, parts, strict=True)]
    means = [total / len(queries) if queries else 0.0 for total in totals]
    return Scores(len(queries), *means)


def coverage(site: Site, finder: RelatedFinder, links: Mapping[str, Sequence[str]]) -> Coverage:
    """Return what the related articles of a site come to, as its pages show them.

    What happened next counts among the cards of a page.

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
        later = {one.path for one in finder.next(article)}
        paths = later | {card.article.path for card in finder.related(article, later)}
        shown.update(paths)
        if len(paths) < 3:
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


def _relevant(grades: Mapping[str, float]) -> int:
    return sum(grade > 0 for grade in grades.values())


def _plain(source: str) -> str:
    return source.strip().removeprefix("content/").removeprefix("posts/").removesuffix(".md")


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(place + 1) for place, gain in enumerate(gains, 1))
