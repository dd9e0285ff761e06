"""What a template sees, out of the docstrings of the views."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

from ssg.render import views
from ssg.render.site_view import SiteView
from tests.docs.reference.tables import table

_COMMON = "Head"
_WORDS = {
    "str": "text",
    "int": "number",
    "bool": "true or false",
    "Markup": "HTML",
    "date": "day",
    "datetime": "moment",
    "object": "anything",
    "None": "none",
}


def page_part() -> str:
    """Return the views of whole pages, what all have in common first."""
    classes = sorted(filter(_is_page, _classes()), key=lambda one: one.name != _COMMON)
    return "\n\n".join(_section(one) for one in classes)


def view_part() -> str:
    """Return the views of which pages are made."""
    classes = sorted((one for one in _classes() if not _is_page(one)), key=lambda one: one.name)
    return "\n\n".join(_section(one) for one in classes)


def site_part() -> str:
    """Return the questions that a template may ask of the site."""
    tree = ast.parse(inspect.getsource(SiteView))
    rows = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            is_property = any(
                isinstance(one, ast.Name) and one.id == "property" for one in node.decorator_list
            )
            arguments = ", ".join(argument.arg for argument in node.args.args[1:])
            call = node.name if is_property else f"{node.name}({arguments})"
            said = (ast.get_docstring(node) or "").removeprefix("Return ")
            rows.append((f"`site.{call}`", _type(node.returns), said[:1].upper() + said[1:]))
    return table(("question", "answer", "meaning"), rows)


def field_names() -> dict[str, list[str]]:
    """Return the fields of every view by the name of its class."""
    return {one.name: [name for name, _, _ in _fields(one)] for one in _classes()}


def _classes() -> Iterator[ast.ClassDef]:
    for folder in views.__path__:
        for file in sorted(Path(folder).glob("*.py")):
            tree = ast.parse(file.read_text("utf-8"))
            yield from (node for node in tree.body if isinstance(node, ast.ClassDef))


def _is_page(node: ast.ClassDef) -> bool:
    bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
    return node.name == _COMMON or _COMMON in bases


def _section(node: ast.ClassDef) -> str:
    rows = [(f"`{name}`", kind, doc) for name, kind, doc in _fields(node)]
    said = ast.get_docstring(node) or ""
    fields = table(("field", "value", "meaning"), rows) if rows else "No fields of its own."
    return f"#### {node.name}\n\n{said}\n\n{fields}"


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    for field, doc in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            said = doc.value.value if _is_docstring(doc) else ""  # type: ignore[union-attr]
            yield field.target.id, _type(field.annotation), said


def _is_docstring(node: ast.stmt | None) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _type(node: ast.expr | None) -> str:
    """Return an annotation in the words of somebody who writes templates."""
    match node:
        case ast.Constant(value=None):
            return "none"
        case ast.Name(id=name):
            return _WORDS.get(name) or f"[{name}](#{name.lower()})"
        case ast.BinOp(left=left, right=right):
            return f"{_type(left)} or {_type(right)}"
        case ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=[item, _])):
            return f"list of {_type(item)}"
        case ast.Subscript(value=ast.Name(id="Mapping")):
            return "keys and values"
    raise TypeError(f"no words for {ast.dump(node) if node else node}")
