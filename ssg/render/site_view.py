"""The one door through which a template sees the site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import inf

from babel import Locale

from ssg.config.site import SiteConfig
from ssg.model.site import Site, Term
from ssg.render.cards import Cards
from ssg.render.views import ArticleCard, FeedView, LinkView, TermEntry, TermRef
from ssg.templating.filters import locale_of


@dataclass(frozen=True, slots=True)
class SiteView:
    """The site, as templates see it."""

    _site: Site
    _config: SiteConfig
    _cards: Cards

    @property
    def title(self) -> str:
        """The name of the blog."""
        return self._config.title

    @property
    def description(self) -> str:
        """What it is about; may be empty."""
        return self._config.description

    @property
    def language(self) -> str:
        """Its language, as a tag such as `en`."""
        return self._config.language

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        locale: Locale = locale_of(self._config.language)
        return str(locale.text_direction)

    @property
    def base_url(self) -> str:
        """Where it is published, with a slash at its end."""
        return self._config.base_url

    @property
    def navigation(self) -> tuple[LinkView, ...]:
        """The main menu: what site.yaml says, else the sections."""
        if self._config.navigation is None:
            return tuple(LinkView(term.name, term.path) for term in self.sections)
        return tuple(LinkView(item.title, item.url) for item in self._config.navigation)

    @property
    def sections(self) -> tuple[TermRef, ...]:
        """The sections that hold articles, by name."""
        found = self._site.taxonomies["sections"].values()
        return tuple(self._cards.term(term) for term in sorted(found, key=_name) if term.articles)

    @property
    def feeds(self) -> tuple[FeedView, ...]:
        """The feeds of the whole site."""
        return feeds_of("/", self._config.title)

    @property
    def search(self) -> bool:
        """True where the site can be searched."""
        return self._config.search.enabled

    @property
    def edition(self) -> datetime | None:
        """When the newest article was published; none on an empty site."""
        return self._site.articles[0].date if self._site.articles else None

    def latest(self, count: int) -> tuple[ArticleCard, ...]:
        """Return the latest articles."""
        return self._cards.articles(self._site.articles[:count])

    def terms(self, taxonomy: str) -> tuple[TermEntry, ...]:
        """Return the terms of a taxonomy by name; threads by their last update, latest first."""
        found = self._site.taxonomies.get(taxonomy, {}).values()
        order = _last_update if taxonomy == "threads" else _name
        return tuple(
            TermEntry(self._cards.term(term), len(term.articles), term.updated)
            for term in sorted(found, key=order)
        )

    def term(self, taxonomy: str, slug: str) -> TermRef | None:
        """Return a term, if there is one."""
        found = self._site.taxonomies.get(taxonomy, {}).get(slug)
        return self._cards.term(found) if found else None

    def data(self, name: str) -> object:
        """Return what a file of content/_data/ says; none where there is no such file."""
        return self._site.contents.data.get(name)


def feeds_of(path: str, title: str) -> tuple[FeedView, ...]:
    """Return the feeds that stand below a path."""
    return (
        FeedView(title, f"{path}feed.xml", "application/atom+xml"),
        FeedView(title, f"{path}rss.xml", "application/rss+xml"),
        FeedView(title, f"{path}feed.json", "application/feed+json"),
    )


def _name(term: Term) -> tuple[str, str]:
    return (term.name.casefold(), term.slug)


def _last_update(term: Term) -> tuple[float, tuple[str, str]]:
    """Sort the latest first; terms without articles last."""
    return (-term.updated.timestamp() if term.updated else inf, _name(term))
