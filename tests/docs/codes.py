"""The codes of complaints, collected from the source."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
from collections.abc import Iterator
from functools import cache
from types import CodeType, FunctionType
from typing import Any

from ssg.config.inbox import inbox_decoder
from ssg.config.site import SiteConfig
from ssg.config.theme import ThemeConfig
from ssg.content.comments import comment_list
from ssg.content.front_matter import term_decoder
from ssg.extract.ledger import LinkRecord, check_url
from ssg.model.front_matter import FrontMatter
from ssg.model.views import snapshot_decoder
from ssg.schema.decode import list_of, mapping_of, plain, text, words
from ssg.schema.record import record
from tests.docs.pages import ROOT

_CODE = re.compile(r"[a-z]+(?:-[a-z]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
_MEDIA_TYPES = ("application", "audio", "image", "text", "video")

_DECODERS: dict[str, tuple[Any, ...]] = {
    "site": (record(SiteConfig),),
    "front-matter": (
        record(FrontMatter, free=["x"], free_field="terms", free_decoder=list_of(words)),
        term_decoder,
    ),
    "theme": (record(ThemeConfig),),
    "translation": (mapping_of(text),),
    "data": (plain, snapshot_decoder),
    "ledger": (mapping_of(record(LinkRecord), check_url),),
    "inbox": (inbox_decoder,),
    "comments": (comment_list,),
}
"""What is decoded in each room: the decoders name the second half of a code only."""

_NO_CHECK = inspect.signature(mapping_of).parameters["check"].default
"""Takes every name, so that none is wrong."""


def all_codes() -> set[str]:
    """Return every code that a complaint can have."""
    decoded = {
        f"{room}/{kind}"
        for room, decoders in _DECODERS.items()
        for decoder in decoders
        for kind in _kinds_of(decoder, set())
    }
    shortcodes = {f"shortcode/{kind}" for kind in _first_texts("error", 0)}
    return decoded | shortcodes | set(_written_codes())


def decoding_rooms() -> tuple[set[str], set[str]]:
    """Return the rooms that are decoded by the source, and those that are known here."""
    calls = (node for node in _calls() if isinstance(node.func, ast.Name))
    reports = (node for node in calls if node.func.id == "Report")  # type: ignore[attr-defined]
    found = {str(value) for node in reports for value in _text(node, 1)}
    return found, set(_DECODERS)


def _written_codes() -> Iterator[str]:
    """Yield codes that stand in the source as a whole."""
    for node in _nodes():
        match node:
            case ast.Constant(value=str(value)) if _CODE.fullmatch(value):
                if value.split("/")[0] not in _MEDIA_TYPES:
                    yield value


def _kinds_of(function: FunctionType, seen: set[int]) -> set[str]:
    """Return the kinds of complaint that a decoder, or one that it is made of, can make."""
    if id(function) in seen:
        return set()
    seen.add(id(function))
    found: set[str] = set()
    known = _kinds()
    for code in _nested(function.__code__):
        found |= known.intersection(one for one in code.co_consts if isinstance(one, str))
        for name in code.co_names:
            called = function.__globals__.get(name)
            if isinstance(called, FunctionType) and called.__module__.startswith("ssg."):
                found |= _kinds_of(called, seen)
    inside = inspect.getclosurevars(function).nonlocals
    if inside.get("check") is _NO_CHECK:
        found.discard("wrong-name")
    for value in inside.values():
        if isinstance(value, FunctionType):
            found |= _kinds_of(value, seen)
        elif isinstance(value, type) and dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                if "decode" in field.metadata:
                    found |= _kinds_of(field.metadata["decode"], seen)
    return found


@cache
def _kinds() -> frozenset[str]:
    return frozenset([*_first_texts("error", 1), *_first_texts("add", 2)])


def _nested(code: CodeType) -> Iterator[CodeType]:
    yield code
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _nested(one)


def _first_texts(method: str, position: int) -> Iterator[str]:
    """Yield the texts that calls of a method have as an argument."""
    for node in _calls():
        if isinstance(node.func, ast.Attribute) and node.func.attr == method:
            yield from _text(node, position)


def _text(call: ast.Call, position: int) -> Iterator[str]:
    for argument in call.args[position : position + 1]:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


def _calls() -> Iterator[ast.Call]:
    return (node for node in _nodes() if isinstance(node, ast.Call))


@cache
def _nodes() -> tuple[ast.AST, ...]:
    files = sorted((ROOT / "ssg").rglob("*.py"))
    return tuple(node for path in files for node in ast.walk(ast.parse(path.read_text("utf-8"))))
