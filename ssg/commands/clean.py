"""``ssg clean``."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from ssg.build.lock import build_lock
from ssg.build.memory import CACHE
from ssg.build.write import MARKER
from ssg.commands.options import site_option, site_root
from ssg.console import say


@click.command("clean")
@site_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder that build wrote; public beside site.yaml otherwise.",
)
def command(site: Path | None, output: Path | None) -> int:
    """Remove the output folder and the cache."""
    root = site_root(site)
    folder = output.absolute() if output else root / "public"
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        raise click.UsageError(f'"{folder}" was not made by ssg; remove it by hand')
    with build_lock(root / CACHE):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(root / CACHE, ignore_errors=True)
    say("removed the output folder and the cache")
    return 0
