"""The colours of every preset can be told apart, in light and dark (WCAG 2.2, AA)."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from ssg.config.theme import decode_theme

_THEME = Path(__file__).parents[3] / "themes" / "default"
_STATIC = _THEME / "static"
_TEXT, _LARGE = 4.5, 3.0
_PRESETS = decode_theme((_THEME / "theme.yaml").read_text("utf-8"), "").settings["preset"].choices
_DECLARED = re.compile(r"--(?P<name>[\w-]+):\s*(?:var\(--[\w-]+,\s*)?(?P<colour>#[0-9a-f]{3,6})\b")


def _root_rules(css: str) -> tuple[str, str]:
    """Return what style sheets say of :root in light, and in dark."""
    dark = "".join(re.findall(r"prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}", css, re.DOTALL))
    light = "".join(re.findall(r"^:root \{(.*?)^\}", css, re.DOTALL | re.MULTILINE))
    return light, dark


def _tokens(preset: str, scheme: str) -> dict[str, str]:
    """Return the colours of a preset; what it leaves out is that of style.css."""
    sheets = ["style.css", *([f"presets/{preset}.css"] if preset != "broadsheet" else [])]
    found: dict[str, str] = {}
    for sheet in sheets:
        light, dark = _root_rules((_STATIC / sheet).read_text("utf-8"))
        for rules in (light, dark) if scheme == "dark" else (light,):
            found |= {one["name"]: one["colour"] for one in _DECLARED.finditer(rules)}
    return found


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted(map(_luminance, (one, other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_the_guidelines_do() -> None:
    assert round(_contrast("#000", "#ffffff"), 2) == 21
    assert round(_contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("preset", _PRESETS)
def test_every_text_can_be_read(preset: str, scheme: str) -> None:
    colours = _tokens(preset, scheme)
    grounds = {"paper": ("ink", "ink-2", "ink-3", "accent"), "paper-deep": ("ink", "ink-2")}
    pairs = [pair for ground, inks in grounds.items() for pair in product([ground], inks)]
    pairs += [("mark", "ink"), ("banner", "banner-ink")]
    low = {
        pair: round(ratio, 2)
        for pair in pairs
        if (ratio := _contrast(*(colours[name] for name in pair))) < _TEXT
    }
    assert not low


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("preset", _PRESETS)
def test_strong_rules_can_be_seen(preset: str, scheme: str) -> None:
    colours = _tokens(preset, scheme)
    rule = colours.get("rule-strong", colours["ink"])
    assert _contrast(rule, colours["paper"]) >= _LARGE


@pytest.mark.parametrize("preset", _PRESETS)
def test_browser_is_told_the_paper_of_the_preset(preset: str) -> None:
    base = (_THEME / "templates" / "base.html").read_text("utf-8")
    told = re.search(rf'"{preset}": \{{"light": "(#\w+)", "dark": "(#\w+)"', base)
    assert told
    papers = (_tokens(preset, scheme)["paper"] for scheme in ("light", "dark"))
    assert [one if len(one) == 7 else f"#{one[1:] * 2}" for one in papers] == list(told.groups())
