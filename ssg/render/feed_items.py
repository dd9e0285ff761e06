"""What an article is in a feed, whatever the format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from ssg.model.output import Read
from ssg.model.site import Article, Corrected
from ssg.render.bodies import Bodies
from ssg.render.cards import Cards
from ssg.render.paths import correction_id
from ssg.render.reads import Reads
from ssg.render.views.article import ArticleCard
from ssg.text.outbound import archive_link

# The sign beside a heading is for pages: in a reader its link would lead nowhere.
_ANCHOR = re.compile(r'<a class="anchor"[^>]*></a>')


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An article in a feed."""

    url: str
    """Its page, in full."""
    title: str
    """The headline."""
    language: str
    """The language it is written in, as a tag."""
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


class FeedItems:
    """Makes the items of feeds, each once: an article stands in many feeds."""

    def __init__(self, cards: Cards, bodies: Bodies, publisher: str, reads: Reads) -> None:
        """Begin without any.

        Args:
            cards: articles as lists show them.
            bodies: fills in bodies, with full URLs.
            publisher: who is named where nobody else is.
            reads: notes what is asked of the site.

        """
        self._cards = cards
        self._bodies = bodies
        self._publisher = publisher
        self._reads = reads
        self._items: dict[str, tuple[FeedItem, tuple[Read, ...]]] = {}

    def item(self, article: Article) -> FeedItem:
        """Return the item of an article."""
        self._reads.note("card", article.path)
        self._reads.note("text", article.document.path)
        made = self._items.get(article.path)
        if made is None:
            made = self._items[article.path] = self._reads.during(lambda: self._make(article))
        item, asked = made
        for read in asked:
            self._reads.note(*read)
        return item

    def correction(self, corrected: Corrected) -> FeedItem:
        """Return the item of a correction."""
        article, document = corrected.article, corrected.article.document
        self._reads.note("card", article.path)
        self._reads.note("text", document.path)
        text = document.details.corrections[corrected.index]
        html = Markup("<p>{}</p>").format(self._bodies.html(text, document.path))
        words = self._bodies.templates.words("corrections.of")
        return FeedItem(
            url=self._bodies.base.absolute(f"{article.path}#{correction_id(corrected.number)}"),
            title=words.replace("{title}", article.title),
            language=document.language,
            published=corrected.date,
            updated=corrected.date,
            authors=(self._publisher,),
            tags=(),
            summary=html.striptags(),
            html=html,
            original="",
            image="",
        )

    def _make(self, article: Article) -> FeedItem:
        card = self._cards.article(article)
        url = self._bodies.base.absolute
        return FeedItem(
            url=url(article.path),
            title=article.title,
            language=card.language,
            published=article.date,
            updated=article.changed,
            authors=self._authors(card),
            tags=tuple(tag.name for tag in card.tags),
            summary=card.summary,
            html=self._html(article, card),
            original=card.source.url if card.source else "",
            image=url(card.image.path) if card.image else "",
        )

    def _authors(self, card: ArticleCard) -> tuple[str, ...]:
        if card.authors:
            return tuple(author.name for author in card.authors)
        if card.source:
            return (card.source.author or card.source.name,)
        return (self._publisher,)

    def _html(self, article: Article, card: ArticleCard) -> Markup:
        document = article.document
        if card.source is None:
            return Markup(_ANCHOR.sub("", self._bodies.html(document.content.body, document.path)))
        html = Markup("<p>{}</p>").format(card.summary) if card.summary else Markup()
        if card.source.url:
            words = self._bodies.templates.words("source.read")
            url, archive = self._bodies.elsewhere(card.source.url)
            copy = Markup(f" {archive_link(archive, self._bodies.archive_words())}" * bool(archive))
            link = Markup('<a href="{}">{}</a>').format(url, words)
            said = self._bodies.templates.joined(
                "feeds.original", "{outlet}: {link}", outlet=card.source.name, link=link
            )
            html += Markup("<p>{}{}</p>").format(said, copy)
        return html
