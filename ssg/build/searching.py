"""The search index as a part of the output."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from ssg.build.manifest import NOT_SEARCHABLE, Searchable, Status
from ssg.build.project import Project
from ssg.build.search import build_index, remove_others
from ssg.build.write import Staging
from ssg.render.shards import Shard, search_shards


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
    key: bytes
    """A digest of all their documents."""
    standing: Searchable | None
    """The index that is there, where it is the right one."""


def plan_search(project: Project, before: Searchable, there: Mapping[str, Status]) -> SearchPlan:
    """Return what is to be searched.

    Args:
        project: the site.
        before: the index that the last build left.
        there: the files of the output folder.

    """
    if not project.context.config.search.enabled:
        return SearchPlan((), b"", NOT_SEARCHABLE)
    shards = search_shards(project.site, project.context, project.search_key)
    named = repr([(shard.name, shard.key) for shard in shards])
    key = blake2b(named.encode(), digest_size=16).digest()
    stands = before.key == key and all(there.get(one) == at for one, at in before.files.items())
    return SearchPlan(shards, key, before if stands else None)


def make_search(
    plan: SearchPlan, cache: Path, folder: Staging, workers: int
) -> tuple[Searchable, SearchReport, int]:
    """Index what is to be searched.

    Args:
        plan: what is to be searched.
        cache: the folder of what was indexed before.
        folder: where to write the files.
        workers: how many processes may work at once.

    Returns:
        The index, what became of it, and how many of its files changed.

    """
    index = build_index(plan.shards, cache, workers)
    remove_others(cache, index)
    written = {
        f"pagefind/{path}": folder.write(
            f"pagefind/{path}", file.read_bytes() if isinstance(file, Path) else file
        )
        for path, file in sorted(index.files.items())
    }
    files = {path: one.status for path, one in written.items()}
    report = SearchReport(index.documents, tuple(index.folders), index.made)
    return Searchable(plan.key, files), report, sum(one.changed for one in written.values())


def standing_report(plan: SearchPlan) -> SearchReport | None:
    """Return what became of an index that stands; nothing where there is none."""
    documents = sum(shard.documents for shard in plan.shards)
    names = tuple(shard.name for shard in plan.shards)
    return SearchReport(documents, names, frozenset()) if plan.shards else None
