"""One job done."""

from __future__ import annotations

from ssg.model.output import (
    AliasSubject,
    CopySubject,
    CorrectionsFeedSubject,
    FeedSubject,
    GoneSubject,
    HtmlSubject,
    IconSubject,
    ImageSubject,
    ManifestSubject,
    OfflineListSubject,
    OpmlSubject,
    Rendered,
    RenderJob,
    RobotsSubject,
    ShareCardSubject,
    SitemapSubject,
    StyleSubject,
    Subject,
    WorkerSubject,
)
from ssg.render.context import RenderContext
from ssg.render.feeds import render_feed
from ssg.render.manifest import render_manifest
from ssg.render.offline import render_offline_list, render_worker
from ssg.render.pages import build_view
from ssg.render.sitemap import render_sitemap
from ssg.render.small_files import render_alias, render_gone, render_opml, render_robots
from ssg.render.templates import template_of


def render(job: RenderJob, context: RenderContext) -> Rendered:
    """Return the file that a job asks for, and what it asked of the site.

    Raises:
        SsgError: a template is missing or wrong.

    """
    data, reads = context.reads.during(lambda: _data(job, job.subject, context))
    return Rendered(job.output_path, data, reads)


def _data(job: RenderJob, subject: Subject, context: RenderContext) -> bytes:
    match subject:
        case FeedSubject() | CorrectionsFeedSubject():
            return render_feed(job.path, subject, context)
        case SitemapSubject():
            return render_sitemap(subject, context)
        case RobotsSubject():
            return render_robots(context)
        case OpmlSubject():
            return render_opml(context)
        case GoneSubject():
            return render_gone(subject, context)
        case AliasSubject():
            return render_alias(subject, context)
        case ManifestSubject():
            return render_manifest(context)
        case WorkerSubject():
            return render_worker(context)
        case OfflineListSubject():
            return render_offline_list(context)
        case CopySubject() | StyleSubject() | ImageSubject() | ShareCardSubject() | IconSubject():
            raise TypeError("what is made of a file, or drawn, is not rendered")
        case _:
            return _html(job, subject, context)


def _html(job: RenderJob, subject: HtmlSubject, context: RenderContext) -> bytes:
    choice = template_of(subject, context.ask, context.templates.theme)
    view = {
        "site": context.view,
        "page": build_view(job.path, subject, context),
        "preview": context.preview,
    }
    text = context.templates.render(choice.name, view, job.owner, choice.asked_at)
    return (text.rstrip("\n") + "\n").encode()
