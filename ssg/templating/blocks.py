"""Templates that extend others: what of them would silently be shown nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from ssg.errors import Diagnostic, Location
from ssg.model.theme import Template, Theme
from ssg.templating.places import at_line
from ssg.text.suggest import did_you_mean

Trees = Mapping[str, nodes.Template]
"""By file, what templates say."""


def check_blocks(theme: Theme, trees: Trees) -> Iterator[Diagnostic]:
    """Yield what is wrong with templates that extend others.

    Jinja takes a block that no ancestor has without a word, and leaves out what stands outside of
    blocks.
    """
    templates = {one.path: one for one in theme.templates.values()}
    for path, tree in trees.items():
        extends = _extends(tree)
        if extends is None:
            continue
        template, name = templates[path], _name(extends)
        ancestors = _ancestors(path, theme, trees)
        if ancestors is None:
            where = at_line(template, extends.lineno)
            yield _endless(template, name, theme, where)
            continue
        known = {block.name for one in ancestors for block in one.find_all(nodes.Block)}
        for block in _outer_blocks(tree):
            if block.name not in known and name in theme.templates:
                yield _unknown(block.name, name, known, at_line(template, block.lineno))
        if line := _line_outside(tree, extends):
            message = "what stands outside of the blocks is shown nowhere"
            hint = f'put it into a block of "{name}"'
            where = at_line(template, line)
            yield Diagnostic("warning", "template/outside-blocks", message, where, hint)


def _extends(tree: nodes.Template) -> nodes.Extends | None:
    """Return what makes a template extend another; none where it extends nothing, or may."""
    for node in tree.body:
        if isinstance(node, nodes.Extends) and isinstance(node.template, nodes.Const):
            return node
    return None


def _name(extends: nodes.Extends) -> str:
    assert isinstance(extends.template, nodes.Const)
    return str(extends.template.value)


def _ancestors(path: str, theme: Theme, trees: Trees) -> list[nodes.Template] | None:
    """Return all that a template extends, however far; none where that has no end."""
    found: list[nodes.Template] = []
    seen = {path}
    extends = _extends(trees[path])
    while extends is not None:
        template = theme.templates.get(_name(extends))
        if template is None or template.path not in trees:
            break
        if template.path in seen:
            return None
        seen.add(template.path)
        found.append(trees[template.path])
        extends = _extends(found[-1])
    return found


def _endless(template: Template, name: str, theme: Theme, where: Location) -> Diagnostic:
    inherited = [
        other
        for other, one in theme.templates.items()
        if other.endswith(f"/{name}") and one.path != template.path
    ]
    if theme.templates[name].path != template.path:
        message, hint = "templates extend each other without end", 'change one "extends"'
    else:
        message = "the template extends itself"
        # Themes are laid over one another from the ground up: the nearest is the last.
        hint = f'write "{inherited[-1]}", the inherited one' if inherited else "take that out"
    return Diagnostic("error", "template/endless", message, where, hint)


def _unknown(name: str, parent: str, known: set[str], where: Location) -> Diagnostic:
    message = f'"{parent}" has no block "{name}", so this one is shown nowhere'
    hint = did_you_mean(name, known) or "it has " + (", ".join(sorted(known)) or "none")
    return Diagnostic("warning", "template/unknown-block", message, where, hint)


def _outer_blocks(node: nodes.Node) -> Iterator[nodes.Block]:
    """Yield the blocks that stand in no other: those within a block are shown with it."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outer_blocks(child)


def _line_outside(tree: nodes.Template, extends: nodes.Extends) -> int:
    """Return the line of the first output after ``extends`` that no block holds; 0 for none."""
    after = tree.body[tree.body.index(extends) + 1 :]
    return next(filter(None, map(_line_of_output, after)), 0)


def _line_of_output(node: nodes.Node) -> int:
    match node:
        case nodes.Block() | nodes.Macro() | nodes.AssignBlock():
            return 0
        case nodes.TemplateData(data=data):
            blank = len(data) - len(data.lstrip())
            return node.lineno + data.count("\n", 0, blank) if data.strip() else 0
        case nodes.Include() | nodes.Expr():
            return node.lineno
        case nodes.Output(nodes=inner):
            return next(filter(None, map(_line_of_output, inner)), 0)
        case nodes.For(body=body) | nodes.If(body=body) | nodes.With(body=body):
            return next(filter(None, map(_line_of_output, body)), 0)
    return 0
