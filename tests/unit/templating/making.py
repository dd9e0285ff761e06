"""A theme made of a few templates."""

from __future__ import annotations

from ssg.errors import SsgError, format_diagnostic
from ssg.model.files import FileRef
from ssg.model.theme import Template, Theme
from ssg.templating.environment import Templates
from ssg.text.urls import BaseUrl


def theme_of(**templates: str) -> Theme:
    """Return a theme of templates, each given by its name without ``.html``."""
    return Theme(
        name="plain",
        templates={
            f"{name}.html": Template(f"themes/plain/templates/{name}.html", text)
            for name, text in templates.items()
        },
        static={"style.css": FileRef("style.css", "themes/plain/static/style.css", "0123456789")},
        translations={
            "title.home": "Home",
            "count": "{number} pieces",
            "odd": "{",
            "texts_one": "{count} text",
            "texts_two": "two",
            "texts_many": "many: {count}",
            "texts_other": "{count} texts",
        },
        settings={"accent": "red"},
        shortcodes={},
    )


def rendered(text: str, language: str = "en", **context: object) -> str:
    """Return what a template makes of a context."""
    base = BaseUrl("https://example.org/blog/")
    return Templates(theme_of(page=text), language, base).render("page.html", context, "a test")


def failure(text: str, name: str = "page.html", **templates: str) -> str:
    """Return how the failure of a template is told, without its note on what was rendered."""
    templates_of = Templates(
        theme_of(page=text, **templates), "en", BaseUrl("https://example.org/")
    )
    try:
        templates_of.render(name, {"page": {"title": "T"}}, "a test")
    except SsgError as problem:
        (found,) = problem.diagnostics
        assert found.notes == ("while rendering a test",)
        return format_diagnostic(found).replace("  note: while rendering a test\n", "")
    raise AssertionError("the template was rendered")
