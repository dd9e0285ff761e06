"""The keys of site.yaml, front matter and theme.yaml."""

from __future__ import annotations

import dataclasses
import inspect
from types import FunctionType
from typing import Any
from zoneinfo import ZoneInfo

from ssg.config.inbox import InboxFeed
from ssg.config.site import SiteConfig
from ssg.config.theme import ThemeConfig
from ssg.model.front_matter import FrontMatter, TermFrontMatter
from ssg.schema.record import keys_of
from tests.docs.reference.tables import table

ROOTS = (SiteConfig, FrontMatter, TermFrontMatter, ThemeConfig, InboxFeed)
"""What each kind of file, and an item of _inbox.yaml, is decoded into."""

_SCALARS = {
    "text": "text",
    "words": "text",
    "boolean": "`true` or `false`",
    "moment": "date",
    "web_url": "web address",
    "_base_url": "web address",
    "site_path": "path",
    "time_zone": "time zone",
    "_language": "language tag",
    "_pattern": "pattern",
    "focus": "point",
    "plain": "anything",
    "_argument": "`text`, `file` or `image`, with or without `?`",
}
"""What decoders take, by their names."""


def records() -> dict[str, type]:
    """Return every record by the name of its class, nested ones too."""
    found: dict[str, type] = {}
    waiting: list[type] = list(ROOTS)
    while waiting:
        record = waiting.pop(0)
        if record.__name__ not in found:
            found[record.__name__] = record
            waiting.extend(key.record for key in keys_of(record) if key.record)
    return found


def key_table(record: type) -> str:
    """Return the table of the keys of a record."""
    fields = (field for field in dataclasses.fields(record) if "decode" in field.metadata)
    rows = [
        (
            f"`{key.name}`",
            describe(field.metadata["decode"]),
            "**required**" if key.required else _default(field),
            key.doc,
        )
        for key, field in zip(keys_of(record), fields, strict=True)
    ]
    return table(("key", "value", "default", "meaning"), rows)


def describe(decode: FunctionType) -> str:
    """Return what a decoder takes, in words; those made of others say so in their closures."""
    name = decode.__qualname__.split(".")[0]
    inside = inspect.getclosurevars(decode).nonlocals
    match name:
        case "one_of":
            return _or([f"`{choice}`" for choice in inside["choices"]])
        case "integer" | "number":
            return f"{inside['least']} to {inside['most']}"
        case "list_of":
            return f"list of {_plural(describe(inside['decode']))}"
        case "mapping_of":
            return f"{describe(inside['decode'])} by name"
        case "optional":
            return describe(inside["decode"])
        case "record":
            shorthand = inside["shorthand"]
            return f"keys, or `{shorthand}` alone" if shorthand else "keys"
    return _SCALARS[name]


def _default(field: dataclasses.Field[Any]) -> str:
    value = field.default
    if value is dataclasses.MISSING or dataclasses.is_dataclass(value) or value in ("", None, ()):
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return f"`[{', '.join(map(str, value))}]`"
    return f"`{value.key if isinstance(value, ZoneInfo) else value}`"


def _plural(noun: str) -> str:
    if noun == "keys":
        return "entries with keys"
    return noun if noun.startswith("`") else f"{noun}s"


def _or(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
