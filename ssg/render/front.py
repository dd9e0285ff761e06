"""What stands where on the front page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ssg.model.site import Article, Site, Term
from ssg.render.site_view import sections_in_order

_STORIES = 4
_LINKS = 7
_SECTION_ARTICLES = 4


@dataclass(frozen=True, slots=True)
class Front:
    """The front page, composed; every article stands on it once."""

    lead: Article | None
    """The first story: the pinned one, else the latest of one's own, else the latest."""
    stories: tuple[Article, ...]
    """The next of one's own."""
    links: tuple[Article, ...]
    """The latest from other outlets."""
    sections: tuple[tuple[Term, tuple[Article, ...]], ...]
    """Blocks of sections."""
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

    stories = take([*pinned, *own], _STORIES)
    links = take((one for one in site.articles if not _is_own(one)), _LINKS)
    blocks = [
        (term, articles)
        for term in sections_in_order(site)
        if (articles := take(term.articles, _SECTION_ARTICLES))
    ]
    return Front(lead, stories, links, tuple(blocks), take(site.articles, len(site.articles)))


def _is_own(article: Article) -> bool:
    return article.document.front_matter.kind == "original"
