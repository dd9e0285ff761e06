"""A build, step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ssg.build.lock import build_lock
from ssg.build.make import Advance, Outcome, make_files
from ssg.build.manifest import Made, Status, load_manifest, manifest_name, stale, updated
from ssg.build.memory import CACHE, Memory, forget, remembering
from ssg.build.project import Options, Project, open_project
from ssg.build.search import SearchIndex, build_index
from ssg.build.stopwatch import Stopwatch
from ssg.build.write import Counts, Staging, Written, files_in, staging
from ssg.errors import Diagnostic
from ssg.render.shards import search_shards


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
    made: Mapping[str, str]
    """The files that were rendered or copied, each with the reason; all others stand."""
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
    workers: int = 1,
    clean: bool = False,
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

    Raises:
        SsgError: with everything that is wrong in the site, or with what can't be written.

    """
    watch = Stopwatch(clock)
    with build_lock(root / CACHE):
        if clean:
            forget(root)
        return remembering(
            root, lambda memory: _build(root, output, options, watch, advance, memory), workers
        )


def _build(
    root: Path, output: Path, options: Options, watch: Stopwatch, advance: Advance, memory: Memory
) -> BuildReport:
    project = open_project(root, options, memory, watch.stage)
    before = load_manifest(memory.cache.value(manifest_name(output)))
    with watch.stage("verify"):
        there = files_in(output)
        tasks = {job.output_path: project.tasks.digest(job) for job in project.jobs}
        answer = project.answers.digest
        wanted = stale(tasks, before, project.settings, answer, there)
    with staging(output, root) as folder:
        with watch.stage("render"):
            made = make_files(project, options, wanted, folder, memory.workers, advance)
        index: SearchIndex | None = None
        indexed: dict[str, Written] = {}
        if project.context.config.search.enabled:
            with watch.stage("search"):
                index, indexed = _index(project, folder)
        with watch.stage("write"):
            folder.keep(path for path in tasks if path not in wanted)
            folder.finish()
    with watch.stage("remember"):
        when = options.now.isoformat()
        new = {
            one.path: Made(tasks[one.path], one.reads, one.written.status, when, wanted[one.path])
            for one in made
            if one.written
        }
        after = updated(before, new, tasks, project.settings, answer)
        memory.cache.set_values({manifest_name(output): after.dump()})
        memory.keep_related(project.finder.index, project.answers.related)
        memory.cache.close()
    return BuildReport(
        articles=len(project.site.articles),
        pages=len(project.site.pages),
        counts=_counts(made, tasks, indexed, there),
        made=wanted,
        search=index,
        seconds={**watch.seconds, "total": watch.total},
        warnings=project.warnings,
        slowest=_slowest(made),
    )


def _index(project: Project, folder: Staging) -> tuple[SearchIndex, dict[str, Written]]:
    shards = search_shards(project.site, project.context, project.search_key)
    index = build_index(shards, project.root / CACHE / "search")
    written: dict[str, Written] = {}
    for path, file in sorted(index.files.items()):
        name = f"pagefind/{path}"
        data = file.read_bytes() if isinstance(file, Path) else file
        written[name] = folder.write(name, data)
    return index, written


def _counts(
    made: Sequence[Outcome],
    tasks: Iterable[str],
    indexed: Mapping[str, Written],
    there: Mapping[str, Status],
) -> Counts:
    wanted = {*tasks, *indexed}
    written = [one.written for one in made if one.written] + list(indexed.values())
    changed = sum(one.changed for one in written)
    return Counts(changed, len(wanted) - changed, len(there.keys() - wanted))


def _slowest(made: Sequence[Outcome]) -> tuple[tuple[str, float, int], ...]:
    seconds: dict[str, list[float]] = {}
    for one in made:
        seconds.setdefault(one.kind, []).append(one.seconds)
    found = ((kind, sum(each), len(each)) for kind, each in seconds.items())
    return tuple(sorted(found, key=lambda one: -one[1]))
