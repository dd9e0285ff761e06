"""Which template renders what."""

from __future__ import annotations

from dataclasses import dataclass

from ssg.errors import Location
from ssg.model.output import (
    ArchiveSubject,
    ArticleSubject,
    CorrectionsSubject,
    FrontSubject,
    HtmlSubject,
    NotFoundSubject,
    OfflineSubject,
    PageSubject,
    SearchSubject,
    TaxonomySubject,
    TermSubject,
    WithdrawnSubject,
)
from ssg.model.theme import Theme
from ssg.render.questions import Questions

_TEMPLATES: dict[type[HtmlSubject], str] = {
    FrontSubject: "front.html",
    ArticleSubject: "article.html",
    PageSubject: "page.html",
    TermSubject: "term.html",
    TaxonomySubject: "taxonomy.html",
    ArchiveSubject: "archive.html",
    NotFoundSubject: "404.html",
}

_OF_TAXONOMIES = {"threads": "thread.html", "sections": "section.html"}

SEARCH_TEMPLATE = "search.html"
"""A theme without it has no search."""

REQUIRED_TEMPLATES = tuple(_TEMPLATES.values())
"""The templates that every theme must have or inherit."""

_WHERE_NEEDED: dict[type[HtmlSubject], str] = {
    SearchSubject: SEARCH_TEMPLATE,
    CorrectionsSubject: "corrections.html",
    WithdrawnSubject: "withdrawn.html",
    OfflineSubject: "offline.html",
}

OPTIONAL_TEMPLATES = (
    "corrections.html",
    "withdrawn.html",
    "offline.html",
    *_OF_TAXONOMIES.values(),
    SEARCH_TEMPLATE,
    "digest.html",
    "digest.txt",
)
"""Those that a theme may go without, until a site has what they are for."""


@dataclass(frozen=True, slots=True)
class TemplateChoice:
    """A template, and who asked for it."""

    name: str
    """The template."""
    asked_at: Location | None
    """Where an editor asked for it, if one did."""


def template_of(subject: HtmlSubject, ask: Questions, theme: Theme) -> TemplateChoice:
    """Return the template of a page: its own, else the usual one of its kind.

    A thread has `thread.html` and a section `section.html` where the theme has that.
    """
    document = None
    if isinstance(subject, ArticleSubject):
        document = ask.article(subject.path).document
    elif isinstance(subject, PageSubject):
        document = ask.page(subject.path).document
    if document and document.front_matter.template:
        name = document.front_matter.template
        name = name if name.endswith(".html") else f"{name}.html"
        return TemplateChoice(name, document.place("template"))
    if isinstance(subject, TermSubject):
        name = _OF_TAXONOMIES.get(subject.taxonomy, "")
        if name in theme.templates:
            return TemplateChoice(name, None)
    kind = type(subject)
    return TemplateChoice(_TEMPLATES.get(kind) or _WHERE_NEEDED[kind], None)
