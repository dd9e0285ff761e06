"""``ssg threads``."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from ssg.build.project import open_project
from ssg.commands.options import build_options, format_option, options_of, site_root
from ssg.console import print_json
from ssg.relate.threads import suggest_threads
from ssg.text.words import counted


@click.command("threads")
@build_options
@click.option("--suggest", is_flag=True, help="Propose threads that nobody has named yet.")
@format_option
def command(
    site: Path | None,
    suggest: bool,
    report_format: str,
    quiet: bool,  # noqa: ARG001 - a report is all that it says
    verbose: bool,  # noqa: ARG001
    **given: Any,
) -> int:
    """List the threads of the site, or propose new ones."""
    root = site_root(site)
    project = open_project(root, options_of(root, **given))
    if suggest:
        rows = [
            _Row(one.slug, one.joins, tuple(article.document.path for article in one.articles))
            for one in suggest_threads(project.site, project.finder)
        ]
    else:
        rows = [
            _Row(term.slug, "", tuple(one.document.path for one in reversed(term.articles)))
            for term in project.site.taxonomies["threads"].values()
        ]
    if report_format == "json":
        print_json([asdict(row) for row in rows])
        return 0
    for row in rows:
        note = " (there is such a thread)" if row.joins else ""
        click.echo(f"{row.thread}{note}: {counted(len(row.articles), 'article')}")
        for file in row.articles:
            click.echo(f"  {file}")
    if not rows:
        click.echo("none to propose" if suggest else "no threads")
    return 0


@dataclass(frozen=True)
class _Row:
    """A thread, as a report shows it."""

    thread: str
    joins: str
    articles: tuple[str, ...]
