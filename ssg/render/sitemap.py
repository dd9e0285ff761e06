"""Sitemaps (sitemaps.org, and Google's extension for news)."""

from __future__ import annotations

from ssg.model.output import SitemapSubject
from ssg.model.site import Article
from ssg.render.context import RenderContext
from ssg.render.sitemap_entries import LIMIT, Entry
from ssg.render.xml import Element, document, element
from ssg.templating.filters import iso

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"
_NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9"


def render_sitemap(subject: SitemapSubject, context: RenderContext) -> bytes:
    """Return a sitemap, a part of one, the index of the parts, or the sitemap of news."""
    if subject.kind == "news":
        return document(_news(context))
    if subject.kind == "index":
        entries = context.ask.entries("0")
        parts = range(1, -(-len(entries) // LIMIT) + 1)
        locations = (context.base.absolute(sitemap_part(number)) for number in parts)
        children = [element("sitemap", [element("loc", location)]) for location in locations]
        return document(element("sitemapindex", children, {"xmlns": _NAMESPACE}))
    entries = context.ask.entries(str(subject.number))
    urls = [_url(one, context) for one in entries]
    namespaces = {"xmlns": _NAMESPACE}
    if any(one.translations for one in entries):
        namespaces["xmlns:xhtml"] = _XHTML_NAMESPACE
    return document(element("urlset", urls, namespaces))


def sitemap_part(number: int) -> str:
    """Return the path of a part of a sitemap that is too long for one file."""
    return f"/sitemap-{number}.xml"


def _url(entry: Entry, context: RenderContext) -> Element:
    changed = [element("lastmod", iso(entry.changed))] if entry.changed else []
    languages = [*entry.translations, *(("x-default", path) for _, path in entry.translations[:1])]
    links = [
        element(
            "xhtml:link",
            attributes={
                "rel": "alternate",
                "hreflang": language,
                "href": context.base.absolute(path),
            },
        )
        for language, path in languages
    ]
    location = element("loc", context.base.absolute(entry.path))
    return element("url", [location, *changed, *links])


def _news(context: RenderContext) -> Element:
    recent, latest = context.ask.news()
    # A sitemap must hold a URL: without recent news, that of the last article, not as news.
    urls = [_news_url(one, context) for one in recent]
    urls = urls or [
        _url(Entry(one.path, context.cards.article(one).date), context) for one in latest
    ]
    urls = urls or [_url(Entry("/"), context)]
    return element("urlset", urls, {"xmlns": _NAMESPACE, "xmlns:news": _NEWS_NAMESPACE})


def _news_url(article: Article, context: RenderContext) -> Element:
    card = context.cards.article(article)
    publication = [
        element("news:name", context.config.title),
        element("news:language", _news_language(card.language)),
    ]
    news = [
        element("news:publication", publication),
        element("news:publication_date", iso(card.date)),
        element("news:title", card.title),
    ]
    location = element("loc", context.base.absolute(card.path))
    return element("url", [location, element("news:news", news)])


def _news_language(language: str) -> str:
    """Return a language as the sitemap of news wants it: without a country, but for Chinese."""
    tag = language.lower()
    return tag if tag in ("zh-cn", "zh-tw") else tag.split("-")[0]
