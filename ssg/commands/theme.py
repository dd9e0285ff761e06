"""``ssg theme``."""

from __future__ import annotations

from pathlib import Path

import click

from ssg.build.theme_files import ThemeFile, eject, new_theme, theme_files
from ssg.commands.options import format_option, shown_path, site_option, site_root
from ssg.console import print_json, print_table, say


@click.group("theme")
def command() -> None:
    """Make a theme of your own, and change what it inherits."""


@command.command("new")
@click.argument("name")
@click.option(
    "--from", "parent", default="", help="What to inherit from; the theme of the site otherwise."
)
@site_option
def new_command(name: str, parent: str, site: Path | None) -> int:
    """Write a small theme that inherits from another.

    Nothing that is there is ever overwritten, and site.yaml stays as it is.
    """
    for path in new_theme(site_root(site), name, parent):
        say(f"wrote {shown_path(path)}")
    say(f'now: say "theme: {name}" in site.yaml, or "name: {name}" below theme, then ssg serve')
    return 0


@command.command("list")
@site_option
@format_option
def list_command(site: Path | None, report_format: str) -> int:
    """List the files of the theme that a theme of your own can replace.

    Those that it has replaced are marked.
    """
    files = theme_files(site_root(site))
    if report_format == "json":
        print_json([{"name": one.name, "theme": one.theme, "replaced": one.own} for one in files])
    else:
        print_table(("name", "from", ""), map(_cells, files))
    return 0


@command.command("eject")
@click.argument("name")
@site_option
def eject_command(name: str, site: Path | None) -> int:
    """Copy an inherited file into the theme of the site, to be changed there.

    NAME is that of a template, or the path of another file in its theme. Nothing that is there is
    ever overwritten.
    """
    say(f"wrote {shown_path(eject(site_root(site), name))}")
    return 0


def _cells(file: ThemeFile) -> tuple[str, str, str]:
    return file.name, file.theme, "replaced" if file.own else ""
