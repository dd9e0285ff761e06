"""What the development server adds to a page: live reload, complaints, and a bar for the editor."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from html import escape
from importlib.resources import files

from ssg.errors import Diagnostic, format_diagnostic
from ssg.model.output import ArticleSubject, PageSubject, RenderJob
from ssg.serve.session import State
from ssg.text.words import counted


def client_script() -> str:
    """Return the script that keeps a page up to date."""
    return files("ssg.serve").joinpath("client.js").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Overlaid:
    """A page with what the development server adds to it."""

    html: str
    """The page."""
    tag: str
    """What tells it from another state of it, whatever else of the site changed."""


def add_overlay(html: str, state: State, job: RenderJob, errors: Sequence[Diagnostic]) -> Overlaid:
    """Return a page with what the development server adds to it."""
    bar = _bar(state, job)
    head, mark, tail = html.rpartition("</body>")
    said = error_message(errors)
    tag = blake2b(f"{html}{bar}{said}".encode(), digest_size=12).hexdigest()
    added = bar + _script(state.version, errors, tag)
    return Overlaid(f"{head}{added}{mark}{tail}" if mark else html + added, tag)


def error_page(state: State, errors: Sequence[Diagnostic]) -> str:
    """Return a page for when there is nothing else to show."""
    script = _script(state.version, errors, "")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>ssg</title></head>'
        f"<body><main><h1>The site cannot be shown yet</h1></main>{script}"
        "</body></html>"
    )


def error_message(errors: Sequence[Diagnostic]) -> str:
    """Return complaints as the client of a page gets them."""
    return json.dumps([format_diagnostic(one) for one in errors])


def _script(version: int, errors: Sequence[Diagnostic], tag: str) -> str:
    said = escape(error_message(errors))
    data = f'data-version="{version}" data-tag="{tag}" data-errors="{said}"'
    return f'<script src="/_ssg/client.js" {data}></script>'


def _bar(state: State, job: RenderJob) -> str:
    """Return the bar at the foot of an article or page."""
    project, subject = state.project, job.subject
    if project is None or not isinstance(subject, (ArticleSubject, PageSubject)):
        return ""
    site = project.site
    if isinstance(subject, ArticleSubject):
        article = site.by_path[subject.path]
        status = article.status
        if status == "scheduled":
            status_words = f"scheduled for {article.date:%Y-%m-%d %H:%M}"
        else:
            status_words = status
        document = article.document
    else:
        page = site.page_by_path[subject.path]
        status_words, document = page.status, page.document
    file = f"content/{document.path}"
    warnings = [one for one in project.warnings if one.location and one.location.path == file]
    parts = [status_words, counted(document.content.word_count, "word"), file]
    shown = "".join(f"<span>{escape(part)}</span>" for part in parts)
    said = "".join(f"<pre>{escape(format_diagnostic(one))}</pre>" for one in warnings)
    details = (
        f"<details><summary>{counted(len(warnings), 'warning')}</summary>{said}</details>"
        if warnings
        else ""
    )
    return f'<aside id="ssg-bar" aria-label="ssg">{shown}{details}</aside>'
