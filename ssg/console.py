"""What the terminal shows: complaints, progress, summaries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

import click

from ssg.errors import Diagnostic, format_diagnostic
from ssg.text.words import counted

_COLOURS = {"error": "red", "warning": "yellow"}


def say(message: str) -> None:
    """Print a line for people; never to stdout, which belongs to reports."""
    click.echo(message, err=True)


def print_json(value: Any) -> None:
    """Print a report to stdout as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def show(diagnostics: Iterable[Diagnostic]) -> None:
    """Print complaints, and at the end how many there were."""
    found = list(diagnostics)
    for one in found:
        head, *rest = format_diagnostic(one).split("\n")
        mark, _, message = head.partition(": ")
        say(f"{click.style(mark, fg=_COLOURS[one.severity], bold=True)}: {message}")
        for line in rest:
            say(line)
        say("")
    errors = sum(one.severity == "error" for one in found)
    warnings = len(found) - errors
    if found:
        counts = [counted(errors, "error")] * bool(errors)
        counts += [counted(warnings, "warning")] * bool(warnings)
        say(", ".join(counts))


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a report to stdout as columns, each as wide as it needs."""
    lines = [tuple(head), *map(tuple, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def show_facts(facts: Iterable[tuple[str, str]]) -> None:
    """Show on the terminal what was found, a line for each fact; what is empty was not found.

    The words are those of strangers: nothing in them is markup, or an order to the terminal.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in facts:
        words = "".join(one if one.isprintable() else " " for one in value)
        table.add_row(Text(name), Text(words) if words else Text("not found", style="dim"))
    Console(stderr=True, highlight=False).print(table)


def diagnostic_value(one: Diagnostic) -> dict[str, Any]:
    """Return a complaint as a report in JSON holds it."""
    return asdict(one)


@contextmanager
def progress(label: str, shown: bool) -> Iterator[Any]:
    """Give a function that takes what is done and the whole, and draws a bar on a terminal."""
    import sys

    if not shown or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label)
        yield lambda done, total: bar.update(task, completed=done, total=total)
