"""``ssg digest``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ssg.build.project import open_project
from ssg.build.reports import write_report
from ssg.commands.options import (
    beginning,
    build_options,
    format_option,
    last_moment,
    options_of,
    site_root,
)
from ssg.console import print_json, say, show
from ssg.errors import Diagnostic, error
from ssg.render.digest import Mail, make_digest
from ssg.text.words import counted

# What Gmail shows of a mail before it cuts it off is 102 kB.
_MOST_BYTES = 100_000


@click.command("digest")
@build_options
@click.option(
    "--since",
    default="7d",
    show_default=True,
    metavar="SPAN|DATE",
    help="Where to begin: 7d, 2w, 1m, or a date.",
)
@click.option(
    "--until", default="", metavar="DATE", help="Where to end; now, or at --today, otherwise."
)
@click.option(
    "--group",
    type=click.Choice(["section", "thread"]),
    default="section",
    show_default=True,
    help="What to group the pieces by.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write into; digests beside site.yaml otherwise.",
)
@format_option
def command(
    site: Path | None,
    since: str,
    until: str,
    group: Any,
    output: Path | None,
    report_format: str,
    quiet: bool,
    verbose: bool,  # noqa: ARG001 - there is no more to say
    **given: Any,
) -> int:
    """Write the newsletter: what was published in a span, as HTML and as plain text.

    Where nothing was, nothing is written, and the exit code is 1.
    """
    root = site_root(site)
    project = open_project(root, options_of(root, **given))
    now = project.site.now
    end = last_moment("--until", until, project.context.config.timezone) if until else now
    begin = beginning(since, end)
    mail = make_digest(project.site, project.context, begin, end, group)
    if mail is None:
        message = f"nothing was published from {begin:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M}"
        raise error("digest/empty", message, None, "name an earlier --since")
    folder = output or root / "digests"
    name = f"digest-{end:%Y-%m-%d}"
    files = {"html": folder / f"{name}.html", "text": folder / f"{name}.txt"}
    write_report(files["html"], mail.html)
    write_report(files["text"], mail.text)
    size = len(mail.html.encode())
    if report_format == "json":
        print_json(_value(mail, files, size))
    elif not quiet:
        say(f"{counted(mail.digest.count, 'piece')}: {mail.digest.subject}")
        say(f"wrote {files['html']}, {size / 1000:.1f} kB, and {files['text'].name} beside it")
    if size > _MOST_BYTES:
        message = f"{files['html'].name} has {size / 1000:.0f} kB; mail programs cut it off at 100"
        show([Diagnostic("warning", "digest/large", message, None, "name a later --since")])
    return 0


def _value(mail: Mail, files: dict[str, Path], size: int) -> dict[str, Any]:
    digest = mail.digest
    return {
        "subject": digest.subject,
        "preheader": digest.preheader,
        "since": digest.since.isoformat(timespec="seconds"),
        "until": digest.until.isoformat(timespec="seconds"),
        "pieces": digest.count,
        "groups": [
            {"name": group.term.name if group.term else "", "pieces": len(group.articles)}
            for group in digest.groups
        ],
        "files": {kind: str(path) for kind, path in files.items()},
        "html_bytes": size,
    }
