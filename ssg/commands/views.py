"""``ssg views``."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click

from ssg.build.load import load_config, read_text
from ssg.build.views import SNAPSHOT, write_snapshot
from ssg.commands.options import format_option, private_option, site_option, site_root
from ssg.console import print_json, say
from ssg.curate.extras import require_extras
from ssg.extract.view_counts import parse_view_table
from ssg.model.views import ViewSnapshot
from ssg.text.words import counted

_DAYS = 30


@click.group("views")
def command() -> None:
    """Keep how often articles are read, for the most read ones on the front page."""


@command.command("pull")
@site_option
@click.option(
    "--days",
    type=click.IntRange(1, 3650),
    default=_DAYS,
    show_default=True,
    help="How many days, today included.",
)
@private_option
@format_option
def pull_command(site: Path | None, days: int, allow_private: bool, report_format: str) -> None:
    """Ask the GoatCounter of site.yaml, and write content/_data/views.yaml.

    The token is taken from the environment variable GOATCOUNTER_TOKEN.
    """
    require_extras("ssg views pull")
    from ssg.curate.views import TOKEN, pull_views

    root = site_root(site)
    until = datetime.now(UTC).date()
    since = until - timedelta(days=days - 1)
    token = os.environ.get(TOKEN, "").strip()
    config = load_config(root)
    found = pull_views(config, token, since, until, time.monotonic, time.sleep, allow_private)
    _keep(root, found, report_format)


@command.command("import")
@site_option
@format_option
@click.argument("table", type=click.Path(path_type=Path, dir_okay=False, exists=True))
def import_command(site: Path | None, report_format: str, table: Path) -> None:
    """Take a table of paths and counts in CSV, and write content/_data/views.yaml."""
    root = site_root(site)
    counts = parse_view_table(read_text(table, str(table)), str(table))
    _keep(root, ViewSnapshot(paths=counts), report_format)


def _keep(root: Path, snapshot: ViewSnapshot, report_format: str) -> None:
    write_snapshot(root, snapshot)
    views = sum(snapshot.paths.values())
    if report_format == "json":
        print_json(
            {
                "file": SNAPSHOT,
                "since": _day(snapshot.since),
                "until": _day(snapshot.until),
                "paths": len(snapshot.paths),
                "views": views,
            }
        )
    else:
        say(f"wrote {SNAPSHOT}: {counted(len(snapshot.paths), 'path')}, {counted(views, 'view')}")


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
