"""What the search index is told of an article or page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from ssg.model.site import Article, Page, Site
from ssg.render.context import RenderContext


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A document of the index."""

    url: str
    """The link of a result, with the base path."""
    html: str
    """A page that holds what is to be found and nothing else."""


def search_records(site: Site, context: RenderContext) -> Iterator[SearchRecord]:
    """Yield a record for every article and page that may be found, in a steady order.

    Left out: pieces whose right of use forbids it, and all that only a preview shows unless
    this is one.
    """
    excluded = context.config.search.exclude_rights
    for article in site.articles:
        source = article.document.front_matter.source
        if source is None or source.rights not in excluded:
            yield _article(article, context)
    for page in site.pages:
        yield _page(page, context)


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
        "image": context.base.link(card.image.path) if card.image else "",
    }
    sort = {"date": f"{article.date.timestamp():.0f}"}
    return _record(article, card.standfirst.striptags(), filters, meta, sort, context)


def _page(page: Page, context: RenderContext) -> SearchRecord:
    standfirst = page.document.standfirst_text
    return _record(page, standfirst, {}, {"kind": "page"}, {"date": "0"}, context)


def _record(
    piece: Article | Page,
    standfirst: str,
    filters: dict[str, list[str]],
    meta: dict[str, str],
    sort: dict[str, str],
    context: RenderContext,
) -> SearchRecord:
    marks = [
        *(_mark("filter", name, value) for name, values in filters.items() for value in values),
        *(_mark("meta", name, value) for name, value in meta.items() if value),
        *(_mark("sort", name, value) for name, value in sort.items()),
    ]
    document = piece.document
    body = context.bodies.html(document.content.body, document.path)
    html = (
        f'<!doctype html><html lang="{escape(context.config.language)}">'
        f"<head><title>{escape(piece.title)}</title></head><body data-pagefind-body>"
        f"{''.join(marks)}<h1>{escape(piece.title)}</h1><p>{escape(standfirst)}</p>{body}"
        "</body></html>"
    )
    return SearchRecord(context.base.link(piece.path), html)


def _mark(kind: str, name: str, value: str) -> str:
    return f'<span data-pagefind-{kind}="{name}[data-v]" data-v="{escape(value)}"></span>'
