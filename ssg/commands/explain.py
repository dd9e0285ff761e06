"""``ssg explain``."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from ssg.build.manifest import Manifest, load_manifest, manifest_name, stale, worded
from ssg.build.memory import Memory, remembering
from ssg.build.project import Options, Project, open_project
from ssg.build.write import files_in
from ssg.commands.options import build_options, format_option, options_of, output_option, site_root
from ssg.console import print_json
from ssg.errors import error
from ssg.model.document import Document
from ssg.model.output import RenderJob
from ssg.relate.visibility import published_from, status_of
from ssg.text.suggest import did_you_mean


@click.command("explain")
@click.argument("about", metavar="URL|FILE")
@build_options
@output_option
@format_option
def command(
    about: str,
    site: Path | None,
    output: Path | None,
    report_format: str,
    quiet: bool,  # noqa: ARG001 - a report is all that it says
    verbose: bool,  # noqa: ARG001
    **given: Any,
) -> int:
    """Say what a page is made of, when it was made and why; or why an article is not published.

    A page is named by its address, or by the file in content/ that it shows.
    """
    root = site_root(site)
    options = options_of(root, **given)
    folder = output.absolute() if output else root / "public"
    found = remembering(root, partial(_explained, about, root, options, folder))
    if report_format == "json":
        print_json(asdict(found))
    else:
        click.echo(found.text())
    return 0


def _explained(
    about: str, root: Path, options: Options, folder: Path, memory: Memory
) -> _Unpublished | _Made:
    project = open_project(root, options, memory)
    return _unpublished(about, project) or _page(about, project, memory, folder)


@dataclass(frozen=True)
class _Unpublished:
    """An article or page that is not published."""

    source: str
    status: str
    until: str

    def text(self) -> str:
        return f"{self.source} is not published: {self.until}"


@dataclass(frozen=True)
class _Made:
    """A file of the output."""

    path: str
    shows: str
    made: str
    because: str
    stale: str
    reads: tuple[str, ...]

    def text(self) -> str:
        lines = [
            f"{self.path} shows {self.shows}",
            f"made {self.made}, because {self.because}" if self.made else "not made yet",
            f"the next build makes it anew: {self.stale}" if self.stale else "it is up to date",
            *(f"  {one}" for one in self.reads),
        ]
        return "\n".join(lines)


def _unpublished(about: str, project: Project) -> _Unpublished | None:
    """Return why a file is not published; nothing where it is, or where it is no file."""
    document = _document(about, project)
    site = project.site
    shown = {one.document.path for one in site.articles} | {one.document.path for one in site.pages}
    shown |= {one.document.path for one in site.withdrawn}
    if document is None or document.path in shown:
        return None
    zone = project.context.config.timezone
    front_matter = document.front_matter
    status = status_of(front_matter, published_from(document), site.now, zone)
    date = published_from(document)
    reasons = {
        "draft": 'it is a draft; take "draft: true" out',
        "scheduled": f"it is scheduled for {_moment(date, project)}",
        "expired": f"it expired at {_moment(front_matter.expires, project)}",
    }
    return _Unpublished(f"content/{document.path}", status, reasons[status])


def _moment(moment: datetime | None, project: Project) -> str:
    zone = project.context.config.timezone
    if moment is None:
        return ""
    local = moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)
    return f"{local:%Y-%m-%d %H:%M} ({zone})"


def _page(about: str, project: Project, memory: Memory, folder: Path) -> _Made:
    job = _job(about, project)
    before = load_manifest(memory.cache.value(manifest_name(folder)))
    made = before.outputs.get(job.output_path)
    return _Made(
        path=job.path,
        shows=job.owner,
        made=made.when if made else "",
        because=made.because if made else "",
        stale=_stale(job, project, before, folder),
        reads=tuple(map(worded, before.reads(job.output_path))),
    )


def _stale(job: RenderJob, project: Project, before: Manifest, folder: Path) -> str:
    path = job.output_path
    tasks = {path: project.tasks.digest(job)}
    there = files_in(folder)
    return stale(tasks, before, project.settings, project.answers.digest, there).get(path, "")


def _job(about: str, project: Project) -> RenderJob:
    jobs = {job.path: job for job in project.jobs}
    owners = {f"content/{file}" for file in _files(about, project)}
    found = next((job for job in project.jobs if job.owner in owners), None)
    if found:
        return found
    base = project.context.base.url
    path = "/" + about.removeprefix(base) if about.startswith(base) else urlsplit(about).path
    for candidate in (path, f"{path}/", path.removesuffix("index.html")):
        if candidate in jobs:
            return jobs[candidate]
    hint = did_you_mean(path, jobs) or "name an address of the site, or a file of content/"
    raise error("explain/unknown", f'nothing stands at "{about}"', None, hint)


def _document(about: str, project: Project) -> Document | None:
    """Return the document that a file makes, published or not."""
    known = {one.path: one for one in project.site.contents.documents}
    return next((known[one] for one in _files(about, project) if one in known), None)


def _files(about: str, project: Project) -> tuple[str, ...]:
    """Return the files below content/ that may be meant."""
    try:
        name = Path(about).resolve().relative_to(project.root / "content").as_posix()
    except ValueError:
        name = about.removeprefix("content/")
    return (name, f"posts/{name}", f"posts/{name}.md", f"posts/{name}/index.md")
