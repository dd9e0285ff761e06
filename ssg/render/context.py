"""What rendering needs of a site besides the job."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import BytecodeCache

from ssg.config.site import SiteConfig
from ssg.model.links import ResolvedLinks
from ssg.model.related import RelatedFinder
from ssg.model.site import Site
from ssg.model.theme import Theme
from ssg.render.bodies import Bodies
from ssg.render.cards import Cards
from ssg.render.feed_items import FeedItems
from ssg.render.front import Front, compose_front
from ssg.render.site_view import SiteView
from ssg.templating.environment import Templates
from ssg.text.urls import BaseUrl


@dataclass(frozen=True, slots=True)
class RenderContext:
    """A site ready to be rendered."""

    site: Site
    """The site."""
    config: SiteConfig
    """Its configuration."""
    templates: Templates
    """Its templates."""
    base: BaseUrl
    """Where it is published."""
    bodies: Bodies
    """Fills in bodies, with links as pages write them."""
    feed_items: FeedItems
    """Articles as feeds hold them."""
    cards: Cards
    """Articles as lists show them."""
    view: SiteView
    """The site as templates see it."""
    front: Front
    """The front page, composed."""
    finder: RelatedFinder
    """Finds related articles."""
    preview: bool
    """True in the development server."""


def render_context(
    site: Site,
    config: SiteConfig,
    theme: Theme,
    links: ResolvedLinks,
    finder: RelatedFinder,
    preview: bool = False,
    compiled: BytecodeCache | None = None,
) -> RenderContext:
    """Return a site ready to be rendered."""
    base = BaseUrl(config.base_url)
    templates = Templates(theme, config.language, base, compiled)
    bodies = Bodies(links, templates, base)
    cards = Cards(site, bodies)
    return RenderContext(
        site=site,
        config=config,
        templates=templates,
        base=base,
        bodies=bodies,
        feed_items=FeedItems(cards, bodies.absolute(), config.title),
        cards=cards,
        view=SiteView(site, config, cards),
        front=compose_front(site),
        finder=finder,
        preview=preview,
    )
