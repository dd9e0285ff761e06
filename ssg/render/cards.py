"""Articles and terms as lists show them."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ssg.model.body import Body
from ssg.model.document import Document, ImageContent, TermDocument
from ssg.model.output import Read
from ssg.model.site import Article, Site, Term
from ssg.render.bodies import Bodies
from ssg.render.image_views import with_facts
from ssg.render.reads import Reads
from ssg.render.views.article import ArticleCard, AuthorCard, SourceView
from ssg.render.views.parts import ImageView, TermRef
from ssg.text.dates import in_zone
from ssg.text.locales import direction_of
from ssg.text.words import reading_minutes


class Cards:
    """Makes cards, each once."""

    def __init__(self, site: Site, bodies: Bodies, reads: Reads) -> None:
        """Begin without any.

        Args:
            site: the site.
            bodies: fills in bodies, without noting it.
            reads: notes which cards are asked for.

        """
        self._site = site
        self._bodies = bodies
        self._reads = reads
        self._cards: dict[str, tuple[ArticleCard, tuple[Read, ...]]] = {}
        self._terms: dict[tuple[str, str], TermRef] = {}

    def articles(self, articles: Iterable[Article]) -> tuple[ArticleCard, ...]:
        """Return the cards of articles."""
        return tuple(map(self.article, articles))

    def article(self, article: Article) -> ArticleCard:
        """Return the card of an article."""
        self._reads.note("card", article.path)
        made = self._cards.get(article.path)
        if made is None:
            made = self._cards[article.path] = self._reads.during(lambda: self._make(article))
        card, asked = made
        for read in asked:
            self._reads.note(*read)
        return card

    def author(self, slug: str) -> AuthorCard:
        """Return the card of a writer."""
        self._reads.note("author", slug)
        term = self._site.term("authors", slug)
        document = term.document
        if document is None:
            return AuthorCard(self._ref(term), Markup(), None)
        standfirst = self._bodies.html(document.standfirst, document.path)
        return AuthorCard(self._ref(term), standfirst, self._image(document.image, document.path))

    def term(self, term: Term) -> TermRef:
        """Return what other pages say of a term."""
        self._reads.note("term", term.taxonomy, term.slug)
        return self._ref(term)

    def _ref(self, term: Term) -> TermRef:
        key = (term.taxonomy, term.slug)
        if key not in self._terms:
            self._terms[key] = TermRef(term.taxonomy, term.name, term.slug, term.path)
        return self._terms[key]

    def _terms_of(self, article: Article, taxonomy: str) -> tuple[TermRef, ...]:
        """Return the terms of an article, which belong to its card."""
        slugs = article.terms[taxonomy]
        return tuple(self._ref(self._site.term(taxonomy, slug)) for slug in slugs)

    def image(self, document: Document | TermDocument) -> ImageView | None:
        """Return the picture of a document."""
        return self._image(document.image, document.path)

    def _image(self, image: ImageContent | None, document: str) -> ImageView | None:
        if image is None:
            return None
        path, narrow = (
            one if isinstance(one, str) else self._bodies.links.path(document, one)
            for one in (image.src, image.narrow)
        )
        caption = self._bodies.html(image.caption, document)
        view = ImageView(path, image.alt, caption, image.credit, focus=image.focus)
        return with_facts(view, self._bodies.image, narrow)

    def _make(self, article: Article) -> ArticleCard:
        document, brief = article.document, article.document.brief
        return ArticleCard(
            path=article.path,
            title=article.title,
            language=document.language,
            direction=direction_of(document.language),
            standfirst=self._bodies.html(brief.standfirst, document.path),
            summary=brief.summary,
            kind=document.front_matter.kind,
            date=article.date,
            updated=article.updated,
            changed=article.changed,
            authors=self._terms_of(article, "authors"),
            section=next(iter(self._terms_of(article, "sections")), None),
            thread=next(iter(self._terms_of(article, "threads")), None),
            tags=self._terms_of(article, "tags"),
            source=self._source(article, brief.source_note),
            image=self._image(brief.image, document.path),
            word_count=brief.word_count,
            reading_minutes=reading_minutes(brief.word_count),
            status=article.status,
        )

    def _source(self, article: Article, note: Body) -> SourceView | None:
        source = article.document.front_matter.source
        if source is None:
            return None
        zone = article.date.tzinfo
        published = source.published
        return SourceView(
            name=source.name,
            term=self._terms_of(article, "sources")[0],
            url=source.url,
            author=source.author,
            published=in_zone(published, zone) if published and zone else published,
            rights=source.rights,
            note=self._bodies.html(note, article.document.path),
        )
