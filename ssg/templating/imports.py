"""Names that templates import from others, and that those don't have."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

from ssg.errors import Diagnostic
from ssg.model.theme import Template, Theme
from ssg.templating.blocks import Trees
from ssg.templating.places import at_line
from ssg.text.suggest import did_you_mean


def check_imports(theme: Theme, trees: Trees) -> Iterator[Diagnostic]:
    """Yield an error for each name that a template imports and the other doesn't have."""
    for template in {one.path: one for one in theme.templates.values()}.values():
        if template.path in trees:
            for node in trees[template.path].find_all(nodes.FromImport):
                yield from _missing(node, template, theme, trees)


def _missing(
    node: nodes.FromImport, template: Template, theme: Theme, trees: Trees
) -> Iterator[Diagnostic]:
    source = node.template.value if isinstance(node.template, nodes.Const) else ""
    other = theme.templates.get(source)
    if other is None or other.path not in trees:
        return  # of which others tell
    there = _names(trees[other.path])
    for one in node.names:
        name = one if isinstance(one, str) else one[0]
        if name not in there:
            message = f'"{source}" has no macro "{name}"'
            hint = did_you_mean(name, there) or f"it has {', '.join(sorted(there)) or 'none'}"
            where = at_line(template, node.lineno)
            yield Diagnostic("error", "template/no-macro", message, where, hint)


def _names(tree: nodes.Template) -> set[str]:
    """Return the names of macros and values that a template has for others."""
    targets = [one.target for one in tree.find_all(nodes.Assign)]
    targets += [one.target for one in tree.find_all(nodes.AssignBlock)]
    values = {name.name for one in targets for name in _named(one)}
    return values | {one.name for one in tree.find_all(nodes.Macro)}


def _named(target: nodes.Expr) -> Iterator[nodes.Name]:
    if isinstance(target, nodes.Name):
        yield target
    yield from target.find_all(nodes.Name)
