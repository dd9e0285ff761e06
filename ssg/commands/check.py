"""``ssg check``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ssg.build.make import merge_alike
from ssg.build.project import open_project
from ssg.commands.options import build_options, format_option, options_of, site_root
from ssg.console import diagnostic_value, print_json, say, show
from ssg.errors import Diagnostic, SsgError
from ssg.model.output import CopySubject
from ssg.render.render import render
from ssg.text.words import counted


@click.command("check")
@build_options
@format_option
def command(site: Path | None, report_format: str, quiet: bool, verbose: bool, **given: Any) -> int:
    """Say everything that is wrong with the site, and write nothing."""
    root = site_root(site)
    found: list[Diagnostic] = []
    pieces = 0
    try:
        project = open_project(root, options_of(root, **given))
        pieces = len(project.site.articles) + len(project.site.pages)
        found.extend(project.warnings)
        for job in project.jobs:
            try:
                if not isinstance(job.subject, CopySubject):
                    render(job, project.context)
            except SsgError as failure:
                found.extend(failure.diagnostics)
    except SsgError as failure:
        found.extend(failure.diagnostics)
    merged = merge_alike(found)
    wrong = any(one.severity == "error" for one in merged)
    if report_format == "json":
        print_json({"diagnostics": [diagnostic_value(one) for one in merged]})
    else:
        show(one for one in merged if not quiet or one.severity == "error")
        if not merged and not quiet:
            say(f"{counted(pieces, 'piece')}, nothing to complain of")
    if verbose and not wrong:
        say(f"{counted(len(project.jobs), 'file')} would be written")
    return int(wrong)
