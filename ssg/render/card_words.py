"""What share cards say."""

from __future__ import annotations

from ssg.model.output import ShareCardSubject
from ssg.model.share_card import ShareCard
from ssg.render.context import RenderContext
from ssg.text.locales import direction_of


def card_of(subject: ShareCardSubject, context: RenderContext) -> ShareCard:
    """Return what the card of an article or of the site says."""
    config = context.config
    language, direction = config.language, direction_of(config.language)
    if not subject.path:
        about = (config.description,) if config.description else ()
        return ShareCard("", about, config.title, "", language, direction)
    words = context.ask.share_card(subject.path)
    labels = tuple(one for one in (words.outlet, words.section) if one)
    date = context.templates.day(words.date)
    return ShareCard(words.title, labels, config.title, date, language, direction)
