"""``ssg inbox pull``."""

from __future__ import annotations

import time
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from ssg.commands.options import format_option, private_option, site_option, site_root
from ssg.console import diagnostic_value, print_json, progress, say, show
from ssg.curate.extras import require_extras
from ssg.text.words import counted


@click.command("pull")
@site_option
@private_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what went wrong.")
@format_option
@click.pass_obj
def pull_command(
    named: Path | None, site: Path | None, allow_private: bool, quiet: bool, report_format: str
) -> int:
    """Ask all feeds what is new.

    A feed that fails stops no other: it is named at the end, with the cause.
    """
    require_extras("ssg inbox pull")
    from ssg.curate.pull import pull

    root = site_root(site or named)
    with progress("feeds", shown=not quiet) as tell:
        found = pull(root, datetime.now(UTC), time.monotonic, allow_private, tell)
    failed = found.count("failed")
    if report_format == "json":
        print_json(
            {
                "feeds": [asdict(one) for one in found.feeds],
                "diagnostics": [diagnostic_value(one) for one in found.diagnostics],
            }
        )
    else:
        show(found.diagnostics)
        if not quiet:
            say(
                f"{counted(len(found.feeds), 'feed')}: {found.new:,} new, "
                f"{found.count('unchanged')} unchanged, {failed} failed"
            )
        if not found.feeds:
            say("name feeds in content/_inbox.yaml, one a line")
    return int(failed > 0 and failed == len(found.feeds))
