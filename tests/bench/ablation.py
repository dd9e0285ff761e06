"""What each signal of related articles gains: ``python -m tests.bench.ablation``.

Prints nDCG@6 on the judged collections of ../shared/corpora, with each signal left out in turn.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from ssg.build.project import Options, open_project
from ssg.config.site import RelatedRules
from ssg.model.site import Article, Site
from ssg.relate import vectors
from ssg.relate.judge import Judgements, judge, parse_judgements
from ssg.relate.related import RelatedArticles
from ssg.text import term_counts
from tests.bench.judged import COLLECTIONS, write_site

SHARED = Path(__file__).parents[3] / "shared" / "corpora"
_RULES = RelatedRules()


@dataclass(frozen=True, slots=True)
class Variant:
    """The engine with something left out."""

    name: str
    """What."""
    constants: tuple[tuple[ModuleType, str, object], ...] = ()
    """Constants that have another value."""
    rules: RelatedRules = field(default=_RULES)
    """The settings."""


def _without(kind: int, value: float) -> tuple[tuple[ModuleType, str, object], ...]:
    factors = list(vectors.FACTORS)
    factors[kind] = value
    return ((vectors, "FACTORS", tuple(factors)),)


VARIANTS = (
    Variant("all of them"),
    Variant("without the weight of titles", ((term_counts, "TITLE_WEIGHT", 1),)),
    Variant("without that of first paragraphs", ((term_counts, "LEAD_WEIGHT", 0),)),
    Variant("without that of names", _without(term_counts.NAME, 1.0)),
    Variant("without pairs of words", _without(term_counts.PAIR, 0.0)),
    Variant("without tags", _without(term_counts.TAG, 0.0)),
    Variant("without the length of texts", ((vectors, "LENGTH", 0.0),)),
    Variant("without `event`", rules=replace(_RULES, event=0.0)),
    Variant("without `affair`", rules=replace(_RULES, affair=0.0)),
    Variant("without time", rules=replace(_RULES, event=0.0, affair=0.0)),
    Variant("without `hub`", rules=replace(_RULES, hub=0.0)),
)


def ndcg(site: Site, judgements: Judgements, variant: Variant) -> float:
    """Return how well a variant agrees with judgements."""
    with ExitStack() as changed:
        for module, name, value in variant.constants:
            changed.enter_context(patch.object(module, name, value))
        finder = RelatedArticles(_counted_again(site), variant.rules)
        rankings = {
            article.document.path: [one.article.document.path for one in finder.related(article)]
            for article in site.articles
        }
    return judge(rankings, judgements).ndcg


def _counted_again(site: Site) -> Site:
    return replace(site, articles=tuple(map(_with_terms, site.articles)))


def _with_terms(article: Article) -> Article:
    document = article.document
    text = document.content.text
    counted = term_counts.count_terms(document.front_matter.title, text, "en")
    return replace(
        article,
        document=replace(
            document,
            nameable=counted.nameable,
            fetch_terms=lambda: counted.terms,
            fetch_spellings=lambda: counted.spellings,
        ),
    )


def _collections() -> Iterator[tuple[Site, Judgements]]:
    options = Options(now=datetime.now(UTC), search=False)
    for name in COLLECTIONS:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / name
            write_site(SHARED / name, root)
            site = open_project(root, options).site
        judged = (SHARED / name / "qrels.tsv").read_text("utf-8")
        yield site, parse_judgements(judged, name)


def main() -> None:
    """Print the table, in Markdown."""
    collections = list(_collections())
    print(f"| | {' | '.join(COLLECTIONS)} | mean |")
    print(f"|---|{'---:|' * (len(COLLECTIONS) + 1)}")
    for variant in VARIANTS:
        scores = [ndcg(site, judgements, variant) for site, judgements in collections]
        cells = [f"{one:.3f}" for one in (*scores, sum(scores) / len(scores))]
        print(f"| {variant.name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
