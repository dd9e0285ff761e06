"""``ssg links``."""

from __future__ import annotations

import secrets
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ssg.build.ledger import load_ledger
from ssg.build.load import read_text
from ssg.build.project import Options, Project, open_project
from ssg.commands.options import format_option, moment_of, site_option, site_root
from ssg.console import print_json, print_table, progress, say
from ssg.errors import Location, error
from ssg.extract.link_report import ReportedLink, reported, rows
from ssg.extract.link_rules import is_due
from ssg.extract.linked import gathered, places_in
from ssg.model.document import Document, TermDocument
from ssg.relate.links import link_owners
from ssg.text.outbound import link_url
from ssg.text.words import counted

if TYPE_CHECKING:
    from ssg.curate.archiving import Archived
    from ssg.curate.checking import Checked


@click.command("links")
@click.argument("action", type=click.Choice(["check"]))
@site_option
@click.option("--all", "everything", is_flag=True, help="Check links that are not due, too.")
@click.option("--drafts", is_flag=True, help="Check links of pieces that are not published, too.")
@click.option("--archive", is_flag=True, help="Ask the web archive for copies of links.")
@click.option("--save", is_flag=True, help="With --archive: have those copied that have no copy.")
@click.option("--allow-private", is_flag=True, help="Ask hosts of this machine and network, too.")
@click.option("--today", default="", help="The date to check for.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.option("-v", "--verbose", is_flag=True, help="Also list links of which nothing can be told.")
@format_option
def command(
    action: str,  # noqa: ARG001 - there is one
    site: Path | None,
    everything: bool,
    drafts: bool,
    archive: bool,
    save: bool,
    allow_private: bool,
    today: str,
    quiet: bool,
    verbose: bool,
    report_format: str,
) -> int:
    """Visit the links that leave the site, and keep what becomes of them in content/_links.yaml.

    Links that were well are visited again after a month, others sooner. What was done is kept if
    the command is interrupted. The exit code is 1 when a link has turned out dead.
    """
    from ssg.curate.extras import require_extras

    if save and not archive:
        raise click.UsageError("--save goes with --archive")
    require_extras("ssg links check")
    from ssg.curate.archiving import links_to_seek, seek_archives
    from ssg.curate.checking import check_links, kept_ledger
    from ssg.curate.desk import desk
    from ssg.curate.fetch import user_agent

    root = site_root(site)
    now = moment_of(today, root)
    project = open_project(root, Options(now=now))
    config = project.context.config
    day = now.astimezone(config.timezone).date()
    held, shown = _places(project)
    links = list(held if drafts else shown)
    agent = user_agent(config.base_url, "link check")
    sought: Archived | None = None
    with (
        desk(config.links, agent, secrets.token_hex(8), allow_private) as tools,
        kept_ledger(root, load_ledger(root), time.monotonic) as ledger,
    ):
        ledger.keep_only(held)
        due = [url for url in links if everything or is_due(ledger.records.get(url), day)]
        with progress("links", shown=not quiet) as advance:
            checked = check_links(due, ledger, tools.visitor.visit, day, advance)
        if archive and not checked.offline:
            wanted = links_to_seek(links, ledger, day, everything)
            with progress("copies", shown=not quiet) as advance:
                sought = seek_archives(wanted, ledger, tools.archive, day, save, advance)
    if checked.offline:
        message = "no host gave a sign of life; nothing was noted of them"
        raise error("links/offline", message, None, "check your network, and try again")
    found = reported(ledger.records, {url: held[url] for url in links})
    if report_format == "json":
        print_json(_value(found, checked, sought))
    else:
        table = rows(found, verbose)
        if table:
            print_table(("what", "where", "link", "way out"), table)
        if not quiet:
            _summary(found, checked, sought, len(links), day)
    return int(bool(checked.died))


def _places(
    project: Project,
) -> tuple[dict[str, tuple[Location, ...]], dict[str, tuple[Location, ...]]]:
    """Return where every link to elsewhere stands, in all pieces and in those published."""
    own = project.context.config.base_url
    public = {document.path for document, _ in link_owners(project.site)}
    contents = project.site.contents
    held: list[tuple[str, Location]] = list(_menu(project))
    shown = list(held)
    documents: Iterable[Document | TermDocument] = (*contents.documents, *contents.terms)
    for document in documents:
        if not document.outbound:
            continue
        text = read_text(project.root / "content" / document.path, f"content/{document.path}")
        found = [one for one in places_in(document, text) if not one[0].startswith(own)]
        held += found
        shown += found if document.path in public else []
    return gathered(held), gathered(shown)


def _menu(project: Project) -> Iterator[tuple[str, Location]]:
    config = project.context.config
    for number, item in enumerate(config.navigation or ()):
        url = link_url(item.url)
        if url and not url.startswith(config.base_url):
            yield url, config.place(f"navigation.{number}.url")


def _value(
    found: tuple[ReportedLink, ...], checked: Checked, sought: Archived | None
) -> dict[str, Any]:
    """Return the report as JSON holds it."""

    def link(one: ReportedLink) -> dict[str, Any]:
        record = {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in asdict(one.record).items()
        }
        places = [{"file": at.path, "line": at.line, "column": at.column} for at in one.places]
        known = {"url": one.url, "standing": one.standing, **record}
        return {**known, "way_out": one.way_out, "places": places}

    return {
        "checked": checked.done,
        "died": checked.died,
        "put_off": checked.put_off,
        "archive": asdict(sought) if sought else None,
        "links": [link(one) for one in found],
    }


def _summary(
    found: tuple[ReportedLink, ...],
    checked: Checked,
    sought: Archived | None,
    links: int,
    day: date,
) -> None:
    standing = Counter(one.standing for one in found)
    said = ", ".join(f"{count} {name}" for name, count in standing.items())
    say(
        f"{counted(links, 'link')}, {checked.done} checked on {day}" + (f": {said}" if said else "")
    )
    if checked.put_off:
        say(f"{counted(len(checked.put_off), 'link')} put off: their hosts want rest")
    if checked.died:
        say(f"{counted(len(checked.died), 'link')} turned out dead")
    if sought:
        say(
            f"{sought.found} archived copies found, {sought.made} made, {sought.none} links without"
        )
        if sought.failure:
            say(f"the archive was not asked on: {sought.failure}")
