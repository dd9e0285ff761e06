"""A project after an edit that leaves every article and page where it is.

The result equals what :func:`ssg.build.project.open_project` makes of the folder for the same
moment; where the edited files alone can't tell, there is none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from unicodedata import normalize

from ssg.build.digests import digest_of
from ssg.build.load import Source
from ssg.build.memory import Memory
from ssg.build.project import Project, broken_links, in_order, warnings_of
from ssg.build.whole import next_change
from ssg.content.settings import parse_settings
from ssg.errors import Diagnostic, SsgError
from ssg.model.document import Document
from ssg.model.links import ResolvedLinks
from ssg.model.output import CopySubject, ImageSubject
from ssg.model.related import RelatedFinder
from ssg.model.site import Article, Page, Site
from ssg.relate.edit import Places, keeps_place, places_of, spliced, with_documents
from ssg.relate.links import LinkMap, link_owners, map_links
from ssg.relate.relink import relinked
from ssg.render.answers import Answers
from ssg.render.context import context_again
from ssg.render.plan import jobs_of

# More at once are no edit, and the system may have told of a part of them only.
_FEW = 20


@dataclass(frozen=True, slots=True)
class Ground:
    """What edits leave as it is, as long as all documents keep their places."""

    places: Places
    """Where each document stands."""
    links: LinkMap
    """What can be linked to."""
    jobs: Mapping[str, int]
    """The number of each job by path."""
    until: datetime | None
    """When time alone will change the site; none for never."""


def ground_of(project: Project) -> Ground:
    """Return what edits of a project leave as it is."""
    site, assets = project.site, project.context.bodies.links.assets
    # Files of content/ are copied where links lead to them.
    planned = [
        job.path
        for job in project.jobs
        if not isinstance(job.subject, ImageSubject)
        and not (isinstance(job.subject, CopySubject) and job.path in assets)
    ]
    return Ground(
        places=places_of(site),
        links=map_links(site, link_owners(site), planned),
        jobs={job.path: number for number, job in enumerate(project.jobs)},
        until=next_change(site.contents.documents, site.now, project.context.config.timezone),
    )


def edited(
    project: Project, ground: Ground, files: Collection[Path], memory: Memory
) -> Project | None:
    """Return a project after an edit; none where it must be opened anew.

    Args:
        project: what was opened, perhaps edited since.
        ground: what edits leave as it is.
        files: every file that was touched since.
        memory: what was done before.

    Raises:
        SsgError: with everything that is wrong in the files.

    """
    sources = _sources(project.root / "content", files, ground.places)
    if not sources:
        return None
    before = project.site.contents.documents
    documents = _understood(project, sources, memory)
    edits = [(before[ground.places.documents[one.path]], one) for one in documents]
    if not all(keeps_place(was, now) and was.pictures == now.pictures for was, now in edits):
        return None
    site = with_documents(project.site, ground.places, documents)
    if site is None:
        return None
    broken = broken_links(project.context.config)
    links = relinked(project.context.bodies.links, ground.links, site, edits, broken)
    if links is None:
        return None
    errors = [one for one in links.diagnostics if one.severity == "error"]
    if errors:
        raise SsgError(in_order(errors))
    return _project(project, ground, site, links, edits)


def with_related(project: Project, finder: RelatedFinder) -> Project:
    """Return a project whose pages show the related articles that another finder finds."""
    context = context_again(project.context, project.site, project.context.bodies.links, finder)
    return replace(project, context=context, tasks=project.tasks.again(context))


def _sources(content: Path, files: Collection[Path], places: Places) -> list[Source]:
    """Return files as they are now; nothing where one of them is no document that was there."""
    folder = content.resolve()
    sources: list[Source] = []
    for file in files if len(files) <= _FEW else ():
        name = file.relative_to(folder).as_posix() if file.is_relative_to(folder) else ""
        # A name that is spelt in another way may stand for two files.
        if name not in places.documents or normalize("NFC", name) != name or file.is_symlink():
            return []
        try:
            sources.append(Source(name, file, digest_of(file), is_term=False))
        except OSError:
            return []
    return sources


def _understood(
    project: Project, sources: Sequence[Source], memory: Memory
) -> tuple[Document, ...]:
    context = project.context
    settings = parse_settings(context.config, context.templates.theme.shortcodes)
    problems: list[Diagnostic] = []
    documents = memory.documents.understand_again(sources, settings, problems)
    if problems:
        raise SsgError(in_order(problems))
    return documents


def _project(
    project: Project,
    ground: Ground,
    site: Site,
    links: ResolvedLinks,
    edits: Sequence[tuple[Document, Document]],
) -> Project:
    cards = project.context.config.share_cards.enabled
    pieces = list(_pieces(site, ground.places, (now.path for _, now in edits)))
    jobs = {ground.jobs[job.path]: job for piece in pieces for job in jobs_of(piece, cards)}
    finder = project.finder.again(site)
    context = context_again(project.context, site, links, finder)
    # Other texts may link to a heading that has come or gone.
    apart = all(was.ids == now.ids for was, now in edits)
    known = project.answers.known_apart_from(pieces) if apart else {}
    return replace(
        project,
        site=site,
        jobs=spliced(project.jobs, jobs),
        context=context,
        tasks=project.tasks.again(context),
        answers=Answers(context.ask, site, links, finder, {}, known),
        finder=finder,
        warnings=warnings_of(project.theme_warnings, site, context),
    )


def _pieces(site: Site, places: Places, paths: Iterable[str]) -> Iterator[Article | Page]:
    """Yield what is published of some documents."""
    for path in paths:
        if path in places.articles:
            yield site.articles[places.articles[path]]
        if path in places.pages:
            yield site.pages[places.pages[path]]
