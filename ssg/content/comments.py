"""A file of comments, decoded."""

from __future__ import annotations

from collections.abc import Iterable

import yaml

from ssg.errors import SsgError
from ssg.model.comments import Comment
from ssg.schema.decode import list_of
from ssg.schema.record import record
from ssg.schema.report import Invalid, Report
from ssg.schema.tree import Node, Source, compose
from ssg.text.suggest import did_you_mean

_list = list_of(record(Comment))


def comment_list(node: Node, report: Report) -> tuple[Comment, ...]:
    """Decode a list of comments: each with an id of its own, replies only to what is there."""
    comments = _list(node, report)
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    parents = {one.id: one.parent for one in comments}
    circular = set(_circular(parents))
    seen: set[str] = set()
    for one, item in zip(comments, nodes, strict=False):
        if one.id in seen:
            message, hint = f'the id "{one.id}" stands twice', "keep one, or give it another id"
            report.error(item, "duplicate-id", message, hint)
        seen.add(one.id)
        if one.parent and one.parent not in parents:
            hint = did_you_mean(one.parent, parents) or 'take "parent" out'
            message = f'"{one.id}" replies to "{one.parent}", which is not there'
            report.error(item, "unknown-parent", message, hint)
        if one.id in circular:
            hint = 'take "parent" out of the first of them'
            report.error(item, "circular", f'"{one.id}" replies to itself', hint)
        if not one.text and not one.hidden:
            hint = 'write "text:", or "hidden: true"'
            report.error(item, "no-text", f'"{one.id}" says nothing', hint)
    if any(one.severity == "error" for one in report.diagnostics):
        raise Invalid
    return comments


def read_comments(yaml_text: str, path: str) -> tuple[Comment, ...]:
    """Return the comments of a file.

    Raises:
        SsgError: with everything that is wrong in it.

    """
    source = Source(path, yaml_text)
    node = compose(yaml_text, source, "comments/invalid-yaml")
    if node is None:
        return ()
    report = Report(source, "comments")
    try:
        return comment_list(node, report)
    except Invalid:
        raise SsgError(report.diagnostics) from None


def _circular(parents: dict[str, str]) -> Iterable[str]:
    """Yield those that reply to each other in a circle."""
    free: set[str] = {""}
    for start in parents:
        way: dict[str, None] = {}
        here = start
        while here not in free and here in parents and here not in way:
            way[here] = None
            here = parents[here]
        if here in way:
            yield from list(way)[list(way).index(here) :]
        free.update(way)
