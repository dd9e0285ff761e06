"""Threads that the editors haven't named yet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from ssg.model.site import Article, Site
from ssg.relate.related import RelatedArticles
from ssg.text.slug import slugify

# Two pieces on one affair make a pair; three begin to make a story.
_SMALLEST = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Articles that seem to follow one story."""

    slug: str
    """A name for it, from the terms that hold it together."""
    articles: tuple[Article, ...]
    """Its articles in order of time."""
    joins: str
    """The thread that most of it belongs to already; empty for a new one."""


def suggest_threads(site: Site, finder: RelatedArticles) -> tuple[Suggestion, ...]:
    """Return the stories that articles seem to follow, the largest first.

    Articles that say much the same within weeks of one another belong together, and so do those
    in between. Where some of them have a thread, the others are proposed for it.
    """
    groups = _groups(site, finder)
    found = [
        suggestion
        for group in groups
        if len(group) >= _SMALLEST and (suggestion := _suggest(group, finder))
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.articles), one.slug)))


def _groups(site: Site, finder: RelatedArticles) -> list[list[Article]]:
    """Return the articles of a site by the matches that hold them together."""
    leaders = {article.path: article.path for article in site.articles}

    def leader(path: str) -> str:
        while leaders[path] != path:
            leaders[path] = leaders[leaders[path]]
            path = leaders[path]
        return path

    for article in site.articles:
        for other in finder.strong_matches(article):
            leaders[leader(other.path)] = leader(article.path)
    groups: dict[str, list[Article]] = {}
    for article in site.articles:
        groups.setdefault(leader(article.path), []).append(article)
    return list(groups.values())


def _suggest(group: list[Article], finder: RelatedArticles) -> Suggestion | None:
    ordered = tuple(sorted(group, key=lambda one: (one.date, one.path)))
    threads = Counter(slug for one in ordered for slug in one.terms["threads"])
    without = tuple(one for one in ordered if not one.terms["threads"])
    if not without:
        return None
    if threads:
        joins = min(threads, key=lambda slug: (-threads[slug], slug))
        return Suggestion(joins, without, joins)
    names: Counter[str] = Counter()
    for one, other in pairwise(ordered):
        names.update(*finder.reasons(one, [other]))
    most = sorted(names, key=lambda name: (-names[name], name))[:2]
    slug = slugify(" ".join(most)) or slugify(ordered[0].title)
    return Suggestion(slug, without, "")
