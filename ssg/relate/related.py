"""Which articles are about the same."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable

from ssg.model.related import Related, RelatedTo
from ssg.model.site import Article, Site, Term

_SIGNALS = ("tags", "sections")
# A shared section says little: it decides only among articles that share no tag.
_SECTION_WEIGHT = 0.05


def related_articles(site: Site, count: int) -> RelatedTo:
    """Return the function that finds the articles related to one.

    Shared tags count, the rarer the more; then a shared section; then nearness in time.
    """
    total = len(site.articles)

    def weight(term: Term) -> float:
        rarity = math.log(1 + total / len(term.articles))
        return rarity if term.taxonomy == "tags" else rarity * _SECTION_WEIGHT

    def related_to(article: Article) -> tuple[Related, ...]:
        scores: dict[str, float] = defaultdict(float)
        shared: dict[str, list[Term]] = defaultdict(list)
        for taxonomy in _SIGNALS:
            for slug in article.terms[taxonomy]:
                term = site.term(taxonomy, slug)
                for other in term.articles:
                    scores[other.path] += weight(term)
                    shared[other.path].append(term)
        scores.pop(article.path, None)

        def rank(path: str) -> tuple[float, float, str]:
            distance = abs((site.by_path[path].date - article.date).total_seconds())
            return (-round(scores[path], 9), distance, path)

        return tuple(
            Related(site.by_path[path], _reasons(shared[path], weight))
            for path in sorted(scores, key=rank)[:count]
        )

    return related_to


def _reasons(shared: list[Term], weight: Callable[[Term], float]) -> tuple[str, ...]:
    tags = [term for term in shared if term.taxonomy == "tags"]
    return tuple(term.name for term in sorted(tags, key=lambda term: (-weight(term), term.slug)))
