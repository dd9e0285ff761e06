"""``ssg build``."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click

from ssg.build.garbage import uncollected
from ssg.build.pipeline import build
from ssg.build.pool import worker_count
from ssg.build.searching import SearchReport
from ssg.build.summary import BuildReport
from ssg.commands.options import build_options, format_option, options_of, output_option, site_root
from ssg.console import diagnostic_value, print_json, progress, say, show
from ssg.errors import SsgError
from ssg.text.words import counted


@click.command("build")
@build_options
@output_option
@click.option("--clean", is_flag=True, help="Make every file anew, whatever was kept.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    help="How many processes may work at once; one for each core otherwise.",
)
@click.option("--profile", is_flag=True, help="Say where the time went.")
@format_option
def command(
    site: Path | None,
    output: Path | None,
    clean: bool,
    jobs: int | None,
    profile: bool,
    report_format: str,
    quiet: bool,
    verbose: bool,
    **given: Any,
) -> int:
    """Write the site into the output folder.

    Until everything is well the folder stays as it was.
    """
    root = site_root(site)
    options = options_of(root, **given)
    folder = output.absolute() if output else root / "public"
    as_json = report_format == "json"
    try:
        with uncollected(), progress("building", shown=not quiet and not as_json) as advance:
            report = build(
                root,
                folder,
                options,
                time.perf_counter,
                advance=advance,
                workers=jobs or worker_count(),
                clean=clean,
            )
    except SsgError as failure:
        if not as_json:
            raise
        print_json({"diagnostics": [diagnostic_value(one) for one in failure.diagnostics]})
        return 1
    if as_json:
        print_json(_value(report))
        return 0
    if not quiet:
        show(report.warnings)
        say(_summary(report, folder))
    if verbose or profile:
        _print_seconds(report)
    if profile:
        _print_slowest(report)
    return 0


def _summary(report: BuildReport, folder: Path) -> str:
    counts = report.counts
    parts = [
        counted(report.articles, "article"),
        counted(report.pages, "page"),
        f"{counts.written:,} written",
        f"{counts.unchanged:,} unchanged",
        f"{counts.removed:,} removed",
    ]
    if report.search:
        parts.append(f"{report.search.documents:,} searchable")
    try:
        shown = folder.relative_to(Path.cwd())
    except ValueError:
        shown = folder
    return f"{shown}: {', '.join(parts)} in {report.seconds['total']:.2f} s"


def _print_seconds(report: BuildReport) -> None:
    say("")
    for stage, seconds in report.seconds.items():
        say(f"  {stage:<10}{seconds:>8.3f} s")


def _print_slowest(report: BuildReport) -> None:
    say("")
    for kind, seconds, count in report.slowest:
        say(f"  {kind:<10}{seconds:>8.3f} s{count:>8,} files{1000 * seconds / count:>9.2f} ms each")


def _value(report: BuildReport) -> dict[str, Any]:
    counts = report.counts
    return {
        "articles": report.articles,
        "pages": report.pages,
        "outputs": {
            "written": counts.written,
            "unchanged": counts.unchanged,
            "removed": counts.removed,
        },
        "seconds": {stage: round(seconds, 4) for stage, seconds in report.seconds.items()},
        "search": _search_value(report.search),
        "diagnostics": [diagnostic_value(one) for one in report.warnings],
    }


def _search_value(search: SearchReport | None) -> dict[str, int] | None:
    if search is None:
        return None
    counts = {"shards": len(search.shards), "indexed": len(search.indexed)}
    return {"documents": search.documents, **counts}
