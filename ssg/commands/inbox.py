"""``ssg inbox``."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from ssg.build.load import load_config
from ssg.build.memory import remembering
from ssg.commands.inbox_opml import opml_command
from ssg.commands.inbox_pull import pull_command
from ssg.commands.inbox_take import clip_command, skip_command
from ssg.commands.options import beginning, format_option, site_option, site_root
from ssg.console import print_json, print_table, say
from ssg.curate.extras import require_extras
from ssg.curate.inbox import Offered, age, read_inbox

_SHOWN = 50
_OUTLET, _TITLE, _NEAREST = 20, 60, 40


@click.group("inbox", invoke_without_command=True)
@site_option
@click.option("--since", default="", help="Leave out what appeared before: 7d, 2w, or a date.")
@click.option("--all", "show_all", is_flag=True, help=f"Show more than the latest {_SHOWN}.")
@format_option
@click.pass_context
def command(
    context: click.Context, site: Path | None, since: str, show_all: bool, report_format: str
) -> int:
    """Show what the feeds of other outlets announce, and what the blog has covered of it."""
    if context.invoked_subcommand:
        _refuse_stray_options(context)
        context.obj = site
        return 0
    require_extras("ssg inbox")
    root = site_root(site)
    now = datetime.now(UTC)
    as_json = report_format == "json"
    most = None if show_all or as_json else _SHOWN
    begin = beginning(since, now.astimezone(load_config(root).timezone)) if since else None
    found = remembering(root, partial(read_inbox, root, now, begin, most))
    if as_json:
        print_json([_value(one) for one in found.shown])
    elif found.shown:
        head = ("no", "age", "outlet", "title", "same", "nearest", "thread")
        print_table(head, [_cells(one, now) for one in found.shown])
        if found.more:
            say(f"{found.more:,} older ones wait; --all shows them too")
    else:
        say('nothing waits; "ssg inbox pull" asks the feeds what is new')
    return 0


for _one in (pull_command, clip_command, skip_command, opml_command):
    command.add_command(_one)


def _refuse_stray_options(context: click.Context) -> None:
    for name in ("since", "show_all", "report_format"):
        if context.get_parameter_source(name) == click.core.ParameterSource.COMMANDLINE:
            sub = context.invoked_subcommand
            raise click.UsageError(f'write options of "{sub}" after it: ssg inbox {sub} …')


def _cells(offered: Offered, now: datetime) -> tuple[str, ...]:
    entry, covered = offered.waiting.entry, offered.covered
    return (
        str(entry.number),
        age(entry.published, now),
        _cut(offered.waiting.outlet, _OUTLET),
        _cut(entry.title or entry.url, _TITLE),
        f"{covered.same:.2f}" if covered else "",
        _cut(covered.article.title, _NEAREST) if covered else "",
        covered.thread if covered else "",
    )


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _value(offered: Offered) -> dict[str, Any]:
    """Return an entry as the report in JSON has it."""
    waiting, covered = offered.waiting, offered.covered
    entry = waiting.entry
    near = None
    if covered:
        near = {
            "source": covered.article.document.path,
            "path": covered.article.path,
            "title": covered.article.title,
            "same": round(covered.same, 4),
            "score": round(covered.score, 4),
            "thread": covered.thread,
        }
    return {
        "number": entry.number,
        "published": entry.published.isoformat(),
        "outlet": waiting.outlet,
        "title": entry.title,
        "url": entry.url,
        "author": entry.author,
        "summary": entry.summary,
        "section": waiting.feed.section,
        "tags": list(waiting.feed.tags),
        "nearest": near,
    }
