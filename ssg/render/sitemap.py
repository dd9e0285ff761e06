"""Sitemaps (sitemaps.org, and Google's extension for news)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from ssg.model.output import SitemapSubject
from ssg.model.site import Article, Site
from ssg.render.archive import years_of
from ssg.render.context import RenderContext
from ssg.render.paths import archive_path
from ssg.render.xml import Element, document, element
from ssg.templating.filters import iso

LIMIT = 50_000
"""How many URLs a sitemap may hold."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9"
# Google shows news of the last two days, at most 1,000 of them.
_NEWS_DAYS = 2
_NEWS_LIMIT = 1000

Entry = tuple[str, datetime | None]
"""A path and when it was last changed."""


def sitemap_entries(site: Site) -> Iterator[Entry]:
    """Yield everything that search engines may show, in a steady order."""
    published = [one for one in site.articles if one.status == "published"]
    yield "/", _latest(published)
    for article in published:
        if not article.is_whole_copy:
            yield article.path, article.updated or article.date
    for page in site.pages:
        if page.status == "published":
            yield page.path, page.updated
    for taxonomy, terms in site.taxonomies.items():
        if terms:
            yield f"/{taxonomy}/", None
        for term in terms.values():
            yield term.path, _latest(term.articles)
    yield archive_path(), None
    for year in years_of(site.articles):
        yield year.path, None
        for month in year.months:
            yield month.path, None


def render_sitemap(subject: SitemapSubject, context: RenderContext) -> bytes:
    """Return a sitemap, a part of one, the index of the parts, or the sitemap of news."""
    if subject.kind == "news":
        return document(_news(context))
    entries = list(sitemap_entries(context.site))
    if subject.kind == "index":
        parts = range(1, -(-len(entries) // LIMIT) + 1)
        locations = (context.base.absolute(sitemap_part(number)) for number in parts)
        children = [element("sitemap", [element("loc", location)]) for location in locations]
        return document(element("sitemapindex", children, {"xmlns": _NAMESPACE}))
    if subject.number:
        entries = entries[(subject.number - 1) * LIMIT : subject.number * LIMIT]
    urls = [_url(path, changed, context) for path, changed in entries]
    return document(element("urlset", urls, {"xmlns": _NAMESPACE}))


def sitemap_part(number: int) -> str:
    """Return the path of a part of a sitemap that is too long for one file."""
    return f"/sitemap-{number}.xml"


def _url(path: str, changed: datetime | None, context: RenderContext) -> Element:
    location = element("loc", context.base.absolute(path))
    return element("url", [location, element("lastmod", iso(changed))] if changed else [location])


def _news(context: RenderContext) -> Element:
    articles = [
        one for one in context.site.articles if one.status == "published" and not one.is_whole_copy
    ]
    since = context.site.now - timedelta(days=_NEWS_DAYS)
    recent = [one for one in articles if one.date >= since][:_NEWS_LIMIT]
    # A sitemap must hold a URL: without recent news, that of the last article, not as news.
    urls = [_news_url(one, context) for one in recent]
    urls = urls or [_url(one.path, one.date, context) for one in articles[:1]]
    urls = urls or [_url("/", None, context)]
    return element("urlset", urls, {"xmlns": _NAMESPACE, "xmlns:news": _NEWS_NAMESPACE})


def _news_url(article: Article, context: RenderContext) -> Element:
    publication = [
        element("news:name", context.config.title),
        element("news:language", context.config.language.split("-")[0]),
    ]
    news = [
        element("news:publication", publication),
        element("news:publication_date", iso(article.date)),
        element("news:title", article.title),
    ]
    location = element("loc", context.base.absolute(article.path))
    return element("url", [location, element("news:news", news)])


def _latest(articles: list[Article] | tuple[Article, ...]) -> datetime | None:
    return max((one.updated or one.date for one in articles), default=None)
