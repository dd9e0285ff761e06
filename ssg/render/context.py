"""What rendering needs of a site besides the job."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jinja2 import BytecodeCache

from ssg.config.site import SiteConfig
from ssg.model.image import NO_IMAGES, Images
from ssg.model.links import ResolvedLinks
from ssg.model.related import RelatedFinder
from ssg.model.site import Site
from ssg.model.theme import Theme
from ssg.render.bodies import Bodies
from ssg.render.cards import Cards
from ssg.render.feed_items import FeedItems
from ssg.render.questions import Questions
from ssg.render.reads import Reads
from ssg.render.site_view import SiteView
from ssg.templating.environment import Templates
from ssg.text.urls import BaseUrl


@dataclass(frozen=True, slots=True)
class RenderContext:
    """A site ready to be rendered."""

    ask: Questions
    """The site, as pages ask of it."""
    reads: Reads
    """Notes what they ask."""
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
    preview: bool
    """True in the development server."""
    images: Images
    """Its pictures."""


def render_context(
    site: Site,
    config: SiteConfig,
    theme: Theme,
    links: ResolvedLinks,
    finder: RelatedFinder,
    preview: bool = False,
    compiled: BytecodeCache | None = None,
    images: Images = NO_IMAGES,
) -> RenderContext:
    """Return a site ready to be rendered."""
    base = BaseUrl(config.base_url)
    templates = Templates(theme, config.language, base, compiled)
    return _context(site, config, links, finder, templates, base, preview, images)


def context_again(
    before: RenderContext, site: Site, links: ResolvedLinks, finder: RelatedFinder
) -> RenderContext:
    """Return a site ready to be rendered that has the settings and the theme of another."""
    return _context(
        site,
        before.config,
        links,
        finder,
        before.templates,
        before.base,
        before.preview,
        before.images,
    )


def _context(
    site: Site,
    config: SiteConfig,
    links: ResolvedLinks,
    finder: RelatedFinder,
    templates: Templates,
    base: BaseUrl,
    preview: bool,
    images: Images,
) -> RenderContext:
    reads = Reads()
    ask = Questions(site, config, links, finder, reads, images)
    instead = config.links.dead == "archive-instead"
    bodies = Bodies(links, templates, base, ask.archive, ask.image, instead)
    cards = Cards(site, bodies, reads)
    return RenderContext(
        ask=ask,
        reads=reads,
        config=config,
        templates=templates,
        base=base,
        bodies=replace(bodies, reads=reads),
        feed_items=FeedItems(cards, bodies.absolute(), config.title, reads),
        cards=cards,
        view=SiteView(config, ask, cards),
        preview=preview,
        images=images,
    )
