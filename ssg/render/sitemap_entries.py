"""What search engines may show of a site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from ssg.model.site import Article, Site
from ssg.render.archive import years_of
from ssg.render.paths import CORRECTIONS, archive_path

LIMIT = 50_000
"""How many URLs a sitemap may hold."""

# Google shows news of the last two days, at most 1,000 of them.
NEWS_DAYS = 2
"""For how long an article is news."""
_NEWS_LIMIT = 1000

Entry = tuple[str, datetime | None]
"""A path and when it was last changed."""


def sitemap_entries(site: Site) -> Iterator[Entry]:
    """Yield everything that search engines may show, in a steady order."""
    published = [one for one in site.articles if one.status == "published"]
    yield "/", _latest(published)
    for article in published:
        if not article.is_whole_copy:
            yield article.path, article.changed
    for page in site.pages:
        if page.status == "published":
            yield page.path, page.updated
    for taxonomy, terms in site.taxonomies.items():
        if terms:
            yield f"/{taxonomy}/", None
        for term in terms.values():
            yield term.path, _latest(term.articles)
    corrected = [one.date for one in site.corrections if one.article.status == "published"]
    if corrected:
        yield CORRECTIONS, corrected[0]
    yield archive_path(), None
    for year in years_of(site.articles):
        yield year.path, None
        for month in year.months:
            yield month.path, None


def recent_news(site: Site) -> tuple[tuple[Article, ...], tuple[Article, ...]]:
    """Return the articles of the last days, latest first; and the latest, whatever its age."""
    articles = [one for one in site.articles if one.status == "published" and not one.is_whole_copy]
    since = site.now - timedelta(days=NEWS_DAYS)
    recent = [one for one in articles if one.date >= since]
    return tuple(recent[:_NEWS_LIMIT]), tuple(articles[:1])


def _latest(articles: Sequence[Article]) -> datetime | None:
    return max((one.changed for one in articles), default=None)
