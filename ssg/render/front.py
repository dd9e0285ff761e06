"""What stands where on the front page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ssg.model.site import Article, Site, Term

_STORIES = 4
_LINKS = 7
_LEAD_THREAD = 2
_THREADS = 4
_SECTION_ARTICLES = 4


@dataclass(frozen=True, slots=True)
class Front:
    """The front page, composed; every article stands on it once."""

    lead: Article | None
    """The first story: the pinned one, else the latest of one's own, else the latest."""
    lead_thread: tuple[Article, ...]
    """The latest others of its thread."""
    stories: tuple[Article, ...]
    """The next of one's own."""
    links: tuple[Article, ...]
    """The latest from other outlets."""
    sections: tuple[tuple[Term, tuple[Article, ...]], ...]
    """Blocks of sections, the largest first."""
    threads: tuple[tuple[Term, datetime], ...]
    """The other threads that were last updated, and when, latest first."""
    river: tuple[Article, ...]
    """Everything else, latest first."""


def compose_front(site: Site) -> Front:
    """Return the front page of a site."""
    own = [article for article in site.articles if _is_own(article)]
    pinned = [article for article in site.articles if article.document.front_matter.pinned]
    lead = next(iter([*pinned, *own, *site.articles]), None)
    shown = {lead.path} if lead else set()

    def take(articles: Iterable[Article], count: int) -> tuple[Article, ...]:
        taken = tuple([one for one in articles if one.path not in shown][:count])
        shown.update(one.path for one in taken)
        return taken

    threads = site.taxonomies["threads"]
    told = lead.terms["threads"] if lead else ()
    lead_thread = take((one for slug in told for one in threads[slug].articles), _LEAD_THREAD)
    stories = take([*pinned, *own], _STORIES)
    links = take((one for one in site.articles if not _is_own(one)), _LINKS)
    blocks = [
        (term, articles)
        for term in _largest_first(site.taxonomies["sections"].values())
        if (articles := take(term.articles, _SECTION_ARTICLES))
    ]
    river = take(site.articles, len(site.articles))
    moving = _in_motion(one for slug, one in threads.items() if slug not in told)
    return Front(lead, lead_thread, stories, links, tuple(blocks), moving, river)


def _largest_first(sections: Iterable[Term]) -> list[Term]:
    return sorted(sections, key=lambda term: (-len(term.articles), term.slug))


def _in_motion(threads: Iterable[Term]) -> tuple[tuple[Term, datetime], ...]:
    # A single article is not a story that goes on.
    dated = [(one, one.updated) for one in threads if len(one.articles) > 1]
    moving = [(one, updated) for one, updated in dated if updated]
    moving.sort(key=lambda pair: (-pair[1].timestamp(), pair[0].slug))
    return tuple(moving[:_THREADS])


def _is_own(article: Article) -> bool:
    return article.document.front_matter.kind == "original"
