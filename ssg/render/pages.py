"""From what is to be shown to what a template sees."""

from __future__ import annotations

from ssg.model.output import (
    ArchiveSubject,
    ArticleSubject,
    CorrectionsSubject,
    FrontSubject,
    HtmlSubject,
    NotFoundSubject,
    OfflineSubject,
    PageSubject,
    SearchSubject,
    TaxonomySubject,
    TermSubject,
    WithdrawnSubject,
)
from ssg.render.article_page import article_page
from ssg.render.context import RenderContext
from ssg.render.front_page import front_page
from ssg.render.list_pages import archive_page, corrections_page, taxonomy_page, term_page
from ssg.render.page_parts import breadcrumbs_of, contents_of, translations_of
from ssg.render.share_cards import own_share_image
from ssg.render.structured_data import breadcrumb_list, graph
from ssg.render.views.pages import (
    NotFoundPage,
    OfflinePage,
    PageView,
    SearchPage,
    StandalonePage,
    WithdrawnPage,
)
from ssg.render.views.parts import LinkView
from ssg.text.locales import direction_of


def build_view(path: str, subject: HtmlSubject, context: RenderContext) -> PageView:
    """Return what the template of a page sees."""
    match subject:
        case FrontSubject():
            return front_page(path, subject, context)
        case ArticleSubject():
            return article_page(subject, context)
        case PageSubject():
            return _page(subject, context)
        case TermSubject():
            return term_page(path, subject, context)
        case TaxonomySubject():
            return taxonomy_page(path, subject, context)
        case ArchiveSubject():
            return archive_page(path, subject, context)
        case CorrectionsSubject():
            return corrections_page(path, subject, context)
        case WithdrawnSubject():
            return _withdrawn(subject, context)
        case SearchSubject():
            return _search(path, context)
        case NotFoundSubject():
            return _not_found(path, context)
        case OfflineSubject():
            return _offline(path, context)


def _page(subject: PageSubject, context: RenderContext) -> StandalonePage:
    page = context.ask.page(subject.path)
    document = page.document
    breadcrumbs = breadcrumbs_of(context, LinkView(page.title, page.path))
    image = context.cards.image(document)
    return StandalonePage(
        kind="page",
        path=page.path,
        title=page.title,
        description=document.brief.summary,
        canonical=document.front_matter.canonical or context.base.absolute(page.path),
        noindex=page.status != "published",
        feeds=context.view.feeds,
        breadcrumbs=breadcrumbs,
        structured_data=graph(breadcrumb_list(breadcrumbs, context.base)),
        image=image,
        share_image=own_share_image(image),
        language=document.language,
        direction=direction_of(document.language),
        translations=translations_of(page.path, context),
        standfirst=context.bodies.html(document.standfirst, document.path),
        body=context.bodies.html(document.content.body, document.path),
        toc=contents_of(document, context),
        updated=page.updated,
        status=page.status,
        source_file=f"content/{document.path}",
        extra=document.front_matter.extra,
    )


def _withdrawn(subject: WithdrawnSubject, context: RenderContext) -> WithdrawnPage:
    notice = context.ask.withdrawn(subject.path)
    return WithdrawnPage(
        kind="withdrawn",
        path=notice.path,
        title=context.templates.words("title.withdrawn"),
        description="",
        canonical=context.base.absolute(notice.path),
        noindex=True,
        feeds=context.view.feeds,
        breadcrumbs=(),
        structured_data=graph(),
        date=notice.date,
        reason=notice.reason,
    )


def _search(path: str, context: RenderContext) -> SearchPage:
    title = context.templates.words("title.search")
    return SearchPage(
        kind="search",
        path=path,
        title=title,
        description="",
        canonical=context.base.absolute(path),
        noindex=False,
        feeds=context.view.feeds,
        breadcrumbs=breadcrumbs_of(context, LinkView(title, path)),
        structured_data=graph(),
    )


def _not_found(path: str, context: RenderContext) -> NotFoundPage:
    return NotFoundPage(
        kind="not-found",
        path=path,
        title=context.templates.words("title.not_found"),
        description="",
        canonical=context.base.absolute(path),
        noindex=True,
        feeds=context.view.feeds,
        breadcrumbs=(),
        structured_data=graph(),
    )


def _offline(path: str, context: RenderContext) -> OfflinePage:
    kept = context.ask.offline(str(context.config.offline.articles))
    return OfflinePage(
        kind="offline",
        path=path,
        title=context.templates.words("title.offline"),
        description="",
        canonical=context.base.absolute(path),
        noindex=True,
        feeds=context.view.feeds,
        breadcrumbs=(),
        structured_data=graph(),
        articles=context.cards.articles(context.ask.article(one) for one, _ in kept),
    )
