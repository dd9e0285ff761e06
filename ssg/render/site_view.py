"""The one door through which a template sees the site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from math import inf

from ssg.config.site import SiteConfig
from ssg.model.site import Term
from ssg.render.cards import Cards
from ssg.render.newsletter import newsletter_view
from ssg.render.paths import VECTOR_ICON, icon_path
from ssg.render.questions import Questions
from ssg.render.share_cards import site_share_image
from ssg.render.views.article import ArticleCard
from ssg.render.views.counter import CounterView
from ssg.render.views.newsletter import NewsletterView
from ssg.render.views.parts import FeedView, LinkView, TermEntry, TermRef
from ssg.render.views.share import ShareImage
from ssg.text.locales import direction_of


@dataclass(frozen=True, slots=True)
class SiteView:
    """The site, as templates see it."""

    _config: SiteConfig
    _ask: Questions
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
        return direction_of(self._config.language)

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
        return tuple(map(self._cards.term, self._ask.named_terms("sections")))

    @property
    def feeds(self) -> tuple[FeedView, ...]:
        """The feeds of the whole site."""
        return feeds_of("/", self._config.title)

    @property
    def search(self) -> bool:
        """True where the site can be searched."""
        return self._config.search.enabled

    @property
    def newsletter(self) -> NewsletterView | None:
        """The call for a newsletter; none where site.yaml has none."""
        found = self._config.newsletter
        return newsletter_view(found) if found else None

    @property
    def counter(self) -> CounterView | None:
        """Who counts how often articles are read; none where nobody does."""
        rules = self._config.views
        return CounterView(rules.goatcounter, rules.show) if rules.goatcounter else None

    @property
    def share_image(self) -> ShareImage | None:
        """The picture that stands for the site where it is shared; none where share cards are
        off.
        """
        return site_share_image(self._config)

    @property
    def icon(self) -> str:
        """Root-relative path of its icon; empty where site.yaml names none."""
        if not self._config.icon:
            return ""
        is_vector = self._config.icon.casefold().endswith(".svg")
        return VECTOR_ICON if is_vector else icon_path(192)

    @property
    def offline(self) -> bool:
        """True where browsers keep articles for reading without a connection."""
        return self._config.offline.articles > 0

    @property
    def corrections(self) -> bool:
        """True where corrections were made, and so where `/corrections/` lists them."""
        return self._ask.any_corrections()

    @property
    def edition(self) -> datetime | None:
        """When the newest article was published; none on an empty site."""
        latest = self._ask.latest("1")
        return self._cards.article(latest[0]).date if latest else None

    def latest(self, count: int) -> tuple[ArticleCard, ...]:
        """Return the latest articles."""
        return self._cards.articles(self._ask.latest(str(count)))

    def most_read(self, count: int) -> tuple[ArticleCard, ...]:
        """Return the articles that were read most; none without a snapshot of views."""
        return self._cards.articles(self._ask.most_read(str(count)))

    def terms(self, taxonomy: str) -> tuple[TermEntry, ...]:
        """Return the terms of a taxonomy by name; threads by their last update, latest first."""
        order = _last_update if taxonomy == "threads" else _name
        return tuple(
            TermEntry(self._cards.term(term), count, updated)
            for term, count, updated in sorted(
                self._ask.terms(taxonomy), key=lambda counted: order(counted[0])
            )
        )

    def term(self, taxonomy: str, slug: str) -> TermRef | None:
        """Return a term, if there is one."""
        found = self._ask.term(taxonomy, slug)
        return self._cards.term(found) if found else None

    def data(self, name: str) -> object:
        """Return what a file of content/_data/ says; none where there is no such file."""
        return self._ask.data(name)


# Every page announces the feeds of the site.
@lru_cache(maxsize=16)
def feeds_of(path: str, title: str) -> tuple[FeedView, ...]:
    """Return the feeds that stand below a path."""
    return (
        FeedView(title, f"{path}feed.xml", "application/atom+xml"),
        FeedView(title, f"{path}rss.xml", "application/rss+xml"),
        FeedView(title, f"{path}feed.json", "application/feed+json"),
    )


def _name(term: Term) -> tuple[str, str]:
    return term.order


def _last_update(term: Term) -> tuple[float, tuple[str, str]]:
    """Sort the latest first; terms without articles last."""
    return (-term.updated.timestamp() if term.updated else inf, term.order)
