"""theme.yaml: what it may say and what that means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from ssg.config.pictures import PictureRules
from ssg.errors import Diagnostic, Location, SsgError, error
from ssg.model.theme import Argument, ArgumentType
from ssg.schema.decode import list_of, mapping_of, one_of, plain, text, words
from ssg.schema.record import key, record
from ssg.schema.report import Invalid, Report
from ssg.schema.tree import Node, Source, compose_keys
from ssg.text.suggest import did_you_mean

_TYPES: dict[str, type] = {
    "color": str,
    "string": str,
    "path": str,
    "boolean": bool,
    "integer": int,
    "choice": str,
}


def _argument(node: Node, report: Report) -> Argument:
    kinds = ("text", "file", "image", "embed")
    value = one_of(*kinds, *(f"{kind}?" for kind in kinds))(node, report)
    kind = cast(ArgumentType, value.removesuffix("?"))
    return Argument(kind, not value.endswith("?"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A setting that a site may change."""

    type: str = key(one_of(*_TYPES), "`color`, `string`, `path`, `boolean`, `integer` or `choice`.")
    choices: tuple[str, ...] = key(list_of(words), "The words of which a `choice` is one.", ())
    default: object = key(plain, "What it is when the site says nothing.")
    description: str = key(words, "What it does.")

    @property
    def wanted(self) -> str:
        """What a site may write, in words."""
        if self.type != "choice":
            return self.type
        *others, last = self.choices or ("",)
        return f"{', '.join(others)} or {last}" if others else last


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortcodeRules:
    """A shortcode of the theme; its template is `shortcodes/NAME.html`."""

    arguments: Mapping[str, Argument] = key(
        mapping_of(_argument),
        "Its arguments: `text`, `file`, `image` or `embed`, with `?` when optional.",
        {},
    )
    body: str = key(
        one_of("none", "optional", "required"), "Whether text may stand within it.", "none"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeConfig:
    """Everything theme.yaml says."""

    name: str = key(words, "The name of the theme; the same as that of its folder.")
    extends: str = key(text, "The theme it inherits from.", "")
    settings: Mapping[str, Setting] = key(
        mapping_of(record(Setting)), "What a site may set.", {}, record=Setting
    )
    shortcodes: Mapping[str, ShortcodeRules] = key(
        mapping_of(record(ShortcodeRules)), "Its shortcodes.", {}, record=ShortcodeRules
    )
    pictures: PictureRules | None = key(
        record(PictureRules),
        "Fonts and colours of share cards and icons; those of the theme it inherits from when "
        "absent.",
        None,
        record=PictureRules,
    )


def decode_theme(yaml_text: str, path: str) -> ThemeConfig:
    """Return what a theme.yaml says.

    Raises:
        SsgError: with everything that is wrong in it.

    """
    source = Source(path, yaml_text)
    node = compose_keys(yaml_text, source, "theme/invalid-yaml")
    report = Report(source, "theme", unknown="error")
    try:
        theme = record(ThemeConfig)(node, report)
    except Invalid:
        raise SsgError(report.diagnostics) from None
    for name, setting in theme.settings.items():
        if setting.type == "choice" and setting.default not in setting.choices:
            message = f'settings.{name}.default: "{setting.default}" is none of its choices'
            raise error("theme/unknown-value", message, Location(path), "add it to them")
    return theme


def choose_settings(
    declared: Mapping[str, Setting],
    chosen: Mapping[str, object],
    place: Callable[[str], Location],
) -> dict[str, object]:
    """Return the settings of a theme, those that the site chose over the defaults.

    Args:
        declared: what the theme has.
        chosen: what the site chose.
        place: tells where site.yaml says a key.

    Raises:
        SsgError: the site chose a setting that the theme doesn't have, or a value of another type.

    """
    found: list[Diagnostic] = []
    for name, value in chosen.items():
        message, hint = "", ""
        if name not in declared:
            message = f'the theme has no setting "{name}"'
            hint = did_you_mean(name, declared) or "it has " + ", ".join(sorted(declared))
        elif not _fits(value, setting := declared[name]):
            message = f'theme setting "{name}": expected {setting.wanted}, found "{value}"'
            hint = did_you_mean(str(value), setting.choices) or setting.description
        if message:
            where = place(f"theme.settings.{name}")
            found.append(Diagnostic("error", "site/theme-setting", message, where, hint))
    if found:
        raise SsgError(found)
    return {**{name: one.default for name, one in declared.items()}, **chosen}


def _fits(value: object, setting: Setting) -> bool:
    kind = setting.type
    if kind == "choice":
        return value in setting.choices
    if kind == "color":
        return isinstance(value, str) and bool(re.fullmatch(r"#[0-9a-fA-F]{3,8}|[a-z]+", value))
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, _TYPES[kind])
