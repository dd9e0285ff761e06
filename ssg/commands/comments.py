"""``ssg comments``."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from ssg.build.project import Options, open_project
from ssg.commands.options import format_option, site_option, site_root
from ssg.console import print_json, print_table, say
from ssg.curate.comment_import import Imported, import_comments, read_export
from ssg.model.site import Preview
from ssg.text.words import counted


@click.group("comments")
@site_option
@click.pass_context
def command(context: click.Context, site: Path | None) -> None:
    """Keep the comments of readers with the site."""
    context.obj = site


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@site_option
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be added.")
@format_option
@click.pass_obj
def import_command(
    named: Path | None, file: Path, site: Path | None, dry_run: bool, report_format: str
) -> int:
    """Add the comments of FILE, a database of Isso or JSON, to content/_data/comments/.

    Comments that are kept already stay as they are, and what is imported twice is added once.
    Those that wait for a moderator are left out. FILE is not written.
    """
    root = site_root(site or named)
    foreign = read_export(file)
    project = open_project(root, Options(datetime.now(UTC), Preview(True, True, True)))
    base_url = project.context.config.base_url
    done = import_comments(root, project.site, base_url, foreign, dry_run)
    if report_format == "json":
        print_json(_value(done, dry_run))
    else:
        _tell(done, dry_run)
    return 0


def _value(done: Imported, dry_run: bool) -> dict[str, Any]:
    """Return the report as JSON holds it."""
    files = {
        file: {
            "added": [comment.id for comment in one.added],
            "there": one.there,
            "differing": list(one.differing),
            "deleted": list(one.deleted),
            "waiting": one.waiting,
            "unusable": dict(one.unusable),
        }
        for file, one in done.files.items()
    }
    return {"dry_run": dry_run, "files": files, "no_article": dict(done.homeless)}


def _tell(done: Imported, dry_run: bool) -> None:
    rows = [(file, str(len(one.added))) for file, one in done.files.items() if one.added]
    if rows:
        print_table(("file", "new"), rows)
    for file, one in done.files.items():
        for name in one.deleted:
            say(f'{file}: "{name}" was deleted there and still shows here; write "hidden: true"')
        for name in one.differing:
            say(f'{file}: "{name}" says something else there, and stays as it is here')
        for name, reason in one.unusable.items():
            say(f'{file}: "{name}" was passed over: {reason}')
    for page, count in done.homeless.items():
        say(f"no article at {_printable(page)}: {counted(count, 'comment')}")
    joined = done.files.values()
    added = sum(len(one.added) for one in joined)
    there, waiting = sum(one.there for one in joined), sum(one.waiting for one in joined)
    verb = "to add" if dry_run else "added"
    said = f"{counted(added, 'comment')} {verb}, {there:,} there already"
    say(said + (f", {waiting:,} waiting for a moderator" if waiting else ""))


def _printable(text: str) -> str:
    shown = "".join(one if one.isprintable() else "?" for one in text)
    return shown if len(shown) <= 200 else shown[:199] + "…"
