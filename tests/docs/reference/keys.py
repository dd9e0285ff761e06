"""The keys of site.yaml, front matter and theme.yaml."""

from __future__ import annotations

import dataclasses
import inspect
from types import FunctionType
from typing import Any
from zoneinfo import ZoneInfo

from ssg.config.comments import PROVIDER_RULES
from ssg.config.inbox import InboxFeed
from ssg.config.newsletter import PROVIDERS, NewsletterWords
from ssg.config.site import SiteConfig
from ssg.config.theme import ThemeConfig
from ssg.model.comments import Comment
from ssg.model.front_matter import FrontMatter, TermFrontMatter
from ssg.schema.record import keys_of
from tests.docs.reference.tables import table

ROOTS: tuple[type, ...] = (
    *(SiteConfig, FrontMatter, TermFrontMatter, ThemeConfig, InboxFeed, Comment),
    *(NewsletterWords, *PROVIDERS.values()),
    *PROVIDER_RULES,
)
"""What each kind of file, an item of _inbox.yaml, a comment, the newsletter of each provider and
the comments of each become."""

_SCALARS = {
    "text": "text",
    "words": "text",
    "boolean": "`true` or `false`",
    "moment": "date",
    "web_url": "web address",
    "_base_url": "web address",
    "site_path": "path",
    "time_zone": "time zone",
    "language": "language tag",
    "_color": "color",
    "_pattern": "pattern",
    "focus": "point",
    "plain": "anything",
    "_argument": "`text`, `file`, `image` or `embed`, with or without `?`",
    "_matching": "text",
    "_mailchimp_url": "web address",
    "newsletter": "keys",
    "_counter": "web address",
    "_repository": "`owner/name`",
    "comment_id": "id",
    "comment_rules": "keys",
    "comment_text": "Markdown",
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
    """Return the table of the keys of a record, without those that it shares with others."""
    shared = {one.name for base in record.__bases__ for one in _fields(base)}
    fields = (field for field in _fields(record) if "decode" in field.metadata)
    rows = [
        (
            f"`{key.name}`",
            describe(field.metadata["decode"]),
            "**required**" if key.required else _default(field),
            key.doc,
        )
        for key, field in zip(keys_of(record), fields, strict=True)
        if field.name not in shared
    ]
    return table(("key", "value", "default", "meaning"), rows)


def describe(decode: FunctionType) -> str:
    """Return what a decoder takes, in words; those made of others say so in their closures."""
    name = decode.__qualname__.split(".")[0]
    inside = inspect.getclosurevars(decode).nonlocals
    match name:
        case "one_of":
            choices = [f"`{choice}`" for choice in inside["choices"]]
            return _or(choices) if len(choices) > 1 else choices[0]
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


def _fields(record: type) -> tuple[dataclasses.Field[Any], ...]:
    return dataclasses.fields(record) if dataclasses.is_dataclass(record) else ()


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
