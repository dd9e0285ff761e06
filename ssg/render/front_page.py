"""What the template of the front page sees, and that of the front of a section."""

from __future__ import annotations

from collections.abc import Iterable

from ssg.model.output import FrontSubject, TermSubject
from ssg.model.site import Article
from ssg.render.context import RenderContext
from ssg.render.front import NOTHING, Moving
from ssg.render.page_parts import pagination, standfirst_of
from ssg.render.paths import correction_id
from ssg.render.structured_data import graph, web_site
from ssg.render.views.front import (
    FrontPage,
    LatestCorrection,
    SectionBlock,
    SectionFront,
    ThreadBlock,
)


def front_page(path: str, subject: FrontSubject, context: RenderContext) -> FrontPage:
    """Return what the template of the front page sees, or of a page of its river."""
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
        threads=_blocks(front.threads, context),
        most_read=context.view.most_read(config.views.most_read) if first else (),
        river=cards.articles(river.articles),
        correction=_latest_correction(context) if first else None,
        pagination=pagination(river.pages, subject.number, "/"),
    )


def section_front(
    subject: TermSubject, listed: Iterable[Article], context: RenderContext
) -> SectionFront | None:
    """Return what stands at the head of the first page of a section; nothing for all others.

    Args:
        subject: the page of a term.
        listed: the articles of that page.
        context: the site.

    """
    if subject.taxonomy != "sections" or subject.number > 1:
        return None
    front = context.ask.section_front(subject.slug)
    if front.lead is None:
        return None
    above = {one.path for one in (front.lead, *front.lead_thread, *front.stories, *front.links)}
    return SectionFront(
        lead=context.cards.article(front.lead),
        lead_thread=context.cards.articles(front.lead_thread),
        stories=context.cards.articles(front.stories),
        links=context.cards.articles(front.links),
        threads=_blocks(front.threads, context),
        rest=context.cards.articles(one for one in listed if one.path not in above),
    )


def _blocks(threads: Iterable[Moving], context: RenderContext) -> tuple[ThreadBlock, ...]:
    return tuple(
        ThreadBlock(
            term=context.cards.term(one.term),
            count=one.count,
            standfirst=standfirst_of(one.term, context),
            updated=one.updated,
            latest=context.cards.articles(one.latest),
        )
        for one in threads
    )


def _latest_correction(context: RenderContext) -> LatestCorrection | None:
    found = context.ask.last_correction()
    if found is None:
        return None
    article = context.cards.article(found.article)
    path = f"{article.path}#{correction_id(found.number)}"
    return LatestCorrection(article=article, date=found.date, path=path)
