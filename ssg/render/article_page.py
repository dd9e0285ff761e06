"""What the template of an article sees."""

from __future__ import annotations

from ssg.model.output import (
    ArticleSubject,
)
from ssg.model.site import Article, corrections_of
from ssg.render.comments import comments_view
from ssg.render.context import RenderContext
from ssg.render.page_parts import (
    breadcrumbs_of,
    contents_of,
    correction_view,
    translations_of,
)
from ssg.render.share_cards import share_image_of
from ssg.render.structured_data import breadcrumb_list, graph, news_article
from ssg.render.views.article import (
    ArticleCard,
    AuthorCard,
    CorrectionView,
    RelatedCard,
    ThreadPlace,
)
from ssg.render.views.pages import ArticlePage
from ssg.render.views.parts import LinkView


def article_page(subject: ArticleSubject, context: RenderContext) -> ArticlePage:
    """Return what the template of an article sees."""
    article = context.ask.article(subject.path)
    document, front_matter = article.document, article.document.front_matter
    card = context.cards.article(article)
    source = front_matter.source
    own_url = context.base.absolute(article.path)
    canonical = (
        front_matter.canonical or (source.url if source and source.is_whole_copy else "") or own_url
    )
    crumbs = [] if card.section is None else [LinkView(card.section.name, card.section.path)]
    breadcrumbs = breadcrumbs_of(context, *crumbs, LinkView(article.title, article.path))
    newer, older = _neighbours(article, context)
    shared = share_image_of(article.path, article.title, card.image, context.config)
    url = source.url if source else ""
    original, archive = context.bodies.elsewhere(url)
    corrections = _corrections(article, context)
    translations = translations_of(article.path, context)
    comments = comments_view(article, context)
    return ArticlePage(
        kind="article",
        path=article.path,
        title=article.title,
        description=card.summary,
        canonical=canonical,
        noindex=article.is_whole_copy or article.status != "published",
        feeds=context.view.feeds,
        breadcrumbs=breadcrumbs,
        structured_data=graph(
            news_article(
                card,
                corrections,
                translations,
                comments,
                canonical,
                context.config,
                context.base,
                shared,
            ),
            breadcrumb_list(breadcrumbs, context.base),
        ),
        image=card.image,
        share_image=shared,
        language=card.language,
        direction=card.direction,
        translations=translations,
        article=card,
        body=context.bodies.html(document.content.body, document.path),
        toc=contents_of(document, context),
        corrections=corrections,
        corrected_lately=bool(corrections) and context.ask.corrected_lately(article.path),
        authors=_introduced(article, context),
        original=original,
        original_archive=archive,
        related=tuple(
            RelatedCard(context.cards.article(one.article), one.why, one.reasons)
            for one in context.ask.related(article.path)
        ),
        happened_next=context.cards.articles(context.ask.next(article.path)),
        thread=_thread(article, context),
        previous=older,
        next=newer,
        comments=comments,
        source_file=f"content/{document.path}",
        extra=front_matter.extra,
    )


def _introduced(article: Article, context: RenderContext) -> tuple[AuthorCard, ...]:
    """Return the writers whose page has more to say than their name."""
    cards = (context.cards.author(slug) for slug in article.terms["authors"])
    return tuple(one for one in cards if one.standfirst or one.image)


def _neighbours(
    article: Article, context: RenderContext
) -> tuple[ArticleCard | None, ArticleCard | None]:
    """Return the articles published after and before one."""
    newer, older = context.ask.beside(article.path)
    return (
        context.cards.article(newer) if newer else None,
        context.cards.article(older) if older else None,
    )


def _thread(article: Article, context: RenderContext) -> ThreadPlace | None:
    """Return where an article stands in its thread."""
    slug = next(iter(article.terms["threads"]), "")
    if not slug:
        return None
    term = context.ask.term("threads", slug)
    assert term
    place = context.ask.place_in_thread(article.path, slug)
    return ThreadPlace(
        term=context.cards.term(term),
        count=place.count,
        previous=context.cards.article(place.older) if place.older else None,
        next=context.cards.article(place.newer) if place.newer else None,
    )


def _corrections(article: Article, context: RenderContext) -> tuple[CorrectionView, ...]:
    found = corrections_of(article)
    return tuple(correction_view(one, context) for one in reversed(found))
