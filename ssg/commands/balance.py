"""``ssg balance``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any

import click

from ssg.build.project import Project, open_project
from ssg.build.reports import write_report
from ssg.commands.options import beginning, build_options, options_of, site_root
from ssg.console import print_json, print_table, say
from ssg.model.balance import Balance
from ssg.relate.balance import weigh
from ssg.render.balance_report import (
    concentration,
    kind_title,
    period_name,
    report_html,
    span_name,
)
from ssg.text.words import counted

_SHOWN = 12


@click.command("balance")
@build_options
@click.option(
    "--since",
    default="",
    metavar="SPAN|DATE",
    help="Where to begin: 90d, 12w, 3m, 1y, or a date; with the first article otherwise.",
)
@click.option(
    "--format",
    "report_format",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="How to report; JSON goes to standard output, HTML into a file.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file of the HTML; balance.html in the current folder otherwise.",
)
def command(
    site: Path | None,
    since: str,
    report_format: str,
    output: Path | None,
    quiet: bool,
    verbose: bool,
    **given: Any,
) -> int:
    """Say whom the site lets speak, about what, and how evenly; for its editors."""
    if output and report_format != "html":
        raise click.UsageError("--output is for --format html; the others go to standard output")
    root = site_root(site)
    project = open_project(root, options_of(root, **given))
    balance = _weigh(project, since)
    if report_format == "json":
        print_json(_value(balance))
    elif report_format == "html":
        template = files("ssg.render").joinpath("balance.html").read_text("utf-8")
        path = output or Path("balance.html")
        write_report(path, report_html(balance, project.context.config.title, template))
        if not quiet:
            say(f"wrote {path}")
    else:
        _print(balance, None if verbose else _SHOWN)
    return 0


def _weigh(project: Project, since: str) -> Balance:
    site = project.site
    # A preview holds articles whose date has not come.
    until = max([site.now, *(one.date for one in site.articles[:1])])
    if not since:
        return weigh(site, min([until, *(one.date for one in site.articles[-1:])]), until)
    return weigh(site, beginning(since, until), until)


def _print(balance: Balance, shown: int | None) -> None:
    whole = f"{counted(balance.pieces, 'piece')}, {balance.own:,} of one's own"
    click.echo(f"{span_name(balance)}: {whole}")
    if not balance.pieces:
        return
    for kind, spread in balance.spreads.items():
        click.echo(f"\n{kind_title(kind)}: {concentration(spread)}")
        if spread.shares:
            print_table(
                ("pieces", "share", ""),
                [
                    (f"{one.pieces:>6,}", f"{one.share:>5.0%}", one.name)
                    for one in spread.shares[:shown]
                ],
            )
        _print_rest(spread.shares, shown, "more")
    click.echo(f"\nBy {balance.unit}")
    print_table(
        ("pieces", "own", "outlets", "effective", ""),
        [
            (
                f"{one.pieces:>6,}",
                f"{one.own:>3,}",
                f"{one.outlets:>7,}",
                f"{one.effective:>9.1f}",
                period_name(one.begins, balance.unit),
            )
            for one in balance.periods[-(shown or 0) :]
        ],
    )
    _print_rest(balance.periods, shown, "before")
    click.echo(f"\nThreads with a single source: {len(balance.single_source) or 'none'}")
    if balance.single_source:
        print_table(
            ("its pieces", "own", "thread", "outlet"),
            [
                (f"{one.pieces:>10,}", f"{one.own:>3,}", one.thread, one.outlet)
                for one in balance.single_source[:shown]
            ],
        )
    _print_rest(balance.single_source, shown, "more")


def _print_rest(rows: Sequence[object], shown: int | None, word: str) -> None:
    if shown and len(rows) > shown:
        click.echo(f"and {len(rows) - shown:,} {word}; --verbose shows them")


def _value(balance: Balance) -> dict[str, Any]:
    """Return the report as JSON holds it."""
    return {
        **asdict(balance),
        "since": balance.since.isoformat(timespec="seconds"),
        "until": balance.until.isoformat(timespec="seconds"),
        "periods": [{**asdict(one), "begins": one.begins.isoformat()} for one in balance.periods],
    }
