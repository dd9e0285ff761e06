"""Which picture stands for a page where it is shared."""

from __future__ import annotations

from ssg.config.site import SiteConfig
from ssg.model.front_matter import is_shareable
from ssg.render.paths import SITE_CARD, card_path
from ssg.render.views.parts import ImageView
from ssg.render.views.share import ShareImage

_SIZE = (1200, 630)


def share_image_of(
    path: str, title: str, image: ImageView | None, config: SiteConfig
) -> ShareImage | None:
    """Return the picture that stands for an article elsewhere: its own, else its card.

    Social networks show no SVG.
    """
    if own := own_share_image(image):
        return own
    if not config.share_cards.enabled:
        return None
    return ShareImage(card_path(path), f"{title} – {config.title}", *_SIZE)


def own_share_image(image: ImageView | None) -> ShareImage | None:
    """Return a picture as one that stands for its page elsewhere; none for an SVG."""
    if image is None or not is_shareable(image.path):
        return None
    return ShareImage(image.path, image.alt, image.width, image.height)


def site_share_image(config: SiteConfig) -> ShareImage | None:
    """Return the picture that stands for the site elsewhere."""
    if not config.share_cards.enabled:
        return None
    return ShareImage(SITE_CARD, config.title, *_SIZE)
