"""docs/themes.md names every filter, function, and word that a theme needs."""

from __future__ import annotations

import re

from jinja2 import Environment

from ssg.model.theme import Theme
from ssg.templating.environment import make_environment
from ssg.text.urls import BaseUrl
from tests.docs.pages import ROOT, first_cells, page
from tests.docs.reference.themes import shortcode_names

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
