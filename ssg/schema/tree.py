"""YAML as a tree of nodes that know where they stand."""

from __future__ import annotations

import re

import yaml

from ssg.errors import Diagnostic, Location, SsgError

Node = yaml.Node
"""A scalar, sequence or mapping with its marks."""

# libyaml is ten times as fast; every wheel of PyYAML has it, a build from source may not.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_IN_QUOTES = "put the whole value in quotes if it holds {}; otherwise check the indentation"

# What a parser says, what an editor is told, and the way out.
_WORDINGS = (
    (
        "while scanning a quoted scalar",
        "a quotation mark is not closed",
        "close the quotation mark that opens here",
    ),
    (
        "while parsing a flow",
        "a bracket is not closed",
        "close the bracket that opens here, and put a value that holds brackets in quotes",
    ),
    ("mapping values are not", 'a ":" cannot stand here', _IN_QUOTES.format('": "')),
    (
        "while parsing a block mapping",
        "expected a key",
        _IN_QUOTES.format("quotation marks or brackets"),
    ),
    ("could not find expected ':'", "a line without a key", 'write it as "key: value"'),
    (
        "block sequence entries are not",
        "a list cannot begin here",
        "begin it on a line of its own, or write [one, two]",
    ),
    (
        "found unknown escape",
        "a backslash that means nothing",
        "use single quotes where a value holds a backslash",
    ),
    ("undefined alias", 'a value cannot begin with "*"', "put the value in quotes"),
)
_AT_THE_BEGINNING = ("quoted scalar", "while parsing a flow", "while scanning a simple key")

_FURTHER_LINE_ENDS = re.compile("[\x85\u2028\u2029]")

# Far more than anybody writes; the parsers overflow their stack some thousands of levels down.
_DEEPEST = 100


class Source:
    """A stretch of YAML within a file, for saying where something stands."""

    def __init__(self, path: str, text: str, first_line: int = 1) -> None:
        self.path = path
        self._lines: list[tuple[int, int, str]] = []
        for number, excerpt in enumerate(text.split("\n"), first_line):
            start = 0
            # What YAML takes for the end of a line an editor need not.
            for piece in _FURTHER_LINE_ENDS.split(excerpt):
                self._lines.append((number, start, excerpt))
                start += len(piece) + 1

    def at(self, line: int, column: int, length: int = 1) -> Location:
        """Return the location of a line and column of the stretch as YAML counts them, from 0."""
        number, start, excerpt = self._lines[min(line, len(self._lines) - 1)]
        return Location(self.path, number, start + column + 1, excerpt, length)

    def of(self, node: Node) -> Location:
        """Return the location of a node."""
        start, end = node.start_mark, node.end_mark
        length = end.column - start.column if end.line == start.line else 1
        return self.at(start.line, start.column, max(length, 1))


def compose_keys(text: str, source: Source, code: str) -> Node:
    """Return the tree of a YAML text of keys and values; an empty text has none of them.

    Raises:
        SsgError: as ``compose`` does.

    """
    node = compose(text, source, code) or compose("{}", source, code)
    assert node is not None
    return node


def compose(text: str, source: Source, code: str) -> Node | None:
    """Return the tree of a YAML text; none when it is empty.

    Raises:
        SsgError: the text is no YAML, is nested without end, or holds anchors, which could make a
            small text vast.

    """
    _refuse_depth(text, source, code)
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


def _refuse_depth(text: str, source: Source, code: str) -> None:
    if sum(map(text.count, "[{-?:")) <= _DEEPEST:
        return
    depth = 0
    loader = _Loader(text)
    try:
        while loader.check_event():
            event: yaml.Event = loader.get_event()  # type: ignore[no-untyped-call]
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST and event.start_mark:
                where = source.at(event.start_mark.line, event.start_mark.column)
                message = f"more than {_DEEPEST} levels within each other"
                raise SsgError([Diagnostic("error", code, message, where, "write it flatter")])
    except yaml.YAMLError:
        pass  # worded where the tree is made
    finally:
        loader.dispose()


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
        begins = any(sign in said for sign in _AT_THE_BEGINNING) and "escape" not in said
        mark = problem.problem_mark or problem.context_mark
        if begins and problem.context_mark:
            mark = problem.context_mark
        location = source.at(mark.line, mark.column) if mark else source.at(0, 0)
        if "flow node" in said and mark:  # the parser names the place where it gave up
            opened = re.match(r".*[\[{]", text[: mark.index], re.DOTALL)
            location = source.at(*_position(opened[0][:-1])) if opened else location
        message, hint = _wording(said, location)
    else:
        # One of the two parsers counts bytes: the character itself says better where it stands.
        said = str(problem)
        match = re.search(r"character #x([0-9a-f]+)", said)
        character = chr(int(match[1], 16)) if match else ""
        location = source.at(*_position(text.partition(character)[0] if character else ""))
        named = f" U+{ord(character):04X}" if character else ""
        message, hint = f"the character{named} must not stand here", "remove it"
    return Diagnostic("error", code, message, location, hint)


def _position(before: str) -> tuple[int, int]:
    """Return the line and column of what follows a text, as YAML counts them."""
    lines = re.split("\r\n|[\r\n\x85\u2028\u2029]", before)
    return len(lines) - 1, len(lines[-1])


def _wording(said: str, location: Location) -> tuple[str, str]:
    found = location.excerpt[location.column - 1 : location.column]
    if found == "\t":
        return "a tab cannot stand here", "indent with blanks: YAML takes no tabs"
    if "cannot start any token" in said and found:
        return f'a value cannot begin with "{found}"', "put the value in quotes"
    for sign, message, hint in _WORDINGS:
        if sign in said:
            ended = message == "expected a key" and ":" in location.excerpt[: location.column - 1]
            return ("the value ends before this" if ended else message), hint
    return f"this is not YAML: {said}", ""
