"""docs/themes.md names every filter, function, template and word that a theme needs."""

from __future__ import annotations

import re

from jinja2 import Environment

from ssg.model.theme import Theme
from ssg.render.templates import OPTIONAL_TEMPLATES, REQUIRED_TEMPLATES
from ssg.templating.environment import make_environment
from ssg.text.urls import BaseUrl
from tests.docs.pages import ROOT, first_cells, page
from tests.docs.reference.themes import THEMES, macro_part, shortcode_names, tokens

_THEMES = page("docs/themes.md").text


def _environment() -> Environment:
    theme = Theme("mine", {}, {}, {}, {}, {})
    return make_environment(theme, "en", BaseUrl("https://example.org/"), None)


def test_every_filter_has_a_row() -> None:
    added = set(_environment().filters) - set(Environment().filters)
    assert added
    assert added <= {cell.strip("`") for cell in first_cells(_THEMES)}


def test_every_function_has_a_row() -> None:
    added = set(_environment().globals) - set(Environment().globals)
    rows = {re.split(r"\W", cell.strip("`"))[0] for cell in first_cells(_THEMES)}
    assert added
    assert added <= rows


def test_every_style_of_dates_is_named() -> None:
    source = (ROOT / "ssg/templating/filters.py").read_text("utf-8")
    styles = re.findall(r'"([\w-]+)":', source.split("class Dated")[0])
    assert styles
    assert all(f'`"{style}"`' in _THEMES or f'"{style}"' in _THEMES for style in styles)


def test_every_word_that_all_themes_need_is_named() -> None:
    files = (ROOT / "ssg" / "render").rglob("*.py")
    needed = {
        key for file in files for key in re.findall(r'words\("([^"]+)"\)', file.read_text("utf-8"))
    }
    assert needed
    assert all(f"`{key}`" in _THEMES for key in needed), needed


def test_every_shortcode_has_an_example() -> None:
    examples = [block.text for block in page("docs/writing.md").blocks()]
    for name in shortcode_names():
        assert any(f"{{% {name} " in text for text in examples), name


def test_every_template_that_a_theme_needs_has_a_row() -> None:
    section = _THEMES.split("### Templates that a theme needs")[1].split("\n## ")[0]
    assert list(first_cells(section)) == [
        f"`{name}`" for name in (*REQUIRED_TEMPLATES, *OPTIONAL_TEMPLATES)
    ]


def test_every_token_says_what_it_is_for() -> None:
    for theme in ("default", "plain"):
        found = tokens(THEMES / theme)
        css = (THEMES / theme / "static" / "style.css").read_text("utf-8")
        roots = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
        assert {name for name, _, _ in found} == set(re.findall(r"--([\w-]+):", " ".join(roots)))
        assert [name for name, _, said in found if not said] == []


def test_every_macro_of_a_partial_is_listed() -> None:
    listed = macro_part()
    for path in THEMES.glob("*/templates/partials/*.html"):
        for call in re.findall(r"{% macro (\w+\([^)]*\))", path.read_text("utf-8")):
            assert f"| `{call}` | {path.parts[-4]} | `{path.name}` |" in listed
