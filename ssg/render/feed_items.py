"""What a feed holds, whatever its format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from ssg.model.output import FeedSubject
from ssg.model.site import Article
from ssg.render.context import RenderContext
from ssg.render.views import ArticleCard

# The sign beside a heading is for pages: in a reader its link would lead nowhere.
_ANCHOR = re.compile(r'<a class="anchor"[^>]*></a>')


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An article in a feed."""

    url: str
    """Its page, in full."""
    title: str
    """The headline."""
    published: datetime
    """When it was published."""
    updated: datetime
    """When it was last changed."""
    authors: tuple[str, ...]
    """Who wrote it, or the outlet."""
    tags: tuple[str, ...]
    """What it is about."""
    summary: str
    """A sentence or two of plain text."""
    html: Markup
    """The full text of a piece of one's own, the excerpt of a curated one."""
    original: str
    """The original of a curated piece; may be empty."""
    image: str
    """The lead image, in full; may be empty."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed."""

    title: str
    """What it carries."""
    description: str
    """The same in a sentence."""
    language: str
    """Its language."""
    home: str
    """The page it belongs to, in full."""
    url: str
    """Where it stands, in full."""
    items: tuple[FeedItem, ...]
    """Latest first."""
    updated: datetime | None
    """When its newest item was changed; none when it is empty."""
    publisher: str
    """The name of the blog."""


def build_feed(path: str, subject: FeedSubject, context: RenderContext) -> Feed:
    """Return the feed of the site or of a term."""
    config, site = context.config, context.site
    articles: Sequence[Article] = site.articles
    title, home = config.title, "/"
    if subject.taxonomy:
        term = site.term(subject.taxonomy, subject.slug)
        articles, title, home = term.articles, f"{config.title}: {term.name}", term.path
    published = [one for one in articles if one.status == "published"]
    items = tuple(_item(one, context) for one in published[: config.feeds.limit])
    return Feed(
        title=title,
        description=config.description or title,
        language=config.language,
        home=context.base.absolute(home),
        url=context.base.absolute(path),
        items=items,
        updated=max((item.updated for item in items), default=None),
        publisher=config.title,
    )


def _item(article: Article, context: RenderContext) -> FeedItem:
    card = context.cards.article(article)
    front_matter = article.document.front_matter
    return FeedItem(
        url=context.base.absolute(article.path),
        title=article.title,
        published=article.date,
        updated=max(article.updated or article.date, article.date),
        authors=_authors(card, context),
        tags=tuple(tag.name for tag in card.tags),
        summary=card.summary,
        html=_html(article, card, context),
        original=front_matter.source.url if front_matter.source else "",
        image=context.base.absolute(card.image.path) if card.image else "",
    )


def _authors(card: ArticleCard, context: RenderContext) -> tuple[str, ...]:
    if card.authors:
        return tuple(author.name for author in card.authors)
    if card.source:
        return (card.source.author or card.source.name,)
    return (context.config.title,)


def _html(article: Article, card: ArticleCard, context: RenderContext) -> Markup:
    document = article.document
    if card.source is None:
        return Markup(
            _ANCHOR.sub("", context.feed_bodies.html(document.content.body, document.path))
        )
    html = Markup("<p>{}</p>").format(card.summary) if card.summary else Markup()
    if card.source and card.source.url:
        words = context.templates.words("source.read")
        link = Markup('<p>{}: <a href="{}">{}</a></p>')
        html += link.format(card.source.name, card.source.url, words)
    return html
