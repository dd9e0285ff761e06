"""What the templates of lists see: terms, their lists, the archive, corrections."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from ssg.model.output import (
    ArchiveSubject,
    CorrectionsSubject,
    TaxonomySubject,
    TermSubject,
)
from ssg.render.context import RenderContext
from ssg.render.front_page import section_front
from ssg.render.listed import Listed
from ssg.render.page_parts import (
    breadcrumbs_of,
    correction_view,
    feed_title,
    pagination,
    standfirst_of,
    taxonomy_title,
)
from ssg.render.paths import CORRECTIONS, archive_path, correction_id
from ssg.render.site_view import feeds_of
from ssg.render.structured_data import breadcrumb_list, graph
from ssg.render.views.lists import (
    ArchivePage,
    CorrectionEntry,
    CorrectionsPage,
    OutletEntry,
    TaxonomyPage,
    TermPage,
)
from ssg.render.views.parts import LinkView
from ssg.text.urls import host_of


def term_page(path: str, subject: TermSubject, context: RenderContext) -> TermPage:
    """Return what the template of a term sees."""
    term = context.ask.term(subject.taxonomy, subject.slug)
    assert term
    document = term.document
    listed = context.ask.listed(subject.taxonomy, subject.slug, str(subject.number))
    span = context.ask.span(subject.taxonomy, subject.slug)
    taxonomy = LinkView(taxonomy_title(subject.taxonomy, context), f"/{subject.taxonomy}/")
    breadcrumbs = breadcrumbs_of(context, taxonomy, LinkView(term.name, term.path))
    standfirst = standfirst_of(term, context)
    rules = context.config.taxonomies.get(subject.taxonomy)
    with_feeds = rules is None or rules.feeds
    own_feeds = feeds_of(term.path, feed_title(term.name, context)) if with_feeds else ()
    return TermPage(
        kind="term",
        path=path,
        title=term.name,
        description=standfirst.striptags(),
        canonical=context.base.absolute(path),
        noindex=subject.number > 1,
        feeds=(*own_feeds, *context.view.feeds),
        breadcrumbs=breadcrumbs,
        structured_data=graph(breadcrumb_list(breadcrumbs, context.base)),
        image=context.cards.image(document) if document else None,
        term=context.cards.term(term),
        taxonomy=taxonomy,
        standfirst=standfirst,
        body=context.bodies.html(document.content.body, document.path) if document else Markup(),
        url=document.front_matter.url if document else "",
        feed=document.front_matter.feed if document else "",
        count=span.count,
        updated=span.updated,
        first=context.cards.article(span.first) if span.first else None,
        months=span.months,
        articles=context.cards.articles(listed.articles),
        pagination=pagination(listed.pages, subject.number, term.path),
        front=section_front(subject, listed.articles, context),
    )


def taxonomy_page(path: str, subject: TaxonomySubject, context: RenderContext) -> TaxonomyPage:
    """Return what the template of a list of terms sees."""
    title = taxonomy_title(subject.taxonomy, context)
    breadcrumbs = breadcrumbs_of(context, LinkView(title, path))
    return TaxonomyPage(
        kind="taxonomy",
        path=path,
        title=title,
        description="",
        canonical=context.base.absolute(path),
        noindex=False,
        feeds=context.view.feeds,
        breadcrumbs=breadcrumbs,
        structured_data=graph(breadcrumb_list(breadcrumbs, context.base)),
        taxonomy=subject.taxonomy,
        terms=context.view.terms(subject.taxonomy),
        outlets=_outlets(context) if subject.taxonomy == "sources" else (),
    )


def _outlets(context: RenderContext) -> tuple[OutletEntry, ...]:
    found: list[OutletEntry] = []
    for term, count, latest in sorted(context.ask.outlets(), key=lambda one: one[0].order):
        ref = context.cards.term(term)
        card = context.cards.article(latest) if latest else None
        url = term.document.front_matter.url if term.document else ""
        found.append(OutletEntry(ref, count, card, url, host_of(url)))
    return tuple(found)


def archive_page(path: str, subject: ArchiveSubject, context: RenderContext) -> ArchivePage:
    """Return what the template of the archive sees, or of a year or month of it."""
    year, month = subject.year, subject.month
    first_day = date(year, month or 1, 1) if year else None
    crumbs = [LinkView(context.templates.words("title.archive"), "/archive/")]
    if year:
        crumbs.append(LinkView(str(year), archive_path(year)))
    if first_day and month:
        name = context.templates.month(first_day)
        crumbs.append(LinkView(name, archive_path(year, month)))
    breadcrumbs = breadcrumbs_of(context, *crumbs)
    number = str(subject.number)
    found = context.ask.period(str(year), str(month), number) if year else Listed((), 1)
    return ArchivePage(
        kind="archive",
        path=path,
        title=crumbs[-1].title,
        description="",
        canonical=context.base.absolute(path),
        noindex=subject.number > 1,
        feeds=context.view.feeds,
        breadcrumbs=breadcrumbs,
        structured_data=graph(breadcrumb_list(breadcrumbs, context.base)),
        period="month" if month else "year" if year else "all",
        date=first_day,
        years=context.ask.years(str(year)),
        articles=context.cards.articles(found.articles),
        pagination=pagination(found.pages, subject.number, archive_path(year, month)),
    )


def corrections_page(
    path: str, subject: CorrectionsSubject, context: RenderContext
) -> CorrectionsPage:
    """Return what the template of the list of corrections sees."""
    title = context.templates.words("title.corrections")
    breadcrumbs = breadcrumbs_of(context, LinkView(title, CORRECTIONS))
    found = context.ask.corrections(str(subject.number))
    return CorrectionsPage(
        kind="corrections",
        path=path,
        title=title,
        description="",
        canonical=context.base.absolute(path),
        noindex=subject.number > 1,
        feeds=(*feeds_of(CORRECTIONS, feed_title(title, context)), *context.view.feeds),
        breadcrumbs=breadcrumbs,
        structured_data=graph(breadcrumb_list(breadcrumbs, context.base)),
        entries=tuple(
            CorrectionEntry(
                correction=correction_view(one, context),
                article=context.cards.article(one.article),
                path=f"{one.article.path}#{correction_id(one.number)}",
            )
            for one in found.corrections
        ),
        pagination=pagination(found.pages, subject.number, CORRECTIONS),
    )
