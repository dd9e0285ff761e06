"""A build, step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ssg.build.compare import find_again
from ssg.build.image_files import forget_images, make_images
from ssg.build.lock import build_lock
from ssg.build.make import Advance, Outcome, make_files
from ssg.build.manifest import Made, load_manifest, manifest_name, stale, updated
from ssg.build.memory import CACHE, Memory, forget, remembering
from ssg.build.pool import aside
from ssg.build.project import Options, load_site, make_project
from ssg.build.searching import (
    SearchReport,
    indexing,
    plan_search,
    standing_report,
    write_index,
)
from ssg.build.stopwatch import Stopwatch
from ssg.build.whole import Whole, digest_of_files, load_whole, next_change
from ssg.build.write import Counts, Written, files_in, remove_leftovers, spare_files, staging
from ssg.errors import Diagnostic

_SPARE = "spare"


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
    search: SearchReport | None
    """What became of the search index, if there is one."""
    made: Mapping[str, str]
    """The files that were rendered or copied, each with the reason; all others stand."""
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
        work = partial(_build, root, output, options, advance, watch, apart)
        return remembering(root, work, workers)


def _build(
    root: Path,
    output: Path,
    options: Options,
    advance: Advance,
    watch: Stopwatch,
    apart: bool,
    memory: Memory,
) -> BuildReport:
    cache, workers = root / CACHE, memory.workers
    spare = output.with_name(_SPARE) if apart else cache / _SPARE
    with ExitStack() as beside:
        list_output = beside.enter_context(aside(partial(files_in, output), workers))
        with watch.stage("load"):
            loaded = load_site(root, options, memory)
            there = list_output()
            whole = load_whole(memory.cache.value(f"whole {output}"))
        if whole and whole.stands(loaded.key, options.now, there):
            remove_leftovers(output)
            memory.cache.close()
            return _standing(whole, len(there), watch)
        list_spare = beside.enter_context(
            aside(partial(spare_files, output, there, spare), workers)
        )
        project = make_project(loaded, memory, watch.stage)
        with watch.stage("verify"):
            before = load_manifest(memory.cache.value(manifest_name(output)))
            plan = plan_search(project, before.search, there)
            index = beside.enter_context(indexing(plan, cache / "search", workers))
            tasks = {job.output_path: project.tasks.digest(job) for job in project.jobs}
            answer = project.answers.digest
            if before.settings == project.settings:
                find_again(project.finder, project.answers, workers)
            wanted = stale(tasks, before, project.settings, answer, there)
        made: list[Outcome] = []
        search, report = plan.standing, standing_report(plan)
        indexed: dict[str, Written] = {}
        stands = not wanted and search and there.keys() == tasks.keys() | search.files.keys()
        if not stands:
            with staging(output, root, spare, list_spare()) as folder:
                with watch.stage("images"):
                    make_images(project, wanted, workers, advance)
                with watch.stage("render"):
                    made = make_files(project, options, wanted, folder, workers, advance)
                with watch.stage("search"):
                    if search is None:
                        search, report, indexed = write_index(
                            plan, index(), cache / "search", folder
                        )
                with watch.stage("write"):
                    belongs = tasks.keys() | search.files.keys()
                    written = wanted.keys() | indexed.keys()
                    folder.complete({one: there[one] for one in belongs - written}, written)
                    folder.finish(spare)
    assert search is not None
    with watch.stage("remember"):
        new = _remembered(made, tasks, wanted, options)
        reads = {one.path: one.reads for one in made}
        after = updated(before, new, reads, tasks, project.settings, answer, search)
        whole = Whole(
            key=loaded.key,
            files=digest_of_files(after.files),
            since=options.now,
            until=next_change(project.site.contents.documents, options.now, loaded.config.timezone),
            articles=len(project.site.articles),
            pages=len(project.site.pages),
            warnings=project.warnings,
            search=report,
        )
        kept = {manifest_name(output): after.dump(), f"whole {output}": whole.dump()}
        if not apart:
            memory.cache.set_values(kept)
        memory.keep_related(project.finder.index, project.answers.related)
        forget_images(project)
        memory.cache.close()
    files = [*(one.written for one in made), *indexed.values()]
    changed = sum(1 for one in files if one and one.changed)
    belongs = tasks.keys() | search.files.keys()
    return BuildReport(
        articles=len(project.site.articles),
        pages=len(project.site.pages),
        counts=Counts(changed, len(belongs) - changed, len(there.keys() - belongs)),
        search=report,
        made=wanted,
        seconds={**watch.seconds, "total": watch.total},
        warnings=project.warnings,
        slowest=_slowest(made),
    )


def _standing(whole: Whole, files: int, watch: Stopwatch) -> BuildReport:
    """Return what a build did that had nothing to do."""
    search = whole.search and replace(whole.search, indexed=frozenset())
    return BuildReport(
        articles=whole.articles,
        pages=whole.pages,
        counts=Counts(0, files, 0),
        search=search,
        made={},
        seconds={**watch.seconds, "total": watch.total},
        warnings=whole.warnings,
        slowest=(),
    )


def _remembered(
    made: Sequence[Outcome],
    tasks: Mapping[str, bytes],
    wanted: Mapping[str, str],
    options: Options,
) -> dict[str, Made]:
    when = options.now.isoformat()
    return {
        one.path: Made(tasks[one.path], one.written.status, when, wanted[one.path])
        for one in made
        if one.written
    }


def _slowest(made: Sequence[Outcome]) -> tuple[tuple[str, float, int], ...]:
    seconds: dict[str, list[float]] = {}
    for one in made:
        seconds.setdefault(one.kind, []).append(one.seconds)
    found = ((kind, sum(each), len(each)) for kind, each in seconds.items())
    return tuple(sorted(found, key=lambda one: -one[1]))
