"""A site ready to be rendered, without a disk, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import Element, fromstring

from ssg.model.files import FileRef
from ssg.model.output import RenderJob
from ssg.model.site import NO_PREVIEW, Preview, Site
from ssg.model.theme import Template, Theme
from ssg.relate.links import resolve_links
from ssg.relate.related import RelatedArticles
from ssg.render.context import RenderContext, render_context
from ssg.render.plan import copy_jobs, plan
from ssg.render.render import render
from ssg.render.templates import REQUIRED_TEMPLATES
from tests.support.sites import NOW
from tests.unit.content.settings import SETTINGS
from tests.unit.relate.making import config_of, site_of

THEME = Theme(
    name="plain",
    templates={
        **{
            name: Template(name, "{{ page.title }}")
            for name in (*REQUIRED_TEMPLATES, "corrections.html", "withdrawn.html")
        },
        "shortcodes/note.html": Template("note.html", "<aside>{{ title }}{{ body }}</aside>"),
        "shortcodes/figure.html": Template("figure.html", '<img src="{{ src }}" alt="{{ alt }}">'),
    },
    static={"style.css": FileRef("style.css", "themes/plain/static/style.css", "0" * 32)},
    translations={
        "title.home": "Home",
        "title.archive": "Archive",
        "title.search": "Search",
        "title.not_found": "Page not found",
        "title.tags": "Tags",
        "title.corrections": "Corrections",
        "title.withdrawn": "Withdrawn",
        "corrections.of": "Correction: {title}",
        "source.read": "Read the original",
        "links.archived": "archived copy",
        "links.archived_title": "A copy in an archive",
    },
    settings={},
    shortcodes=SETTINGS.shortcodes,
)
"""A theme whose templates say the title and nothing else."""


def jobs_of(
    text: str, config: str = "", now: datetime = NOW, preview: Preview = NO_PREVIEW
) -> tuple[RenderJob, ...]:
    """Return everything that a site writes but the files of content/ that are copied."""
    return plan(site_of(text, config, now, preview), config_of(config), THEME)


def paths_of(text: str, config: str = "") -> list[str]:
    """Return the paths of everything that a site writes."""
    return [job.path for job in jobs_of(text, config)]


def all_jobs_of(text: str, config: str = "") -> tuple[RenderJob, ...]:
    """Return everything that a site writes."""
    jobs = jobs_of(text, config)
    links = resolve_links(site_of(text, config), {job.path for job in jobs}, "error")
    return (*jobs, *copy_jobs(links.assets))


def context_of(
    text: str, config: str = "", now: datetime = NOW, preview: Preview = NO_PREVIEW
) -> RenderContext:
    """Return a site ready to be rendered."""
    return context_around(site_of(text, config, now, preview), config)


def context_around(site: Site, config: str = "") -> RenderContext:
    """Return a site ready to be rendered."""
    rules = config_of(config)
    links = resolve_links(site, {job.path for job in plan(site, rules, THEME)}, "error")
    assert not links.diagnostics
    return render_context(site, rules, THEME, links, RelatedArticles(site, rules.related))


def output_of(
    path: str, text: str, config: str = "", now: datetime = NOW, preview: Preview = NO_PREVIEW
) -> bytes:
    """Return what is written to a path."""
    site = site_of(text, config, now, preview)
    jobs = {job.path: job for job in plan(site, config_of(config), THEME)}
    return render(jobs[path], context_around(site, config)).data


def xml_of(path: str, text: str, config: str = "", now: datetime = NOW) -> Element:
    """Return what is written to a path as XML, its names without their namespaces."""
    root = fromstring(output_of(path, text, config, now))
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def texts(root: Element, path: str) -> list[str]:
    """Return the texts of the elements at a path."""
    return [element.text or "" for element in root.iterfind(path)]


def pieces(count: int, front_matter: str = "") -> str:
    """Return so many articles, one a day back from 22 December 2025, named ``a0`` and so on."""
    return "".join(_pieces(count, front_matter))


def _pieces(count: int, front_matter: str) -> Iterator[str]:
    for number in range(count):
        day = datetime(2025, 12, 22).toordinal() - number
        name = f"{datetime.fromordinal(day):%Y-%m-%d}-a{number}"
        yield f"-- posts/{name}.md --\n---\ntitle: Piece {number}\n{front_matter}---\n"
        yield f"Text {number}.\n"
