"""A build, step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from ssg.build.compare import find_again
from ssg.build.image_files import forget_images, make_images
from ssg.build.lock import build_lock
from ssg.build.make import Advance, Outcome, make_files
from ssg.build.manifest import Made, Manifest, Status, load_manifest, manifest_name, stale, updated
from ssg.build.memory import CACHE, Memory, forget, remembering
from ssg.build.pool import aside
from ssg.build.project import Loaded, Options, Project, load_site, make_project
from ssg.build.search import SearchIndex
from ssg.build.searching import (
    Indexed,
    SearchPlan,
    indexing,
    plan_search,
    standing_index,
    write_index,
)
from ssg.build.stopwatch import Stopwatch
from ssg.build.summary import BuildReport, slowest, standing_report
from ssg.build.whole import Whole, digest_of_files, load_whole, next_change
from ssg.build.write import Counts, files_in, remove_leftovers, spare_files, staging

T = TypeVar("T")

_SPARE = "spare"


def silent(_done: int, _total: int) -> None:
    """Tell nobody of the progress."""


def build(
    root: Path,
    output: Path,
    options: Options,
    clock: Callable[[], float],
    advance: Advance = silent,
    workers: int = 1,
    clean: bool = False,
    apart: bool = False,
) -> BuildReport:
    """Build a site into a folder; until all is well the folder stays as it was.

    Args:
        root: the folder of site.yaml.
        output: the folder to replace.
        options: what the command was told.
        clock: counts seconds.
        advance: is told the progress.
        workers: how many processes may work at once.
        clean: make everything anew.
        apart: make a folder that nobody will build into again, and keep nothing of it.

    Raises:
        SsgError: with everything that is wrong in the site, or with what can't be written.

    """
    watch = Stopwatch(clock)
    with build_lock(root / CACHE):
        if clean:
            forget(root)
        run = _Run(root, output, options, advance, watch, apart)
        return remembering(root, partial(_build, run), workers)


@dataclass(frozen=True, slots=True)
class _Run:
    """What a build was told."""

    root: Path
    output: Path
    options: Options
    advance: Advance
    watch: Stopwatch
    apart: bool

    @property
    def spare(self) -> Path:
        """The folder of the state before, which the next one begins with."""
        return self.output.with_name(_SPARE) if self.apart else self.root / CACHE / _SPARE

    @property
    def indexed(self) -> Path:
        """The folder of the shards that are indexed."""
        return self.root / CACHE / "search"


@dataclass(frozen=True, slots=True)
class _Plan:
    """The files there should be, and those of them that must be made."""

    there: Mapping[str, Status]
    """The files of the output folder, as they are."""
    before: Manifest
    """What the last build left."""
    tasks: Mapping[str, bytes]
    """Every file but those of the search index, with a digest of what it shows and how."""
    wanted: Mapping[str, str]
    """Those that must be made, each with the reason."""
    search: SearchPlan
    """The search index."""

    @property
    def stands(self) -> bool:
        """Whether all is there already."""
        standing = self.search.standing
        return (
            standing is not None
            and not self.wanted
            and self.there.keys() == self.tasks.keys() | standing.files.keys()
        )


@dataclass(frozen=True, slots=True)
class _Results:
    """What was made."""

    outcomes: Sequence[Outcome]
    """Of every file that had to be made."""
    index: Indexed
    """The search index."""


def _build(run: _Run, memory: Memory) -> BuildReport:
    cache, output, stage = memory.cache, run.output, run.watch.stage
    with ExitStack() as stack:

        def beside(work: Callable[[], T]) -> Callable[[], T]:
            return stack.enter_context(aside(work, memory.workers))

        list_output = beside(partial(files_in, output))
        with stage("load"):
            loaded = load_site(run.root, run.options, memory)
            there = list_output()
            whole = load_whole(cache.value(f"whole {output}"))
        if whole and whole.stands(loaded.key, run.options.now, there):
            remove_leftovers(output)
            cache.close()
            return standing_report(whole, len(there), run.watch)
        list_spare = beside(partial(spare_files, output, there, run.spare))
        project = make_project(loaded, memory, stage)
        with stage("verify"):
            before = load_manifest(cache.value(manifest_name(output)))
            search = plan_search(project, before.search, there)
            index = stack.enter_context(indexing(search, run.indexed, memory.workers))
            plan = _plan(project, before, search, there, memory.workers)
        if plan.stands:
            made = _Results((), standing_index(search))
        else:
            made = _make(run, project, plan, index, list_spare(), memory.workers)
    with stage("remember"):
        _remember(run, loaded, project, plan, made, memory)
    return _report(run, project, plan, made)


def _plan(
    project: Project,
    before: Manifest,
    search: SearchPlan,
    there: Mapping[str, Status],
    workers: int,
) -> _Plan:
    tasks = {job.output_path: project.tasks.digest(job) for job in project.jobs}
    if before.settings == project.settings:
        find_again(project.finder, project.answers, workers)
    wanted = stale(tasks, before, project.settings, project.answers.digest, there)
    return _Plan(there, before, tasks, wanted, search)


def _make(
    run: _Run,
    project: Project,
    plan: _Plan,
    index: Callable[[], SearchIndex],
    spare: Mapping[str, Status],
    workers: int,
) -> _Results:
    stage = run.watch.stage
    with staging(run.output, run.root, run.spare, spare) as folder:
        with stage("images"):
            make_images(project, plan.wanted, workers, run.advance)
        with stage("render"):
            outcomes = make_files(project, run.options, plan.wanted, folder, workers, run.advance)
        with stage("search"):
            made = _Results(outcomes, write_index(plan.search, index, run.indexed, folder))
        with stage("write"):
            belongs = plan.tasks.keys() | made.index.searchable.files.keys()
            written = plan.wanted.keys() | made.index.written.keys()
            folder.complete({one: plan.there[one] for one in belongs - written}, written)
            folder.finish(run.spare)
    return made


def _remember(
    run: _Run, loaded: Loaded, project: Project, plan: _Plan, made: _Results, memory: Memory
) -> None:
    reads = {one.path: one.reads for one in made.outcomes}
    after = updated(
        plan.before,
        _remembered(made.outcomes, plan, run.options),
        reads,
        plan.tasks,
        project.settings,
        project.answers.digest,
        made.index.searchable,
    )
    site, now = project.site, run.options.now
    whole = Whole(
        key=loaded.key,
        files=digest_of_files(after.files),
        since=now,
        until=next_change(site.contents.documents, now, loaded.config.timezone),
        articles=len(site.articles),
        pages=len(site.pages),
        warnings=project.warnings,
        search=made.index.report,
    )
    if not run.apart:
        kept = {manifest_name(run.output): after.dump(), f"whole {run.output}": whole.dump()}
        memory.cache.set_values(kept)
    memory.keep_related(project.finder.index, project.answers.related)
    forget_images(project)
    memory.cache.close()


def _remembered(made: Sequence[Outcome], plan: _Plan, options: Options) -> dict[str, Made]:
    when = options.now.isoformat()
    return {
        one.path: Made(plan.tasks[one.path], one.written.status, when, plan.wanted[one.path])
        for one in made
        if one.written
    }


def _report(run: _Run, project: Project, plan: _Plan, made: _Results) -> BuildReport:
    files = [*(one.written for one in made.outcomes), *made.index.written.values()]
    changed = sum(1 for one in files if one and one.changed)
    belongs = plan.tasks.keys() | made.index.searchable.files.keys()
    return BuildReport(
        articles=len(project.site.articles),
        pages=len(project.site.pages),
        counts=Counts(changed, len(belongs) - changed, len(plan.there.keys() - belongs)),
        search=made.index.report,
        made=plan.wanted,
        seconds={**run.watch.seconds, "total": run.watch.total},
        warnings=project.warnings,
        slowest=slowest(made.outcomes),
    )
