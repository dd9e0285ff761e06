"""One job done, pictures and style sheets included."""

from __future__ import annotations

from pathlib import Path

from ssg.build.digests import bytes_of
from ssg.build.files import unreadable
from ssg.errors import SsgError
from ssg.model.files import FileRef
from ssg.model.output import IconSubject, Rendered, RenderJob, ShareCardSubject, StyleSubject
from ssg.render.card_words import card_of
from ssg.render.context import RenderContext
from ssg.render.render import render
from ssg.text.style_sheet import without_remarks


def produce(job: RenderJob, context: RenderContext) -> Rendered:
    """Return the file that a job asks for, and what it asked of the site.

    Raises:
        SsgError: a template is missing or wrong; a font or a picture can't be read.

    """
    subject = job.subject
    if isinstance(subject, ShareCardSubject):
        data, reads = context.reads.during(lambda: _card(subject, context))
        return Rendered(job.output_path, data, reads)
    if isinstance(subject, IconSubject):
        return Rendered(job.output_path, _icon(subject, context), ())
    if isinstance(subject, StyleSubject):
        return Rendered(job.output_path, _style(subject.file), ())
    return render(job, context)


def _style(file: FileRef) -> bytes:
    try:
        return without_remarks(bytes_of(file))
    except OSError as problem:
        raise SsgError([unreadable(problem, file.label)]) from None


def _card(subject: ShareCardSubject, context: RenderContext) -> bytes:
    # Pillow takes a while to import, and most builds make no picture.
    from ssg.pictures.share_card import share_card

    return share_card(card_of(subject, context), context.templates.theme.design)


def _icon(subject: IconSubject, context: RenderContext) -> bytes:
    from ssg.pictures.icon import drawn_icon, scaled_icon

    design, file = context.templates.theme.design, subject.source.raster
    if file is None:
        return drawn_icon(context.config.short_name, subject.size, subject.maskable, design)
    try:
        data = Path(file.path).read_bytes()
    except OSError as problem:
        raise SsgError([unreadable(problem, file.label)]) from None
    return scaled_icon(data, file.label, subject.size, subject.maskable, design)
