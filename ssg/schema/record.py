"""Records: dataclasses whose fields say how YAML becomes their value and what they mean."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator
from typing import Any, TypeVar

from ssg.errors import Severity
from ssg.schema.decode import Decoder, entries, is_blank, is_empty, text
from ssg.schema.report import Invalid, Report
from ssg.schema.tree import Node
from ssg.text.suggest import nearest

R = TypeVar("R")

_MISSING: Any = object()


@dataclasses.dataclass(frozen=True, slots=True)
class Key:
    """What is known of one key: for decoding and for the reference in the docs."""

    name: str
    """The key as YAML spells it."""
    doc: str
    """What it means, in a sentence or two."""
    required: bool
    """Whether it must be there."""
    record: type | None
    """The record that its value (or each item of it) is, if it is one."""


def key(
    decode: Decoder[Any],
    doc: str,
    default: Any = _MISSING,
    record: type | None = None,
    name: str = "",
) -> Any:
    """Declare a field of a record; one without a default is required.

    The return type is that of the field, which a type checker can't see through
    ``dataclasses.field``.
    """
    metadata = {"decode": decode, "doc": doc, "record": record, "name": name}
    if default is _MISSING:
        return dataclasses.field(metadata=metadata)
    if isinstance(default, dict):
        return dataclasses.field(default_factory=lambda: dict(default), metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


def keys_of(record: type) -> Iterator[Key]:
    """Yield the keys of a record in the order of their declaration."""
    for field in dataclasses.fields(record):
        if "decode" in field.metadata:
            required = (
                field.default is dataclasses.MISSING
                and field.default_factory is dataclasses.MISSING
            )
            yield Key(_name(field), field.metadata["doc"], required, field.metadata["record"])


def record(
    kind: Callable[..., R],
    shorthand: str = "",
    free: Collection[str] = (),
    free_field: str = "",
    free_decoder: Decoder[Any] | None = None,
) -> Decoder[R]:
    """Decode a mapping into a dataclass whose fields are declared with ``key``.

    Args:
        kind: the dataclass.
        shorthand: the key that a single text stands for, if any.
        free: names of further keys, gathered as a dict in ``free_field``.
        free_field: the field that takes them.
        free_decoder: how their values are decoded.

    """
    fields = [one for one in dataclasses.fields(kind) if "decode" in one.metadata]  # type: ignore[arg-type]
    by_name = {_name(field): field for field in fields}
    required = [name for name, field in by_name.items() if _is_required(field)]
    known = [*by_name, *free]

    def decode(node: Node, report: Report) -> R:
        values: dict[str, Any] = {}
        extra: dict[str, Any] = {}
        before = len(report.diagnostics)
        if shorthand and getattr(node, "id", "") == "scalar" and not is_empty(node):
            pairs = [(shorthand, node, node)]
        elif is_empty(node):
            pairs = []
        else:
            pairs = list(entries(node, report))
        for name, key_node, value in pairs:
            field = by_name.get(name)
            if field is None and name not in free:
                _unknown(name, key_node, known, report)
                continue
            try:
                with report.inside(name, value if not is_empty(value) else key_node):
                    if field is None:
                        assert free_decoder is not None
                        extra[name] = free_decoder(value, report)
                    elif name in required or not _says_nothing(value, field):
                        values[field.name] = field.metadata["decode"](value, report)
            except Invalid:
                continue
        given = {name for name, _, _ in pairs}
        for name in required:
            if name not in given:
                report.error(node, "missing-key", f'the key "{name}" is missing', f'add "{name}:"')
        if any(one.severity == "error" for one in report.diagnostics[before:]):
            raise Invalid
        if free_field:
            values[free_field] = extra
        return kind(**values)

    return decode


def _unknown(name: str, node: Node, known: Collection[str], report: Report) -> None:
    if report.unknown == "ignore":
        return
    close = nearest(name, known)
    grave = report.unknown == "error" or (report.unknown == "near" and close is not None)
    hint = f'did you mean "{close}"?' if close else f"the keys are {', '.join(known)}"
    severity: Severity = "error" if grave else "warning"
    report.add(severity, node, "unknown-key", f'unknown key "{name}"', hint)


def _name(field: dataclasses.Field[Any]) -> str:
    return field.metadata["name"] or field.name


def _says_nothing(node: Node, field: dataclasses.Field[Any]) -> bool:
    """Tell whether a key is as good as absent; tools that export write ``key: ""`` for that."""
    # An empty text is a text: that of a picture without a meaning, say.
    return is_empty(node) or (is_blank(node) and field.metadata["decode"] is not text)


def _is_required(field: dataclasses.Field[Any]) -> bool:
    missing = dataclasses.MISSING
    return field.default is missing and field.default_factory is missing
