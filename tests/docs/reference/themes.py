"""What the themes that come with ssg can be told, and what of them can be replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from jinja2 import Environment, nodes

from ssg.config.theme import Setting, ThemeConfig, decode_theme
from tests.docs.pages import ROOT
from tests.docs.reference.tables import table

THEMES = ROOT / "themes"
FOLDER = THEMES / "default"

_MACRO = re.compile(
    r"(?:\{#-?(?P<said>(?:(?!#\}).)*?)-?#\}\n)?\{% macro (?P<call>\w+\([^)]*\)) ", re.DOTALL
)
_COMMENT = re.compile(r"\{#-?(?P<said>.*?)-?#\}", re.DOTALL)
_TOKEN = re.compile(r"^ *--(?P<name>[\w-]+): (?P<value>[^;]+);(?: */\* (?P<said>.+?) \*/)?$", re.M)

_KINDS = {"text": "", "file": ": a file", "image": ": a picture", "embed": ": an address elsewhere"}


def setting_part() -> str:
    """Return the settings of the default theme."""
    rows = [
        (f"`{name}`", _value(one), f"`{one.default}`" if one.default else "", one.description)
        for name, one in _config().settings.items()
    ]
    return table(("setting", "value", "default", "meaning"), rows)


def shortcode_part() -> str:
    """Return the shortcodes of the default theme."""
    rows = []
    for name, rules in _config().shortcodes.items():
        arguments = (
            f"`{argument}`{'' if one.required else ' (optional)'}{_KINDS[one.type]}"
            for argument, one in rules.arguments.items()
        )
        rows.append((f"`{name}`", ", ".join(arguments), rules.body))
    return table(("shortcode", "arguments", "text within"), rows)


def block_part() -> str:
    """Return the blocks that a theme of one's own may replace, by template."""
    names = sorted({path.name for theme in _themes() for path in theme.glob("templates/*.*")})
    rows = [
        (f"`{name}`", *(", ".join(_blocks(theme / "templates" / name)) for theme in _themes()))
        for name in names
    ]
    return table(("template", *(f"blocks of {theme.name}" for theme in _themes())), rows)


def partial_part() -> str:
    """Return the partials of the themes, with what they say of themselves."""
    rows = []
    for theme, path in _partials():
        found = _COMMENT.match(path.read_text("utf-8"))
        rows.append((f"`{path.name}`", theme.name, _said(found)))
    return table(("partial", "theme", "what it makes"), rows)


def macro_part() -> str:
    """Return the macros of partials, with what the comment over each says."""
    rows = [
        (f"`{found['call']}`", theme.name, f"`{path.name}`", _said(found))
        for theme, path in _partials()
        for found in _MACRO.finditer(path.read_text("utf-8"))
    ]
    return table(("macro", "theme", "partial", "what it makes"), rows)


def token_part() -> str:
    """Return the custom properties of the style sheets, with what the comment of each says."""
    rows = [
        (f"`--{name}`", theme.name, f"`{value}`", said)
        for theme in _themes()
        for name, value, said in tokens(theme)
    ]
    return table(("token", "theme", "value", "meaning"), rows)


def tokens(theme: Path) -> list[tuple[str, str, str]]:
    """Return the tokens of a theme: of each its name, value, and what it is for."""
    css = (theme / "static" / "style.css").read_text("utf-8")
    first = css.index(":root {")
    block = css[first : css.index("\n}", first)]
    return [(one["name"], one["value"], one["said"] or "") for one in _TOKEN.finditer(block)]


def word_part() -> str:
    """Return the words of the default theme by key."""
    keys = _words(FOLDER)
    plain = _words(THEMES / "plain")
    rows = [
        (f"`{key}`", said, "default, plain" if key in plain else "default")
        for key, said in keys.items()
    ]
    more = [(f"`{key}`", said, "plain") for key, said in plain.items() if key not in keys]
    return table(("key", "English", "themes"), [*rows, *more])


def shortcode_names() -> list[str]:
    """Return the shortcodes of the default theme."""
    return list(_config().shortcodes)


def _themes() -> list[Path]:
    return sorted(path.parent for path in THEMES.glob("*/theme.yaml"))


def _partials() -> Iterator[tuple[Path, Path]]:
    for theme in _themes():
        for path in sorted((theme / "templates" / "partials").glob("*.html")):
            yield theme, path


def _said(found: re.Match[str] | None) -> str:
    return " ".join((found["said"] or "").split()) if found else ""


def _words(theme: Path) -> dict[str, str]:
    text = (theme / "translations" / "en.yaml").read_text("utf-8")
    words: dict[str, str] = yaml.load(text, Loader=yaml.BaseLoader)
    return words


def _value(setting: Setting) -> str:
    words = [f"`{one}`" for one in setting.choices]
    return f"{', '.join(words[:-1])} or {words[-1]}" if words else setting.type


def _config() -> ThemeConfig:
    return decode_theme((FOLDER / "theme.yaml").read_text("utf-8"), "theme.yaml")


def _blocks(path: Path) -> list[str]:
    if not path.is_file():
        return ["no such template"]
    tree = Environment().parse(path.read_text("utf-8"))
    return [f"`{block.name}`" for block in tree.find_all(nodes.Block)]
