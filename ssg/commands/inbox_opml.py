"""``ssg inbox opml``."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from ssg.build.project import Options
from ssg.commands.options import site_option, site_root
from ssg.config.inbox import Followed
from ssg.console import say
from ssg.curate.blog import read_blog
from ssg.curate.following import INBOX, add_feeds, feed_key, followed_feeds, read_opml, write_whole
from ssg.errors import Location, error
from ssg.render.opml import feed_list
from ssg.text.words import counted


@click.group("opml")
def opml_command() -> None:
    """Take a list of feeds over from a feed reader, or give one to it."""


@opml_command.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@site_option
@click.pass_obj
def import_command(named: Path | None, file: Path, site: Path | None) -> int:
    """Add the feeds of an OPML FILE to content/_inbox.yaml.

    What stands there stays as it is; what is followed already is passed over.
    """
    root = site_root(site or named)
    listed = read_opml(file, str(file))
    _, followed = _followed(root)
    added = add_feeds(root, listed, {feed_key(one.feed.url) for one in followed})
    over = len(listed) - len(added)
    say(f"added {counted(len(added), 'feed')} to {INBOX}; {over} followed already")
    return 0


@opml_command.command("export")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@site_option
@click.pass_obj
def export_command(named: Path | None, file: Path | None, site: Path | None) -> int:
    """Write all feeds that are followed as OPML to FILE, or to standard output."""
    root = site_root(site or named)
    title, followed = _followed(root)
    data = feed_list(title, [one.feed for one in followed])
    if file is None:
        click.echo(data.decode(), nl=False)
        return 0
    if file.exists() and b"<opml" not in file.read_bytes()[:1000]:
        hint = "name another file"
        raise error("inbox/exists", "a file that is no OPML", Location(str(file)), hint)
    write_whole(file, data, str(file))
    say(f"wrote {counted(len(followed), 'feed')} to {file}")
    return 0


def _followed(root: Path) -> tuple[str, tuple[Followed, ...]]:
    blog = read_blog(root, Options(datetime.now(UTC)))
    return blog.config.title, followed_feeds(root, blog)
