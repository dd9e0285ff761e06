"""Templates checked before anything is rendered."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment, TemplateSyntaxError, nodes

from ssg.errors import Diagnostic, Location
from ssg.model.theme import Theme
from ssg.templating.failures import syntax_message
from ssg.text.suggest import did_you_mean

_REFERENCES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


def check_templates(theme: Theme, required: Iterable[str]) -> list[Diagnostic]:
    """Return what is wrong with the templates of a theme: syntax, and references that lead nowhere.

    Every name in ``extends``, ``include`` and ``import`` must be written out, so that what a
    page is made of is known before it is rendered.
    """
    found = [
        _missing(name, theme, Location(f"themes/{theme.name}"))
        for name in required
        if name not in theme.templates
    ]
    environment = Environment()
    seen: set[str] = set()
    for template in theme.templates.values():
        if template.path in seen:
            continue
        seen.add(template.path)
        try:
            tree = environment.parse(template.text)
        except TemplateSyntaxError as problem:
            where = _at(template.path, template.text, problem.lineno)
            message = syntax_message(problem)
            found.append(Diagnostic("error", "template/syntax", message, where))
            continue
        for node in tree.find_all(_REFERENCES):
            where = _at(template.path, template.text, node.lineno)
            found.extend(_check(node.template, theme, where))  # type: ignore[attr-defined]
    return found


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


def _at(path: str, text: str, line: int) -> Location:
    lines = text.splitlines()
    return Location(path, line, 0, lines[line - 1] if 0 < line <= len(lines) else "")
