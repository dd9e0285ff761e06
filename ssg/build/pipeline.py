"""A build, step by step."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ssg.build.lock import build_lock
from ssg.build.project import CACHE, Options, Project, open_project
from ssg.build.search import SearchIndex, build_index
from ssg.build.stopwatch import Stopwatch
from ssg.build.write import Counts, Staging, shortened, staging
from ssg.errors import Diagnostic, SsgError, error
from ssg.model.output import CopySubject, RenderJob
from ssg.render.render import render
from ssg.render.shards import search_shards

Advance = Callable[[int, int], None]
"""Is told how many files of how many are done."""


def silent(_done: int, _total: int) -> None:
    """Tell nobody of the progress."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    articles: int
    """Articles that are published."""
    pages: int
    """Pages that are published."""
    counts: Counts
    """What happened to the output folder."""
    search: SearchIndex | None
    """The search index, if there is one."""
    seconds: dict[str, float]
    """Seconds by stage; ``total`` is all of it."""
    warnings: tuple[Diagnostic, ...]
    """What was found that didn't stop the build."""
    slowest: tuple[tuple[str, float, int], ...]
    """Templates by the seconds they took, with the number of pages, slowest first."""


def build(
    root: Path,
    output: Path,
    options: Options,
    clock: Callable[[], float],
    advance: Advance = silent,
) -> BuildReport:
    """Build a site into a folder; until all is well the folder stays as it was.

    Args:
        root: the folder of site.yaml.
        output: the folder to replace.
        options: what the command was told.
        clock: counts seconds.
        advance: is told the progress.

    Raises:
        SsgError: with everything that is wrong in the site, or with what can't be written.

    """
    watch = Stopwatch(clock)
    with build_lock(root / CACHE):
        project = open_project(root, options, watch.stage)
        with staging(output, root) as folder:
            slowest = _render_all(project, folder, watch, advance)
            index = None
            if project.context.config.search.enabled:
                with watch.stage("search"):
                    index = _index(project, folder)
            with watch.stage("swap"):
                counts = folder.finish()
    return BuildReport(
        articles=len(project.site.articles),
        pages=len(project.site.pages),
        counts=counts,
        search=index,
        seconds={**watch.seconds, "total": watch.total},
        warnings=project.warnings,
        slowest=slowest,
    )


def _render_all(
    project: Project, folder: Staging, watch: Stopwatch, advance: Advance
) -> tuple[tuple[str, float, int], ...]:
    """Render and write every job; failures are gathered, each kind once."""
    by_kind = Stopwatch(watch.clock)
    counts: dict[str, int] = {}
    problems: list[Diagnostic] = []
    for number, job in enumerate(project.jobs):
        kind = type(job.subject).__name__.removesuffix("Subject").lower()
        counts[kind] = counts.get(kind, 0) + 1
        try:
            with by_kind.stage(kind):
                _do(job, project, folder, watch)
        except SsgError as failure:
            problems.extend(failure.diagnostics)
        advance(number + 1, len(project.jobs))
    if problems:
        raise SsgError(merge_alike(problems))
    by_seconds = sorted(by_kind.seconds.items(), key=lambda item: -item[1])
    return tuple((kind, seconds, counts[kind]) for kind, seconds in by_seconds)


def _do(job: RenderJob, project: Project, folder: Staging, watch: Stopwatch) -> None:
    try:
        if isinstance(job.subject, CopySubject):
            with watch.stage("write"):
                folder.copy(job.output_path, Path(job.subject.file.path))
            return
        with watch.stage("render"):
            rendered = render(job, project.context)
        with watch.stage("write"):
            folder.write(rendered.output_path, rendered.data)
    except OSError as problem:
        if problem.errno != errno.ENAMETOOLONG:
            raise
        message = f"the path {shortened(job.path)} is too long for the disk"
        hint = f"give {job.owner} a shorter slug or path; the site is as it was"
        raise error("build/cannot-write", message, job.asked_at, hint) from None


def _index(project: Project, folder: Staging) -> SearchIndex:
    index = build_index(search_shards(project.context), project.root / CACHE / "search")
    for path, file in sorted(index.files.items()):
        if isinstance(file, Path):
            folder.copy(f"pagefind/{path}", file)
        else:
            folder.write(f"pagefind/{path}", file)
    return index


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
