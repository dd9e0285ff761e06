"""What several questions about a site need to know of it, found out once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from ssg.config.site import SiteConfig
from ssg.model.related import Related, RelatedFinder
from ssg.model.site import Article, Site, Term
from ssg.model.views import VIEWS, counts_of
from ssg.render.archive import by_period, years_of
from ssg.render.front import Front, compose_front
from ssg.render.most_read import rank_by_views
from ssg.render.sitemap_entries import Entry, sitemap_entries
from ssg.render.views.parts import YearCount

_AT_HAND = 16


class Lookups:
    """Finds out what is asked for when it is asked for, and remembers it."""

    def __init__(self, site: Site, config: SiteConfig, finder: RelatedFinder) -> None:
        """Begin.

        Args:
            site: the site.
            config: its configuration.
            finder: finds related articles.

        """
        self._site = site
        self._config = config
        self._finder = finder
        # Asked by a page, and once more to know its answer again.
        self.related = lru_cache(_AT_HAND)(self._find_related)
        # Asked by every page, several times.
        self.named_terms = lru_cache(_AT_HAND)(self._find_named_terms)

    @cached_property
    def front(self) -> Front:
        """What stands on the front page."""
        return compose_front(self._site)

    @cached_property
    def most_read(self) -> tuple[Article, ...]:
        """The articles by how often they were read; none without a snapshot."""
        views = counts_of(self._site.contents.data.get(VIEWS))
        return rank_by_views(self._site, views, self._config.base_url) if views else ()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What the sitemap lists."""
        return tuple(sitemap_entries(self._site))

    @cached_property
    def years(self) -> tuple[YearCount, ...]:
        """How many articles each year holds."""
        return years_of(self._site.articles)

    @cached_property
    def periods(self) -> Mapping[tuple[int, int], Sequence[Article]]:
        """The articles of each year and month."""
        return by_period(self._site.articles)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each article among all, by its path."""
        return {article.path: place for place, article in enumerate(self._site.articles)}

    def _find_related(self, path: str) -> tuple[tuple[Related, ...], tuple[Article, ...]]:
        article = self._site.by_path[path]
        following = self._finder.next(article)
        return self._finder.related(article, {one.path for one in following}), following

    def _find_named_terms(self, taxonomy: str) -> tuple[Term, ...]:
        found = (one for one in self._site.taxonomies[taxonomy].values() if one.articles)
        return tuple(sorted(found, key=lambda one: one.order))
