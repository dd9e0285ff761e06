"""What stands where on the front page, and on the front of a section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from ssg.model.site import Article, Site, Term

_STORIES = 4
_LINKS = 7
_LEAD_THREAD = 2
_THREADS = 4
_THREAD_ARTICLES = 3
_SECTION_ARTICLES = 4
_SECTION_LINKS = 5


@dataclass(frozen=True, slots=True)
class Moving:
    """A thread that goes on."""

    term: Term
    """The thread."""
    count: int
    """How many articles it has."""
    updated: datetime
    """When the latest of them was published or changed."""
    latest: tuple[Article, ...]
    """The last of them, latest first."""


@dataclass(frozen=True, slots=True)
class Front:
    """The front of a site or a section, composed; every article stands on it once, the timelines
    of threads apart. A translation stands in the river, where the original is among the articles.
    """

    lead: Article | None
    """The first story: the latest that is pinned, else the latest of one's own, else the latest."""
    lead_thread: tuple[Article, ...]
    """The latest others of its thread."""
    stories: tuple[Article, ...]
    """The other pinned ones, then the next of one's own."""
    links: tuple[Article, ...]
    """The latest from other outlets."""
    sections: tuple[tuple[Term, tuple[Article, ...]], ...]
    """Blocks of sections, the largest first."""
    threads: tuple[Moving, ...]
    """The other threads that were last updated, latest first."""
    river: tuple[Article, ...]
    """Everything else, latest first."""


NOTHING = Front(None, (), (), (), (), (), ())
"""An empty front page; later pages of the river show nothing else."""


def compose_front(site: Site) -> Front:
    """Return the front page of a site."""
    head = _Head(site, site.articles)
    lead_thread = head.lead_thread()
    stories = head.take(head.first, _STORIES)
    links = head.take(head.others, _LINKS)
    blocks = [
        (term, articles)
        for term in _largest_first(site.taxonomies["sections"].values())
        if (articles := head.take(_told_once(site, term.articles), _SECTION_ARTICLES))
    ]
    river = head.take(site.articles, len(site.articles))
    moving = head.threads_in_motion(site.taxonomies["threads"])
    return Front(head.lead, lead_thread, stories, links, tuple(blocks), moving, river)


def compose_section(site: Site, slug: str) -> Front:
    """Return the front of a section: its lead, its stories, what it took from other outlets, and
    the threads to which two or more of its pieces belong.
    """
    articles = site.term("sections", slug).articles
    head = _Head(site, articles)
    lead_thread = head.lead_thread()
    stories = head.take(head.first, _STORIES)
    links = head.take(head.others, _SECTION_LINKS)
    held = Counter(thread for one in articles for thread in one.terms["threads"])
    moving = head.threads_in_motion([one for one, count in held.items() if count > 1])
    return Front(head.lead, lead_thread, stories, links, (), moving, ())


class _Head:
    """The first of some articles, and which of them have a place by now."""

    def __init__(self, site: Site, every: Sequence[Article]) -> None:
        articles = _told_once(site, every)
        own = [article for article in articles if _is_own(article)]
        pinned = [article for article in articles if article.document.front_matter.pinned]
        self.first = [*pinned, *own]
        self.others = [article for article in articles if not _is_own(article)]
        self.lead = next(iter([*self.first, *articles]), None)
        self._site = site
        self._threads = site.taxonomies["threads"]
        self._told = self.lead.terms["threads"] if self.lead else ()
        self._shown = {self.lead.path} if self.lead else set()

    def take(self, articles: Iterable[Article], count: int) -> tuple[Article, ...]:
        """Return the first that have no place, which have one from now on."""
        fresh = {one.path: one for one in articles if one.path not in self._shown}
        taken = tuple(fresh.values())[:count]
        self._shown.update(one.path for one in taken)
        return taken

    def lead_thread(self) -> tuple[Article, ...]:
        """Take the latest others of the thread of the lead."""
        others = [one for slug in self._told for one in self._threads[slug].articles]
        return self.take(_told_once(self._site, others), _LEAD_THREAD)

    def threads_in_motion(self, slugs: Iterable[str]) -> tuple[Moving, ...]:
        """Return the threads that were updated last, but for that of the lead.

        A single article is not a story that goes on.
        """
        terms = (self._threads[slug] for slug in slugs if slug not in self._told)
        moving = [
            Moving(term, len(term.articles), term.updated, term.articles[:_THREAD_ARTICLES])
            for term in terms
            if len(term.articles) > 1 and term.updated
        ]
        moving.sort(key=lambda one: (-one.updated.timestamp(), one.term.slug))
        return tuple(moving[:_THREADS])


def _told_once(site: Site, articles: Sequence[Article]) -> list[Article]:
    """Return articles without translations of others of them, but for those that are pinned."""
    paths = {one.path for one in articles}

    def is_told(article: Article) -> bool:
        original = site.translations.get(article.path, (article,))[0]
        pinned = article.document.front_matter.pinned
        return original.path == article.path or original.path not in paths or pinned

    return [one for one in articles if is_told(one)]


def _largest_first(sections: Iterable[Term]) -> list[Term]:
    return sorted(sections, key=lambda term: (-len(term.articles), term.slug))


def _is_own(article: Article) -> bool:
    return article.document.front_matter.kind == "original"
