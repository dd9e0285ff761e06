"""The search index as a part of the output."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from ssg.build.manifest import NOT_SEARCHABLE, Searchable, Status
from ssg.build.pool import aside
from ssg.build.project import Project
from ssg.build.search import SearchIndex, build_index, remove_others
from ssg.build.search_merge import shard_of
from ssg.build.write import Staging, Written
from ssg.render.shards import Shard, search_shards

_FOLDER = "pagefind"
"""Where the index lies in the output folder."""


@dataclass(frozen=True, slots=True)
class SearchReport:
    """What became of the search index."""

    documents: int
    """How many articles and pages it holds."""
    shards: tuple[str, ...]
    """The names of its shards, the latest first."""
    indexed: frozenset[str]
    """The names of those that were indexed anew."""


@dataclass(frozen=True, slots=True)
class SearchPlan:
    """The shards of a site, and whether the files of their index stand."""

    shards: Sequence[Shard]
    """The shards; none where the site is not to be searched."""
    standing: Searchable | None
    """The index that is there, where it is the right one."""
    same: frozenset[str] = frozenset()
    """The names of the shards that are as they were."""
    kept: Mapping[str, Status] = field(default_factory=dict)
    """The files of the output folder that belong to these."""

    @property
    def keys(self) -> dict[str, str]:
        """A digest of the documents of each shard, by name."""
        return {one.name: one.key for one in self.shards}


@dataclass(frozen=True, slots=True)
class Indexed:
    """The search index of a build."""

    searchable: Searchable
    """All its files."""
    report: SearchReport | None
    """What became of it; nothing where the site is not to be searched."""
    written: Mapping[str, Written]
    """The files of it that were written."""


def plan_search(project: Project, before: Searchable, there: Mapping[str, Status]) -> SearchPlan:
    """Return what is to be searched.

    Args:
        project: the site.
        before: the index that the last build left.
        there: the files of the output folder.

    """
    if not project.context.config.search.enabled:
        return SearchPlan((), NOT_SEARCHABLE)
    plan = SearchPlan(search_shards(project.site, project.context, project.search_key), None)
    files = {path: at for path, at in before.files.items() if there.get(path) == at}
    if before == Searchable(plan.keys, files):
        return replace(plan, standing=before)
    same = frozenset(one.name for one in plan.shards if before.shards.get(one.name) == one.key)
    kept = {
        path: at for path, at in files.items() if shard_of(path.removeprefix(f"{_FOLDER}/")) in same
    }
    return replace(plan, same=same, kept=kept)


def indexing(
    plan: SearchPlan, cache: Path, workers: int
) -> AbstractContextManager[Callable[[], SearchIndex]]:
    """Give a function that indexes what is to be searched; where that is a single shard, it is
    indexed while other work is done, and waited for.

    Args:
        plan: what is to be searched.
        cache: the folder of what was indexed before.
        workers: how many processes may work at once.

    Raises:
        SsgError: from the function that was given: Pagefind is missing or fails.

    """
    work = partial(build_index, plan.shards, cache, workers)
    # Several shards would keep all processors busy by themselves, and take turns with the rest.
    alone = plan.standing is None and len(plan.shards) - len(plan.same) == 1
    return aside(work, workers if alone else 1)


def standing_index(plan: SearchPlan) -> Indexed:
    """Return the index that is there."""
    assert plan.standing is not None
    documents = sum(shard.documents for shard in plan.shards)
    names = tuple(shard.name for shard in plan.shards)
    report = SearchReport(documents, names, frozenset()) if plan.shards else None
    return Indexed(plan.standing, report, {})


def write_index(
    plan: SearchPlan, index: Callable[[], SearchIndex], cache: Path, folder: Staging
) -> Indexed:
    """Write the files of an index that are not there already.

    Args:
        plan: what is to be searched.
        index: gives its index.
        cache: the folder of what is indexed; what the index doesn't hold is removed from it.
        folder: where to write the files.

    """
    if plan.standing is not None:
        return standing_index(plan)
    found = index()
    remove_others(cache, found)
    sources = {f"{_FOLDER}/{path}": source for path, source in found.files.items()}
    written = {
        path: folder.write(path, source.read_bytes() if isinstance(source, Path) else source)
        for path, source in sources.items()
        if path not in plan.kept
    }
    files = {path: plan.kept.get(path) or written[path].status for path in sources}
    report = SearchReport(found.documents, tuple(found.folders), found.made)
    return Indexed(Searchable(plan.keys, files), report, written)
