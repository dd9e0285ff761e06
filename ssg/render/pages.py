"""From what is to be shown to what a template sees."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from markupsafe import Markup

from ssg.model.document import Document, Heading
from ssg.model.output import (
    ArchiveSubject,
    ArticleSubject,
    FrontSubject,
    HtmlSubject,
    NotFoundSubject,
    PageSubject,
    SearchSubject,
    TaxonomySubject,
    TermSubject,
)
from ssg.model.site import Article, Term
from ssg.render.archive import count_by_month, in_period, years_of
from ssg.render.context import RenderContext
from ssg.render.paths import archive_path, page_count, paged
from ssg.render.site_view import feeds_of
from ssg.render.structured_data import breadcrumb_list, graph, news_article, web_site
from ssg.render.views import (
    ArchivePage,
    ArticleCard,
    ArticlePage,
    CorrectionView,
    FrontPage,
    HeadingView,
    LinkView,
    NotFoundPage,
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
)
from ssg.text.dates import in_zone
from ssg.text.summary import summarise

T = TypeVar("T")


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
        case SearchSubject():
            return _search(path, context)
        case NotFoundSubject():
            return _not_found(path, context)


def _front(path: str, subject: FrontSubject, context: RenderContext) -> FrontPage:
    front, cards, config = context.front, context.cards, context.config
    first = subject.number == 1
    river, pagination = _slice(front.river, subject.number, "/", config.per_page)
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
        lead=cards.article(front.lead) if front.lead and first else None,
        lead_thread=cards.articles(front.lead_thread) if first else (),
        stories=cards.articles(front.stories) if first else (),
        links=cards.articles(front.links) if first else (),
        sections=tuple(
            SectionBlock(term=cards.term(term), articles=cards.articles(articles))
            for term, articles in front.sections
        )
        if first
        else (),
        threads=tuple(
            ThreadBlock(
                term=cards.term(term),
                count=len(term.articles),
                standfirst=_standfirst(term, context),
                updated=updated,
            )
            for term, updated in front.threads
        )
        if first
        else (),
        river=cards.articles(river),
        pagination=pagination,
    )


def _article(subject: ArticleSubject, context: RenderContext) -> ArticlePage:
    article = context.site.by_path[subject.path]
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
    later = context.finder.next(article)
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
            news_article(card, canonical, context.config, context.base),
            breadcrumb_list(breadcrumbs, context.base),
        ),
        image=card.image,
        article=card,
        body=context.bodies.html(document.content.body, document.path),
        toc=_toc(document, context),
        corrections=_corrections(article, context),
        related=tuple(
            RelatedCard(context.cards.article(one.article), one.why, one.reasons)
            for one in context.finder.related(article, {one.path for one in later})
        ),
        happened_next=context.cards.articles(later),
        thread=_thread(article, context),
        previous=older,
        next=newer,
        comments=front_matter.comments,
        source_file=f"content/{document.path}",
        extra=front_matter.extra,
    )


def _page(subject: PageSubject, context: RenderContext) -> StandalonePage:
    page = context.site.page_by_path[subject.path]
    document = page.document
    breadcrumbs = _breadcrumbs(context, LinkView(page.title, page.path))
    return StandalonePage(
        kind="page",
        path=page.path,
        title=page.title,
        description=document.standfirst_text or summarise(document.content.lead),
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
    term = context.site.term(subject.taxonomy, subject.slug)
    document = term.document
    taxonomy = LinkView(taxonomy_title(subject.taxonomy, context), f"/{subject.taxonomy}/")
    breadcrumbs = _breadcrumbs(context, taxonomy, LinkView(term.name, term.path))
    articles, pagination = _slice(term.articles, subject.number, term.path, context.config.per_page)
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
        count=len(term.articles),
        updated=term.updated,
        first=context.cards.article(term.articles[-1]) if term.articles else None,
        months=count_by_month(term.articles),
        articles=context.cards.articles(articles),
        pagination=pagination,
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
    )


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
    found = in_period(context.site.articles, year, month) if year else ()
    base_path = archive_path(year, month)
    articles, pagination = _slice(found, subject.number, base_path, context.config.per_page)
    years = years_of(context.site.articles)
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
        years=tuple(one for one in years if not year or one.year == year),
        articles=context.cards.articles(articles),
        pagination=pagination,
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


def _slice(items: Sequence[T], number: int, path: str, size: int) -> tuple[Sequence[T], Pagination]:
    total = page_count(len(items), size)
    pagination = Pagination(
        number=number,
        total=total,
        newer=paged(path, number - 1) if number > 1 else "",
        older=paged(path, number + 1) if number < total else "",
    )
    return items[(number - 1) * size : number * size], pagination


def _neighbours(
    article: Article, context: RenderContext
) -> tuple[ArticleCard | None, ArticleCard | None]:
    """Return the articles published after and before one."""
    articles, index = context.site.articles, context.site.position(article)
    newer = articles[index - 1] if index else None
    older = articles[index + 1] if index + 1 < len(articles) else None
    return (
        context.cards.article(newer) if newer else None,
        context.cards.article(older) if older else None,
    )


def _thread(article: Article, context: RenderContext) -> ThreadPlace | None:
    """Return where an article stands in its thread."""
    slug = next(iter(article.terms["threads"]), "")
    if not slug:
        return None
    term = context.site.term("threads", slug)
    articles = term.articles
    index = next(number for number, one in enumerate(articles) if one.path == article.path)
    later = articles[index - 1] if index else None
    earlier = articles[index + 1] if index + 1 < len(articles) else None
    return ThreadPlace(
        term=context.cards.term(term),
        count=len(articles),
        previous=context.cards.article(earlier) if earlier else None,
        next=context.cards.article(later) if later else None,
    )


def _corrections(article: Article, context: RenderContext) -> tuple[CorrectionView, ...]:
    document = article.document
    zone = context.config.timezone
    views = (
        CorrectionView(in_zone(one.date, zone), context.bodies.html(text, document.path))
        for one, text in zip(document.front_matter.corrections, document.corrections, strict=True)
    )
    return tuple(sorted(views, key=lambda view: view.date, reverse=True))


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
