"""What the default theme can be told, and what of it can be replaced."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, nodes

from ssg.config.theme import Setting, ThemeConfig, decode_theme
from tests.docs.pages import ROOT
from tests.docs.reference.tables import table

FOLDER = ROOT / "themes" / "default"


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
            f"`{argument}`{'' if one.required else ' (optional)'}"
            f"{': a file' if one.type == 'file' else ''}"
            for argument, one in rules.arguments.items()
        )
        rows.append((f"`{name}`", ", ".join(arguments), rules.body))
    return table(("shortcode", "arguments", "text within"), rows)


def block_part() -> str:
    """Return the blocks that a theme of one's own may replace, by template."""
    folder = FOLDER / "templates"
    rows = []
    for path in sorted(folder.glob("*.*")):
        blocks = (f"`{name}`" for name in _blocks(path))
        rows.append((f"`{path.relative_to(folder).as_posix()}`", ", ".join(blocks)))
    return table(("template", "blocks"), rows)


def shortcode_names() -> list[str]:
    """Return the shortcodes of the default theme."""
    return list(_config().shortcodes)


def _value(setting: Setting) -> str:
    words = [f"`{one}`" for one in setting.choices]
    return f"{', '.join(words[:-1])} or {words[-1]}" if words else setting.type


def _config() -> ThemeConfig:
    return decode_theme((FOLDER / "theme.yaml").read_text("utf-8"), "theme.yaml")


def _blocks(path: Path) -> list[str]:
    tree = Environment().parse(path.read_text("utf-8"))
    return [block.name for block in tree.find_all(nodes.Block)]
