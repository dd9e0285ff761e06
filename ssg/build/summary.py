"""What a build did, told to who asked for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ssg.build.make import Outcome
from ssg.build.searching import SearchReport
from ssg.build.stopwatch import Stopwatch
from ssg.build.whole import Whole
from ssg.build.write import Counts
from ssg.errors import Diagnostic


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


def standing_report(whole: Whole, files: int, watch: Stopwatch) -> BuildReport:
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


def slowest(made: Sequence[Outcome]) -> tuple[tuple[str, float, int], ...]:
    """Return templates by the seconds they took, with the number of pages, slowest first."""
    seconds: dict[str, list[float]] = {}
    for one in made:
        seconds.setdefault(one.kind, []).append(one.seconds)
    found = ((kind, sum(each), len(each)) for kind, each in seconds.items())
    return tuple(sorted(found, key=lambda one: -one[1]))
