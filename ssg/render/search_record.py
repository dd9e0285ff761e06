"""What the search index is told of an article or page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from math import floor

from ssg.model.site import Article, Page, Site
from ssg.render.context import RenderContext

_NO_DATE = str(-(1 << 38))
"""Sorts pages before every article, however old."""
_ALT = re.compile(r'<img\b[^>]*?\balt="([^"]*)"')


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A document of the index."""

    url: str
    """The link of a result, with the base path."""
    html: str
    """A page that holds what is to be found and nothing else."""


def findable(site: Site, context: RenderContext) -> tuple[tuple[Article, ...], tuple[Page, ...]]:
    """Return the articles, latest first, and the pages that may be found.

    Left out: pieces whose right of use forbids it, and all that only a preview shows unless
    this is one.
    """
    excluded = context.config.search.exclude_rights
    sources = ((one, one.document.front_matter.source) for one in site.articles)
    articles = (one for one, source in sources if not source or source.rights not in excluded)
    return tuple(articles), site.pages


def record_of(piece: Article | Page, context: RenderContext) -> SearchRecord:
    """Return what the index is told of an article or page."""
    return _article(piece, context) if isinstance(piece, Article) else _page(piece, context)


def moment(article: Article) -> int:
    """Return when an article was published, in seconds."""
    return floor(article.date.timestamp())


def _article(article: Article, context: RenderContext) -> SearchRecord:
    card = context.cards.article(article)
    filters = {
        "tag": [tag.name for tag in card.tags],
        "author": [author.name for author in card.authors],
        "source": [card.source.term.name] if card.source else [],
        "section": [card.section.name] if card.section else [],
        "year": [str(article.date.year)],
    }
    meta = {
        "date": article.date.date().isoformat(),
        "kind": card.kind,
        "outlet": card.source.term.name if card.source else "",
    }
    sort = {"date": str(moment(article))}
    return _record(article, card.standfirst.striptags(), filters, meta, sort, context)


def _page(page: Page, context: RenderContext) -> SearchRecord:
    standfirst = page.document.details.standfirst_text
    return _record(page, standfirst, {}, {"kind": "page"}, {"date": _NO_DATE}, context)


def _record(
    piece: Article | Page,
    standfirst: str,
    filters: dict[str, list[str]],
    meta: dict[str, str],
    sort: dict[str, str],
    context: RenderContext,
) -> SearchRecord:
    document = piece.document
    body = context.bodies.html(document.content.body, document.path)
    alts = " ".join(filter(None, map(unescape, _ALT.findall(body))))
    marks = [
        # Said without pictures too, or Pagefind would take words of their paths.
        _mark("meta", "image", ""),
        _mark("meta", "image_alt", alts),
        *(_mark("filter", name, value) for name, values in filters.items() for value in values),
        *(_mark("meta", name, value) for name, value in meta.items() if value),
        *(_mark("sort", name, value) for name, value in sort.items()),
    ]
    html = (
        f'<!doctype html><html lang="{escape(context.config.language)}">'
        f"<head><title>{escape(piece.title)}</title></head><body data-pagefind-body>"
        f"{''.join(marks)}<h1>{escape(piece.title)}</h1><p>{escape(standfirst)}</p>{body}"
        "</body></html>"
    )
    return SearchRecord(context.base.link(piece.path), html)


def _mark(kind: str, name: str, value: str) -> str:
    return f'<span data-pagefind-{kind}="{name}[data-v]" data-v="{escape(value)}"></span>'
