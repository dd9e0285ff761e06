"""From what is to be shown to what a template sees."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from ssg.model.body import Heading
from ssg.model.document import Document
from ssg.model.output import (
    ArchiveSubject,
    ArticleSubject,
    CorrectionsSubject,
    FrontSubject,
    HtmlSubject,
    NotFoundSubject,
    PageSubject,
    SearchSubject,
    TaxonomySubject,
    TermSubject,
    WithdrawnSubject,
)
from ssg.model.site import Article, Corrected, Term, corrections_of
from ssg.render.context import RenderContext
from ssg.render.front import NOTHING
from ssg.render.paths import CORRECTIONS, archive_path, correction_id, paged
from ssg.render.questions import Listed
from ssg.render.site_view import feeds_of
from ssg.render.structured_data import breadcrumb_list, graph, news_article, web_site
from ssg.render.views import (
    ArchivePage,
    ArticleCard,
    ArticlePage,
    CorrectionEntry,
    CorrectionsPage,
    CorrectionView,
    FrontPage,
    HeadingView,
    LinkView,
    NotFoundPage,
    OutletEntry,
    PageView,
    Pagination,
    RelatedCard,
    SearchPage,
    SectionBlock,
    StandalonePage,
    TaxonomyPage,
    TermPage,
    ThreadBlock,
    ThreadPlace,
    WithdrawnPage,
)
from ssg.text.urls import host_of


def build_view(path: str, subject: HtmlSubject, context: RenderContext) -> PageView:
    """Return what the template of a page sees."""
    match subject:
        case FrontSubject():
            return _front(path, subject, context)
        case ArticleSubject():
            return _article(subject, context)
        case PageSubject():
            return _page(subject, context)
        case TermSubject():
            return _term(path, subject, context)
        case TaxonomySubject():
            return _taxonomy(path, subject, context)
        case ArchiveSubject():
            return _archive(path, subject, context)
        case CorrectionsSubject():
            return _all_corrections(path, subject, context)
        case WithdrawnSubject():
            return _withdrawn(subject, context)
        case SearchSubject():
            return _search(path, context)
        case NotFoundSubject():
            return _not_found(path, context)


def _front(path: str, subject: FrontSubject, context: RenderContext) -> FrontPage:
    cards, config = context.cards, context.config
    first = subject.number == 1
    front = context.ask.front() if first else NOTHING
    river = context.ask.river(str(subject.number))
    return FrontPage(
        kind="front",
        path=path,
        title=config.title,
        description=config.description,
        canonical=context.base.absolute(path),
        noindex=not first,
        feeds=context.view.feeds,
        breadcrumbs=(),
        structured_data=graph(web_site(config, context.base)),
        lead=cards.article(front.lead) if front.lead else None,
        lead_thread=cards.articles(front.lead_thread),
        stories=cards.articles(front.stories),
        links=cards.articles(front.links),
        sections=tuple(
            SectionBlock(term=cards.term(term), articles=cards.articles(articles))
            for term, articles in front.sections
        ),
        threads=tuple(
            ThreadBlock(
                term=cards.term(term),
                count=len(term.articles),
                standfirst=_standfirst(term, context),
                updated=updated,
            )
            for term, updated in front.threads
        ),
        river=cards.articles(river.articles),
        pagination=_pagination(river.pages, subject.number, "/"),
    )


def _article(subject: ArticleSubject, context: RenderContext) -> ArticlePage:
    article = context.ask.article(subject.path)
    document, front_matter = article.document, article.document.front_matter
    card = context.cards.article(article)
    source = front_matter.source
    own_url = context.base.absolute(article.path)
    canonical = (
        front_matter.canonical or (source.url if source and source.is_whole_copy else "") or own_url
    )
    crumbs = [] if card.section is None else [LinkView(card.section.name, card.section.path)]
    breadcrumbs = _breadcrumbs(context, *crumbs, LinkView(article.title, article.path))
    newer, older = _neighbours(article, context)
    url = source.url if source else ""
    original, archive = context.bodies.elsewhere(url)
    corrections = _corrections(article, context)
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
            news_article(card, corrections, canonical, context.config, context.base),
            breadcrumb_list(breadcrumbs, context.base),
        ),
        image=card.image,
        article=card,
        body=context.bodies.html(document.content.body, document.path),
        toc=_toc(document, context),
        corrections=corrections,
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
        comments=front_matter.comments,
        source_file=f"content/{document.path}",
        extra=front_matter.extra,
    )


def _page(subject: PageSubject, context: RenderContext) -> StandalonePage:
    page = context.ask.page(subject.path)
    document = page.document
    breadcrumbs = _breadcrumbs(context, LinkView(page.title, page.path))
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
        image=context.cards.image(document),
        standfirst=context.bodies.html(document.standfirst, document.path),
        body=context.bodies.html(document.content.body, document.path),
        toc=_toc(document, context),
        updated=page.updated,
        status=page.status,
        source_file=f"content/{document.path}",
        extra=document.front_matter.extra,
    )


def _term(path: str, subject: TermSubject, context: RenderContext) -> TermPage:
    term = context.ask.term(subject.taxonomy, subject.slug)
    assert term
    document = term.document
    listed = context.ask.listed(subject.taxonomy, subject.slug, str(subject.number))
    span = context.ask.span(subject.taxonomy, subject.slug)
    taxonomy = LinkView(taxonomy_title(subject.taxonomy, context), f"/{subject.taxonomy}/")
    breadcrumbs = _breadcrumbs(context, taxonomy, LinkView(term.name, term.path))
    standfirst = _standfirst(term, context)
    rules = context.config.taxonomies.get(subject.taxonomy)
    with_feeds = rules is None or rules.feeds
    own_feeds = feeds_of(term.path, f"{context.config.title}: {term.name}") if with_feeds else ()
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
        pagination=_pagination(listed.pages, subject.number, term.path),
    )


def _standfirst(term: Term, context: RenderContext) -> Markup:
    document = term.document
    return context.bodies.html(document.standfirst, document.path) if document else Markup()


def _taxonomy(path: str, subject: TaxonomySubject, context: RenderContext) -> TaxonomyPage:
    title = taxonomy_title(subject.taxonomy, context)
    breadcrumbs = _breadcrumbs(context, LinkView(title, path))
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


def _archive(path: str, subject: ArchiveSubject, context: RenderContext) -> ArchivePage:
    year, month = subject.year, subject.month
    first_day = date(year, month or 1, 1) if year else None
    crumbs = [LinkView(context.templates.words("title.archive"), "/archive/")]
    if year:
        crumbs.append(LinkView(str(year), archive_path(year)))
    if first_day and month:
        name = context.templates.month(first_day)
        crumbs.append(LinkView(name, archive_path(year, month)))
    breadcrumbs = _breadcrumbs(context, *crumbs)
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
        pagination=_pagination(found.pages, subject.number, archive_path(year, month)),
    )


def _all_corrections(
    path: str, subject: CorrectionsSubject, context: RenderContext
) -> CorrectionsPage:
    title = context.templates.words("title.corrections")
    breadcrumbs = _breadcrumbs(context, LinkView(title, CORRECTIONS))
    found = context.ask.corrections(str(subject.number))
    return CorrectionsPage(
        kind="corrections",
        path=path,
        title=title,
        description="",
        canonical=context.base.absolute(path),
        noindex=subject.number > 1,
        feeds=(*feeds_of(CORRECTIONS, f"{context.config.title}: {title}"), *context.view.feeds),
        breadcrumbs=breadcrumbs,
        structured_data=graph(breadcrumb_list(breadcrumbs, context.base)),
        entries=tuple(
            CorrectionEntry(
                correction=_correction(one, context),
                article=context.cards.article(one.article),
                path=f"{one.article.path}#{correction_id(one.number)}",
            )
            for one in found.corrections
        ),
        pagination=_pagination(found.pages, subject.number, CORRECTIONS),
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
        noindex=True,
        feeds=context.view.feeds,
        breadcrumbs=_breadcrumbs(context, LinkView(title, path)),
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


def taxonomy_title(taxonomy: str, context: RenderContext) -> str:
    """Return the name of a taxonomy, as headings show it."""
    rules = context.config.taxonomies.get(taxonomy)
    known = context.templates.theme.translations.get(f"title.{taxonomy}")
    return (rules.title if rules else "") or known or taxonomy.replace("_", " ").capitalize()


def _breadcrumbs(context: RenderContext, *crumbs: LinkView) -> tuple[LinkView, ...]:
    return (LinkView(context.templates.words("title.home"), "/"), *crumbs)


def _pagination(pages: int, number: int, path: str) -> Pagination:
    return Pagination(
        number=number,
        total=pages,
        newer=paged(path, number - 1) if number > 1 else "",
        older=paged(path, number + 1) if number < pages else "",
    )


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
    return tuple(_correction(one, context) for one in reversed(found))


def _correction(corrected: Corrected, context: RenderContext) -> CorrectionView:
    document = corrected.article.document
    text = context.bodies.html(document.details.corrections[corrected.index], document.path)
    return CorrectionView(correction_id(corrected.number), corrected.date, text)


def _toc(document: Document, context: RenderContext) -> tuple[HeadingView, ...]:
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
