"""YAML as a tree of nodes that know where they stand."""

from __future__ import annotations

import re

import yaml

from ssg.errors import Diagnostic, Location, SsgError

Node = yaml.Node
"""A scalar, sequence or mapping with its marks."""

# libyaml is ten times as fast; every wheel of PyYAML has it, a build from source may not.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_HINTS = (
    ("tab character", "indent with blanks: YAML takes no tabs"),
    ("found character '\\t'", "indent with blanks: YAML takes no tabs"),
    ("while scanning a quoted scalar", "close the quotation mark that opens here"),
    ("mapping values are not allowed", 'put the value in quotes when it holds ": "'),
    ("while parsing a block mapping", "check the indentation, and quotes within a quoted value"),
    ("while parsing a flow", "close the bracket that opens here"),
    ("found unknown escape character", "use single quotes where a value holds a backslash"),
    ("unacceptable character", "remove the control character"),
)


class Source:
    """A stretch of YAML within a file, for saying where something stands."""

    def __init__(self, path: str, text: str, first_line: int = 1) -> None:
        self.path = path
        self._lines = text.splitlines()
        self._first_line = first_line

    def at(self, line: int, column: int, length: int = 1) -> Location:
        """Return the location of a line and column of the stretch, both from 0."""
        excerpt = self._lines[line] if line < len(self._lines) else ""
        return Location(self.path, self._first_line + line, column + 1, excerpt, length)

    def of(self, node: Node) -> Location:
        """Return the location of a node."""
        start, end = node.start_mark, node.end_mark
        length = end.column - start.column if end.line == start.line else 1
        return self.at(start.line, start.column, max(length, 1))


def compose(text: str, source: Source, code: str) -> Node | None:
    """Return the tree of a YAML text; none when it is empty.

    Raises:
        SsgError: the text is no YAML, or holds anchors, which could make a small text vast.

    """
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
    except yaml.YAMLError as problem:
        raise SsgError([_diagnostic(problem, source, code, text)]) from None
    finally:
        loader.dispose()
    if node is not None:
        _refuse_aliases(node, source, code)
    return node


def _refuse_aliases(root: Node, source: Source, code: str) -> None:
    seen: set[int] = set()
    nodes = [root]
    while nodes:
        node = nodes.pop()
        if id(node) in seen:
            message = "an anchor (&) is used again (*)"
            hint = "write the value out where it is used"
            raise SsgError([Diagnostic("error", code, message, source.of(node), hint)])
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            nodes.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            nodes.extend(part for pair in node.value for part in pair)


def _diagnostic(problem: yaml.YAMLError, source: Source, code: str, text: str) -> Diagnostic:
    if isinstance(problem, yaml.MarkedYAMLError):
        said = " ".join(part for part in (problem.context, problem.problem) if part)
        quoted = "quoted scalar" in said and problem.context_mark
        mark = problem.context_mark if quoted else problem.problem_mark or problem.context_mark
        location = source.at(mark.line, mark.column) if mark else source.at(0, 0)
        message = f"this is not YAML: {problem.problem or said}"
    else:
        said = str(problem)
        match = re.search(r"position (\d+)", said)
        before = text[: int(match[1])] if match else ""
        location = source.at(before.count("\n"), len(before) - before.rfind("\n") - 1)
        message = "this is not YAML: a character that must not stand in it"
        said += " unacceptable character"
    hint = next((hint for sign, hint in _HINTS if sign in said), "")
    return Diagnostic("error", code, message, location, hint)
