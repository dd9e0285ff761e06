"""What search engines may show of a site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ssg.model.site import Article, Page, Site
from ssg.render.archive import years_of
from ssg.render.paths import CORRECTIONS, archive_path

LIMIT = 50_000
"""How many URLs a sitemap may hold."""

# Google shows news of the last two days, at most 1,000 of them.
NEWS_DAYS = 2
"""For how long an article is news."""
_NEWS_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in a sitemap."""

    path: str
    """The page."""
    changed: datetime | None = None
    """When it was last changed."""
    translations: tuple[tuple[str, str], ...] = ()
    """The languages in which it is published, each with the path; the original first."""


def sitemap_entries(site: Site) -> Iterator[Entry]:
    """Yield everything that search engines may show, in a steady order."""
    published = [one for one in site.articles if one.status == "published"]
    yield Entry("/", _latest(published))
    for article in published:
        if not article.is_whole_copy:
            yield Entry(article.path, article.changed, _translations(article, site))
    for page in site.pages:
        if page.status == "published":
            yield Entry(page.path, page.updated, _translations(page, site))
    for taxonomy, terms in site.taxonomies.items():
        if terms:
            yield Entry(f"/{taxonomy}/")
        for term in terms.values():
            yield Entry(term.path, _latest(term.articles))
    corrected = [one.date for one in site.corrections if one.article.status == "published"]
    if corrected:
        yield Entry(CORRECTIONS, corrected[0])
    yield Entry(archive_path())
    for year in years_of(site.articles):
        yield Entry(year.path)
        for month in year.months:
            yield Entry(month.path)


def recent_news(site: Site) -> tuple[tuple[Article, ...], tuple[Article, ...]]:
    """Return the articles of the last days, latest first; and the latest, whatever its age."""
    articles = [one for one in site.articles if one.status == "published" and not one.is_whole_copy]
    since = site.now - timedelta(days=NEWS_DAYS)
    recent = [one for one in articles if one.date >= since]
    return tuple(recent[:_NEWS_LIMIT]), tuple(articles[:1])


def _translations(piece: Article | Page, site: Site) -> tuple[tuple[str, str], ...]:
    found = site.translations.get(piece.path, ())
    return tuple((one.document.language, one.path) for one in found if _may_be_shown(one))


def _may_be_shown(piece: Article | Page) -> bool:
    return isinstance(piece, Page) or not piece.is_whole_copy


def _latest(articles: Sequence[Article]) -> datetime | None:
    return max((one.changed for one in articles), default=None)
