"""The newsletter: what was published in a span, as HTML and as plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from ssg.errors import Location, error
from ssg.model.site import Article, Site
from ssg.render.cards import Cards
from ssg.render.context import RenderContext
from ssg.render.reads import UNNOTED
from ssg.render.views.article import ArticleCard
from ssg.render.views.digest import Digest, DigestGroup

Grouping = Literal["section", "thread"]

_TAXONOMIES: dict[Grouping, str] = {"section": "sections", "thread": "threads"}
_HEADLINES = 4
_BLANK_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n){2,}")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mail:
    """A newsletter, ready to be sent."""

    digest: Digest
    """What its templates were given."""
    html: str
    """As HTML."""
    text: str
    """As plain text."""


def make_digest(
    site: Site, context: RenderContext, since: datetime, until: datetime, grouping: Grouping
) -> Mail | None:
    """Return the newsletter of what was published from one moment to another, both included;
    none where nothing was.

    Raises:
        SsgError: a template is missing or wrong.

    """
    articles = [one for one in site.articles if since <= one.date <= until]
    if not articles:
        return None
    cards = Cards(site, context.bodies.absolute(), UNNOTED)
    groups = _groups(site, cards, articles, _TAXONOMIES[grouping])
    shown = [card for group in groups for card in group.articles]
    digest = Digest(
        subject=_subject(context, shown[0].title),
        preheader=_preheader(shown),
        since=since.astimezone(site.now.tzinfo),
        until=until.astimezone(site.now.tzinfo),
        count=len(articles),
        groups=groups,
    )
    values = {"site": context.view, "digest": digest}
    html = context.templates.render("digest.html", values, "the newsletter")
    text = context.templates.render("digest.txt", values, "the newsletter as plain text")
    return Mail(digest, _tidy(html), _tidy(text))


def _groups(
    site: Site, cards: Cards, articles: Sequence[Article], taxonomy: str
) -> tuple[DigestGroup, ...]:
    """Return articles by their terms, the term with most of them first."""
    found: dict[str, list[Article]] = {}
    for article in articles:
        found.setdefault(next(iter(article.terms[taxonomy]), ""), []).append(article)
    # Sorting is stable: of terms with as many pieces, the one with the latest comes first.
    ordered = sorted(found.items(), key=lambda pair: (not pair[0], -len(pair[1])))
    return tuple(
        DigestGroup(
            term=cards.term(site.term(taxonomy, slug)) if slug else None,
            articles=cards.articles(pieces),
        )
        for slug, pieces in ordered
    )


def _subject(context: RenderContext, headline: str) -> str:
    words = context.templates.words("digest.subject")
    try:
        return words.format(title=context.config.title, headline=headline)
    except (KeyError, IndexError, ValueError):
        message = f'the translation of "digest.subject" is not understood: {words}'
        where = Location(f"themes/{context.templates.theme.name}/translations")
        hint = "write {title} and {headline}, and no other braces"
        raise error("template/wrong", message, where, hint) from None


def _preheader(shown: Sequence[ArticleCard]) -> str:
    """Return the headlines after the first, or what the only piece says."""
    return " · ".join(card.title for card in shown[1:_HEADLINES]) or shown[0].summary


def _tidy(text: str) -> str:
    """Return a text without blanks at the end of lines, and with one empty line where more are."""
    return _TRAILING.sub("", _BLANK_LINES.sub("\n\n", text)).strip() + "\n"
