"""``ssg new``."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from ssg.build.load import load_config
from ssg.build.new import new_article, new_site
from ssg.commands.options import shown_path, site_option, site_root
from ssg.console import say


@click.command("new")
@click.argument("title", nargs=-1, required=True, metavar='"TITLE" | site DIR')
@site_option
@click.option("--section", default="", help="The section of the article.")
@click.option("--tag", "tags", multiple=True, help="A tag of the article; may be given again.")
def command(title: tuple[str, ...], site: Path | None, section: str, tags: tuple[str, ...]) -> int:
    """Write a dated draft, or with "site DIR" a complete small site.

    Nothing that is there is ever overwritten.
    """
    if title[0] == "site" and len(title) == 2:
        return _site(Path(title[1]))
    if title == ("site",):
        raise click.UsageError("name the folder of the new site: ssg new site DIR")
    root = site_root(site)
    now = datetime.now(load_config(root).timezone)
    path = new_article(root, " ".join(title), now, section, list(tags))
    say(f"wrote {shown_path(path)}, a draft: set draft to false to publish it")
    return 0


def _site(folder: Path) -> int:
    name = folder.absolute().name.replace("-", " ").replace("_", " ")
    for path in new_site(folder, name[:1].upper() + name[1:], datetime.now(UTC)):
        say(f"wrote {shown_path(path)}")
    say(f"now: ssg serve --site {folder}")
    return 0
