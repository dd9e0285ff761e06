"""What all pages have in common."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ssg.render.views.parts import FeedView, ImageView, LinkView, TranslationView
from ssg.render.views.share import ShareImage


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What every page says of itself."""

    kind: str
    """`front`, `article`, `page`, `term`, `taxonomy`, `archive`, `corrections`, `withdrawn`,
    `search`, `not-found` or `offline`."""
    path: str
    """This page."""
    title: str
    """Its title; on the front page the title of the site."""
    description: str
    """One or two plain sentences for search engines and cards; may be empty."""
    canonical: str
    """The full URL under which this text is to be known."""
    noindex: bool
    """True when search engines are asked to leave the page out."""
    feeds: tuple[FeedView, ...]
    """The feeds to announce, the nearest first."""
    breadcrumbs: tuple[LinkView, ...]
    """The way here from the front page; empty on the front page."""
    structured_data: Markup
    """JSON-LD, ready for a script element."""
    image: ImageView | None = None
    """Its own picture."""
    share_image: ShareImage | None = None
    """The picture that stands for it where it is shared; none where that of the site does."""
    language: str = ""
    """The language of an article or page, as a tag; empty elsewhere."""
    direction: str = ""
    """`ltr` or `rtl`, as that language runs; empty elsewhere."""
    translations: tuple[TranslationView, ...] = ()
    """The piece in every language in which it is published, this one too; the original first.
    Empty where there is no other."""
