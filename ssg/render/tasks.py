"""What a file shows and how, as a digest: what must be the same for it to stand."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

from ssg.model.output import (
    CopySubject,
    CorrectionsFeedSubject,
    FeedSubject,
    HtmlSubject,
    ImageSubject,
    OfflineListSubject,
    RenderJob,
    StyleSubject,
    WorkerSubject,
)
from ssg.render.context import RenderContext
from ssg.render.templates import template_of


class Tasks:
    """Digests of jobs, by the digests of templates."""

    def __init__(self, context: RenderContext, templates: Mapping[str, bytes]) -> None:
        """Begin.

        Args:
            context: the site.
            templates: a digest of each template with all that it refers to.

        """
        self._context = context
        self._templates = templates
        shortcodes = (one for name, one in sorted(templates.items()) if "shortcodes/" in name)
        self.shortcodes = b"".join(shortcodes)
        """A digest of what stands for shortcodes in texts."""

    def again(self, context: RenderContext) -> Tasks:
        """Return the same for another site with these templates."""
        return Tasks(context, self._templates)

    def digest(self, job: RenderJob) -> bytes:
        """Return a digest of what a job shows, and of the templates that show it."""
        subject = job.subject
        if isinstance(subject, (CopySubject, StyleSubject)):
            return subject.file.digest.encode()
        if isinstance(subject, ImageSubject):
            return f"{subject.file.digest} {subject.recipe}".encode()
        digest = blake2b(repr(subject).encode(), digest_size=12)
        if isinstance(subject, HtmlSubject):
            theme = self._context.templates.theme
            name = template_of(subject, self._context.ask, theme).name
            digest.update(self._templates.get(name, b""))
        if isinstance(subject, (HtmlSubject, FeedSubject, CorrectionsFeedSubject)):
            digest.update(self.shortcodes)
        kept = self._context.config.offline.articles
        if kept and isinstance(subject, (WorkerSubject, OfflineListSubject)):
            digest.update(repr(sorted(self._templates.items())).encode())
        return digest.digest()
