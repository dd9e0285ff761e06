"""Files made: rendered, and written into the staging folder."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter

from ssg.build import pool
from ssg.build.compare import compare
from ssg.build.image_files import made_image
from ssg.build.pool import in_chunks
from ssg.build.produce import produce
from ssg.build.project import Options, Project, open_project
from ssg.build.write import Staging, Written, shortened
from ssg.errors import Diagnostic, SsgError, error
from ssg.model.output import ArticleSubject, CopySubject, ImageSubject, Read, RenderJob
from ssg.render.answers import RelatedAnswers

# With fewer, processes cost more than they save.
_WORTH_PROCESSES = 100

Advance = Callable[[int, int], None]
"""Is told how many files of how many are done."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job."""

    path: str
    """The file, below the output folder."""
    kind: str
    """What it shows, for statistics."""
    seconds: float
    """How long it took."""
    reads: tuple[Read, ...] = ()
    """The questions it asked of the site."""
    related: tuple[str, RelatedAnswers] | None = None
    """Of an article, its path and what is known of those related to it."""
    written: Written | None = None
    """The file; none where it failed."""
    problems: tuple[Diagnostic, ...] = ()
    """Why it failed."""


def make_files(
    project: Project,
    options: Options,
    wanted: Mapping[str, str],
    folder: Staging,
    workers: int,
    advance: Advance,
) -> list[Outcome]:
    """Make some of the files of a site.

    Args:
        project: the site.
        options: what the command was told.
        wanted: the files to make, by their path below the output folder.
        folder: where to write them.
        workers: how many processes may work at once.
        advance: is told the progress.

    Raises:
        OSError: the disk is full, or can't be written.
        SsgError: with everything that went wrong, each kind once.

    """
    places = [place for place, job in enumerate(project.jobs) if job.output_path in wanted]
    count = workers if len(places) >= _WORTH_PROCESSES else 1
    if count > 1:
        # Before the work is shared, or every process would do it for itself.
        compare(project.finder, workers)
        project.answers.prepare()
    tool = (
        (lambda: project)
        if count == 1 or pool.START == "fork"
        else partial(open_project, project.root, options)
    )
    found: list[Outcome] = []
    for outcomes in in_chunks(places, tool, partial(_make, folder=folder), count):
        found.extend(outcomes)
        for one in outcomes:
            if one.related:
                project.answers.learn(*one.related)
        advance(len(found), len(places))
    problems = [problem for one in found for problem in one.problems]
    if problems:
        raise SsgError(merge_alike(problems))
    return found


def _make(project: Project, places: Sequence[int], folder: Staging) -> list[Outcome]:
    return [_outcome(project.jobs[place], project, folder) for place in places]


def _outcome(job: RenderJob, project: Project, folder: Staging) -> Outcome:
    kind = type(job.subject).__name__.removesuffix("Subject").lower()
    began = perf_counter()
    try:
        reads, written = _do(job, project, folder)
    except SsgError as failure:
        problems = tuple(failure.diagnostics)
        return Outcome(job.output_path, kind, perf_counter() - began, problems=problems)
    # Worked out here, where the related articles are known, and not once more by who asked.
    related = None
    if isinstance(job.subject, ArticleSubject):
        related = (job.subject.path, project.answers.about_related(job.subject.path))
    return Outcome(job.output_path, kind, perf_counter() - began, reads, related, written)


def _do(job: RenderJob, project: Project, folder: Staging) -> tuple[tuple[Read, ...], Written]:
    try:
        if isinstance(job.subject, CopySubject):
            return (), folder.copy(job.output_path, Path(job.subject.file.path))
        if isinstance(job.subject, ImageSubject):
            return (), folder.write(job.output_path, made_image(project.root, job.subject))
        rendered = produce(job, project.context)
        return rendered.reads, folder.write(rendered.output_path, rendered.data)
    except OSError as problem:
        if problem.errno != errno.ENAMETOOLONG:
            raise
        message = f"the path {shortened(job.path)} is too long for the disk"
        hint = f"give {job.owner} a shorter slug or path; the site is as it was"
        raise error("build/cannot-write", message, job.asked_at, hint) from None


def merge_alike(problems: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return complaints with those that say the same of the same place made one.

    One mistake in a template would otherwise be said for every page that it renders.
    """
    groups: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for one in problems:
        groups.setdefault((one.code, one.message, str(one.location)), []).append(one)
    return tuple(_merged(group) for group in groups.values())


def _merged(group: Sequence[Diagnostic]) -> Diagnostic:
    first = group[0]
    if len(group) == 1:
        return first
    notes = (*first.notes, f"and {len(group) - 1} more")
    return Diagnostic(first.severity, first.code, first.message, first.location, first.hint, notes)
