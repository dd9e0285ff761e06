"""``ssg check``."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from ssg.build.history import unmarked_changes
from ssg.build.make import merge_alike
from ssg.build.pipeline import build
from ssg.build.pool import worker_count
from ssg.build.produce import produce
from ssg.build.project import Options, open_project
from ssg.build.withdrawn import search_withdrawn
from ssg.commands.options import build_options, format_option, options_of, site_root
from ssg.console import diagnostic_value, print_json, say, show
from ssg.errors import Diagnostic, SsgError
from ssg.model.output import FileSubject
from ssg.text.words import counted


@click.command("check")
@build_options
@click.option(
    "--withdrawn",
    is_flag=True,
    help="Search the whole output for words of what was withdrawn, and do nothing else.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="With --withdrawn, a folder to search in place of a new build.",
)
@format_option
def command(
    site: Path | None,
    withdrawn: bool,
    output: Path | None,
    report_format: str,
    quiet: bool,
    verbose: bool,
    **given: Any,
) -> int:
    """Say everything that is wrong with the site, and write nothing."""
    if output and not withdrawn:
        raise click.UsageError("--output goes with --withdrawn")
    root = site_root(site)
    options = options_of(root, **given)
    found: list[Diagnostic] = []
    said = more = ""
    try:
        if withdrawn:
            said = _search(root, output, options, found)
        else:
            said, more = _check(root, options, found)
    except SsgError as failure:
        found.extend(failure.diagnostics)
    merged = merge_alike(found)
    wrong = any(one.severity == "error" for one in merged)
    if report_format == "json":
        print_json({"diagnostics": [diagnostic_value(one) for one in merged]})
    else:
        show(one for one in merged if not quiet or one.severity == "error")
        if not merged and not quiet:
            say(said)
    if verbose and not wrong and more:
        say(more)
    return int(wrong)


def _check(root: Path, options: Options, found: list[Diagnostic]) -> tuple[str, str]:
    """Add what is wrong with a site; return what to say where nothing is, and more of it."""
    project = open_project(root, options)
    site = project.site
    found.extend(project.warnings)
    found.extend(unmarked_changes(root, site.articles, options.now))
    for job in project.jobs:
        try:
            if not isinstance(job.subject, FileSubject):
                produce(job, project.context)
        except SsgError as failure:
            found.extend(failure.diagnostics)
    pieces = len(site.articles) + len(site.pages)
    said = f"{counted(pieces, 'piece')}, nothing to complain of"
    return said, f"{counted(len(project.jobs), 'file')} would be written"


def _search(root: Path, output: Path | None, options: Options, found: list[Diagnostic]) -> str:
    """Add where something is left of what was withdrawn; return what to say where nothing is."""
    site = open_project(root, options).site
    with TemporaryDirectory(prefix="ssg-") as folder:
        if output is None:
            output = Path(folder) / "output"
            clock, workers = time.perf_counter, worker_count()
            build(root, output, options, clock, workers=workers, apart=True)
        problems, files = search_withdrawn(site, output)
    found.extend(problems)
    withdrawn = counted(len(site.withdrawn), "withdrawn piece")
    return f"{withdrawn}, {counted(files, 'file')}: nothing of them is left"
