"""Templates checked before anything is rendered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from ssg.errors import Diagnostic, Location
from ssg.model.theme import Theme
from ssg.templating.blocks import check_blocks
from ssg.templating.copied import check_copies
from ssg.templating.failures import syntax_message
from ssg.templating.imports import check_imports
from ssg.templating.places import at_line
from ssg.text.suggest import did_you_mean

_REFERENCES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


@dataclass(frozen=True, slots=True)
class CheckedTemplates:
    """What was found in the templates of a theme."""

    problems: list[Diagnostic]
    """What is wrong with them."""
    references: dict[str, list[str]]
    """By template, the templates that it extends, includes or imports."""


def check_templates(theme: Theme, required: Iterable[str]) -> CheckedTemplates:
    """Return what is wrong with the templates of a theme: syntax, references that lead nowhere,
    what would be shown nowhere, and copies whose original has changed.

    Every name in ``extends``, ``include`` and ``import`` must be written out, so that what a
    page is made of is known before it is rendered.
    """
    found = [
        _missing(name, theme, Location(f"themes/{theme.name}"))
        for name in (*required, *(f"shortcodes/{one}.html" for one in theme.shortcodes))
        if name not in theme.templates
    ]
    environment = Environment()
    by_path: dict[str, list[str]] = {}
    trees: dict[str, nodes.Template] = {}
    for template in theme.templates.values():
        if template.path in by_path:
            continue
        named = by_path[template.path] = []
        try:
            tree = trees[template.path] = environment.parse(template.text)
        except TemplateSyntaxError as problem:
            where = at_line(template, problem.lineno)
            message = syntax_message(problem)
            found.append(Diagnostic("error", "template/syntax", message, where))
            continue
        for node in tree.find_all(_REFERENCES):
            where = at_line(template, node.lineno)
            name: nodes.Expr = node.template  # type: ignore[attr-defined]
            found.extend(_check(name, theme, where))
            if isinstance(name, nodes.Const):
                named.append(str(name.value))
    found.extend(check_imports(theme, trees))
    found.extend(check_blocks(theme, trees))
    found.extend(check_copies(theme))
    references = {name: by_path[one.path] for name, one in theme.templates.items()}
    return CheckedTemplates(found, references)


def _check(name: nodes.Expr, theme: Theme, where: Location) -> list[Diagnostic]:
    if not isinstance(name, nodes.Const) or not isinstance(name.value, str):
        message = "the name of a template must be written out"
        hint = "use if and several includes"
        return [Diagnostic("error", "template/dynamic-name", message, where, hint)]
    if name.value in theme.templates:
        return []
    return [_missing(name.value, theme, where)]


def _missing(name: str, theme: Theme, where: Location) -> Diagnostic:
    message = f'the theme "{theme.name}" has no template "{name}"'
    hint = did_you_mean(name, theme.templates) or "add it to the templates of the theme"
    return Diagnostic("error", "template/missing", message, where, hint)
