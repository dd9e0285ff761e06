"""Decoders: a node of YAML becomes the value that was asked for, or a complaint.

Scalars are decoded by the type that is wanted, never by what they look like: where a
text is wanted, ``No`` is the text "No" and ``12:30`` is not a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from ssg.schema.report import Invalid, Report
from ssg.schema.tree import Node
from ssg.text.dates import parse_moment
from ssg.text.locales import is_language
from ssg.text.suggest import did_you_mean
from ssg.text.urls import decode_path, is_web_url

T = TypeVar("T")

Decoder = Callable[[Node, Report], T]
"""Turns a node into a value, or reports and raises ``Invalid``."""

_POINTS = {"left": "0%", "top": "0%", "center": "50%", "right": "100%", "bottom": "100%"}
_PERCENT = re.compile(r"(?:100|\d{1,2}(?:\.\d{1,2})?)%")
_TRUE = {"true", "yes", "on"}
_FALSE = {"false", "no", "off"}


def text(node: Node, report: Report) -> str:
    """Decode a single text; blank lines and blanks around it don't count."""
    if isinstance(node, yaml.ScalarNode):
        return str(node.value).strip()
    kind = "a list" if isinstance(node, yaml.SequenceNode) else "keys and values"
    hint = "write one text; put it in quotes if it begins with [ or {"
    raise report.error(node, "wrong-type", f"expected a text, found {kind}", hint)


def words(node: Node, report: Report) -> str:
    """Decode a text that must not be empty."""
    value = text(node, report)
    if not value:
        raise report.error(node, "empty", "expected a text, found nothing", "write one")
    return value


def boolean(node: Node, report: Report) -> bool:
    """Decode true or false."""
    value = text(node, report).casefold()
    if value in _TRUE | _FALSE:
        return value in _TRUE
    raise report.error(node, "wrong-type", f'expected true or false, found "{value}"')


def integer(least: int, most: int) -> Decoder[int]:
    """Decode a whole number between two bounds, both allowed."""

    def decode(node: Node, report: Report) -> int:
        value = text(node, report)
        if re.fullmatch(r"[+-]?\d{1,9}", value) and least <= int(value) <= most:
            return int(value)
        message = f'expected a whole number from {least} to {most}, found "{value}"'
        raise report.error(node, "wrong-type", message)

    return decode


def number(least: float, most: float) -> Decoder[float]:
    """Decode a number between two bounds, both allowed."""

    def decode(node: Node, report: Report) -> float:
        value = text(node, report)
        if re.fullmatch(r"[+-]?\d{1,9}(\.\d{1,9})?", value) and least <= float(value) <= most:
            return float(value)
        message = f'expected a number from {least} to {most}, found "{value}"'
        raise report.error(node, "wrong-type", message)

    return decode


def moment(node: Node, report: Report) -> datetime:
    """Decode a date, with or without a time and a zone."""
    value = text(node, report)
    try:
        return parse_moment(value)
    except ValueError as problem:
        known = "" if str(problem) == "not a date" else f" ({problem})"
        message = f'"{value}" is not a date{known}'
        hint = "write it as 2025-12-22 or 2025-12-22 09:30"
        raise report.error(node, "wrong-date", message, hint) from None


def one_of(*choices: str) -> Decoder[str]:
    """Decode one of a few words."""

    def decode(node: Node, report: Report) -> str:
        value = text(node, report)
        if value in choices:
            return value
        hint = did_you_mean(value, choices) or "write one of " + ", ".join(choices)
        raise report.error(node, "unknown-value", f'unknown value "{value}"', hint)

    return decode


def web_url(node: Node, report: Report) -> str:
    """Decode a full http or https address."""
    value = text(node, report)
    if is_web_url(value):
        return value
    hint = "write it in full, as https://example.org/page"
    raise report.error(node, "wrong-url", f'"{value}" is not a web address', hint)


def site_path(node: Node, report: Report) -> str:
    """Decode a path of the site such as ``/about/``; one that names no file ends in a slash."""
    value = decode_path(text(node, report))
    segments = value.split("/")
    if not value.startswith("/") or any(part in (".", "..") for part in segments):
        message = f'"{value}" is not a path of the site'
        hint = 'begin with "/" and leave out ".."'
        raise report.error(node, "wrong-path", message, hint)
    if re.search(r"[\x00-\x1f\\?#]|//", value):
        message = f'"{value}" holds a character that no path can'
        raise report.error(node, "wrong-path", message, 'leave out "//", "\\", "?" and "#"')
    return value if value.endswith("/") or "." in segments[-1] else value + "/"


def language(node: Node, report: Report) -> str:
    """Decode a language tag such as ``en`` or ``pt-BR``."""
    value = text(node, report)
    if is_language(value):
        return value
    hint = "write a language tag such as en, de or pt-BR"
    raise report.error(node, "unknown-value", f'"{value}" is not a language', hint)


def focus(node: Node, report: Report) -> str:
    """Decode a point of a picture, as `30% 60%` from the left and the top, or in words."""
    value = text(node, report).casefold()
    parts = [_POINTS.get(one, one) for one in re.split(r"[\s,/]+", value)]
    # "top" alone means the middle of the top, and words may come in any order.
    if value in ("top", "bottom") or (value.split()[0:1] in (["top"], ["bottom"])):
        parts = [*parts[1:], parts[0]] if len(parts) > 1 else ["50%", parts[0]]
    if len(parts) == 1:
        parts.append("50%")
    if len(parts) == 2 and all(
        re.fullmatch(r"(?:100|\d{1,2})(?:\.\d{1,2})?%", one) for one in parts
    ):
        return " ".join(parts)
    hint = "write how far it is from the left and from the top, as 30% 60%, or words as left top"
    raise report.error(node, "unknown-value", f'"{value}" is no point of a picture', hint)


def time_zone(node: Node, report: Report) -> ZoneInfo:
    """Decode the name of a time zone such as ``Europe/Berlin``."""
    value = text(node, report)
    try:
        return ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        hint = "write a name of the tz database, as America/New_York or UTC"
        message = f'unknown time zone "{value}"'
        raise report.error(node, "unknown-value", message, hint) from None


def list_of(decode: Decoder[T]) -> Decoder[tuple[T, ...]]:
    """Decode a list; a single value stands for a list of one, nothing for an empty one."""

    def decode_list(node: Node, report: Report) -> tuple[T, ...]:
        if is_empty(node):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            return (decode(node, report),)
        values: list[T] = []
        failed = False
        for number, item in enumerate(node.value):
            try:
                with report.inside(str(number), item):
                    values.append(decode(item, report))
            except Invalid:
                failed = True
        if failed:
            raise Invalid
        return tuple(values)

    return decode_list


def mapping_of(
    decode: Decoder[T], check: Callable[[str], str] = lambda _: ""
) -> Decoder[dict[str, T]]:
    """Decode a mapping whose keys are free but for what ``check`` finds wrong with one."""

    def decode_mapping(node: Node, report: Report) -> dict[str, T]:
        if is_empty(node):
            return {}
        values: dict[str, T] = {}
        failed = False
        for name, key, value in entries(node, report):
            if wrong := check(name):
                hint = "choose another name, of letters, digits and hyphens"
                report.error(key, "wrong-name", wrong, hint)
                failed = True
                continue
            try:
                with report.inside(name, key):
                    values[name] = decode(value, report)
            except Invalid:
                failed = True
        if failed:
            raise Invalid
        return values

    return decode_mapping


def plain(node: Node, report: Report) -> object:
    """Decode whatever stands there, as the core schema of YAML 1.2 reads it.

    Numbers, true, false and null are recognised where they are not quoted; dates stay texts.
    """
    if isinstance(node, yaml.ScalarNode):
        return str(node.value) if node.style else _plain_scalar(str(node.value))
    if isinstance(node, yaml.SequenceNode):
        return tuple(plain(item, report) for item in node.value)
    return {name: plain(value, report) for name, _, value in entries(node, report)}


def is_empty(node: Node) -> bool:
    """Tell whether nothing was written: an empty value, ``~`` or ``null``."""
    # A plain scalar has no style for one loader and an empty one for the other.
    return (
        isinstance(node, yaml.ScalarNode)
        and not node.style
        and node.value in ("", "~", "null", "Null", "NULL")
    )


def is_blank(node: Node) -> bool:
    """Tell whether quotation marks stand there with nothing between them."""
    return isinstance(node, yaml.ScalarNode) and bool(node.style) and not node.value.strip()


def entries(node: Node, report: Report) -> Iterator[tuple[str, Node, Node]]:
    """Yield name, key and value of each entry of a mapping; a name that comes twice is an error."""
    if not isinstance(node, yaml.MappingNode):
        found = "a list" if isinstance(node, yaml.SequenceNode) else "a text"
        hint = 'write one "key: value" on each line'
        raise report.error(node, "wrong-type", f"expected keys and values, found {found}", hint)
    first: dict[str, Node] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            report.error(key, "wrong-type", "a key must be a text")
            continue
        name = str(key.value)
        if name in first:
            line = report.location(first[name]).line
            message = f'the key "{name}" stands twice'
            report.error(key, "duplicate-key", message, f"keep one; the first is on line {line}")
            continue
        first[name] = key
        yield name, key, value


def _plain_scalar(value: str) -> object:
    if value in ("", "~", "null", "Null", "NULL"):
        return None
    if value in ("true", "True", "TRUE"):
        return True
    if value in ("false", "False", "FALSE"):
        return False
    if re.fullmatch(r"[-+]?[0-9]{1,18}", value):
        return int(value)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?", value):
        return float(value)
    return value
