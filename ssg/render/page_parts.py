"""What several kinds of page have in common."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ssg.model.body import Heading
from ssg.model.document import Document
from ssg.model.site import Corrected, Term
from ssg.render.context import RenderContext
from ssg.render.paths import correction_id, paged
from ssg.render.views.article import CorrectionView
from ssg.render.views.parts import HeadingView, LinkView, Pagination, TranslationView
from ssg.text.locales import direction_of, own_name


def taxonomy_title(taxonomy: str, context: RenderContext) -> str:
    """Return the name of a taxonomy, as headings show it."""
    rules = context.config.taxonomies.get(taxonomy)
    known = context.templates.theme.translations.get(f"title.{taxonomy}")
    return (rules.title if rules else "") or known or taxonomy.replace("_", " ").capitalize()


def feed_title(name: str, context: RenderContext) -> str:
    """Return what a feed is called that carries a part of the blog."""
    words, title = context.templates.joined, context.config.title
    return words("feeds.of", "{title}: {name}", title=title, name=name).unescape()


def breadcrumbs_of(context: RenderContext, *crumbs: LinkView) -> tuple[LinkView, ...]:
    """Return the way to a page from the front page."""
    return (LinkView(context.templates.words("title.home"), "/"), *crumbs)


def translations_of(path: str, context: RenderContext) -> tuple[TranslationView, ...]:
    """Return a piece in every language in which it is published, the original first."""
    return tuple(
        TranslationView(
            language=language,
            name=own_name(language),
            direction=direction_of(language),
            path=there,
            original=number == 0,
        )
        for number, (language, there) in enumerate(context.ask.translations(path))
    )


def pagination(pages: int, number: int, path: str) -> Pagination:
    """Return where a page stands in a run of pages."""
    return Pagination(
        number=number,
        total=pages,
        newer=paged(path, number - 1) if number > 1 else "",
        older=paged(path, number + 1) if number < pages else "",
    )


def standfirst_of(term: Term, context: RenderContext) -> Markup:
    """Return the sentence over the page of a term."""
    document = term.document
    return context.bodies.html(document.standfirst, document.path) if document else Markup()


def correction_view(corrected: Corrected, context: RenderContext) -> CorrectionView:
    """Return a correction as pages show it."""
    document = corrected.article.document
    text = context.bodies.html(document.details.corrections[corrected.index], document.path)
    return CorrectionView(correction_id(corrected.number), corrected.date, text)


def contents_of(document: Document, context: RenderContext) -> tuple[HeadingView, ...]:
    """Return the table of contents of a piece; nothing where it shows none."""
    wanted = document.front_matter.toc
    headings = [heading for heading in document.content.headings if heading.level <= 3]
    enough = len(headings) >= context.config.markdown.toc_headings
    return _nest(headings) if (enough if wanted is None else wanted) else ()


def _nest(headings: Sequence[Heading]) -> tuple[HeadingView, ...]:
    """Gather the headings that follow one of a higher level below it."""
    views: list[HeadingView] = []
    index = 0
    while index < len(headings):
        heading = headings[index]
        end = index + 1
        while end < len(headings) and headings[end].level > heading.level:
            end += 1
        children = _nest(headings[index + 1 : end])
        views.append(HeadingView(heading.title, heading.id, children))
        index = end
    return tuple(views)
