"""What theme.yaml may say, and what a site may set."""

from __future__ import annotations

import pytest

from ssg.config.theme import Setting, choose_settings, decode_theme
from ssg.errors import Location, SsgError
from ssg.model.theme import Argument

_THEME = """
name: plain
extends: default
settings:
  accent: {type: color, default: "#a3241c", description: The one colour.}
  wide: {type: boolean, default: false, description: Use the whole width.}
  columns: {type: integer, default: 2, description: How many columns.}
  preset: {type: choice, choices: [calm, cool], default: calm, description: How it looks.}
shortcodes:
  figure:
    arguments: {src: file, alt: text, caption: text?, poster: file?}
  note: {arguments: {title: text?}, body: required}
"""


def _place(key: str) -> Location:
    return Location("site.yaml", 1, 1, key)


def _settings() -> dict[str, Setting]:
    return dict(decode_theme(_THEME, "theme.yaml").settings)


def test_theme_says_its_name_parent_settings_and_shortcodes() -> None:
    theme = decode_theme(_THEME, "theme.yaml")
    assert (theme.name, theme.extends) == ("plain", "default")
    assert theme.settings["columns"].default == 2
    figure = theme.shortcodes["figure"]
    assert figure.body == "none"
    assert figure.arguments == {
        "src": Argument("file", required=True),
        "alt": Argument("text", required=True),
        "caption": Argument("text", required=False),
        "poster": Argument("file", required=False),
    }


@pytest.mark.parametrize("text", ["", "# nothing but this\n", "{}"])
def test_empty_theme_lacks_its_name(text: str) -> None:
    with pytest.raises(SsgError, match='the key "name" is missing'):
        decode_theme(text, "theme.yaml")


def test_argument_of_an_unknown_type_is_refused() -> None:
    with pytest.raises(SsgError, match=r'shortcodes\.a\.arguments\.b: unknown value "number"'):
        decode_theme("name: x\nshortcodes: {a: {arguments: {b: number}}}\n", "theme.yaml")


def test_settings_of_the_site_come_over_those_of_the_theme() -> None:
    chosen = choose_settings(_settings(), {"wide": True, "accent": "#fff"}, _place)
    assert chosen == {"accent": "#fff", "wide": True, "columns": 2, "preset": "calm"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("accent", 7), ("accent", "not a colour!"), ("wide", "yes"), ("wide", 1)),
        *(("columns", "two"), ("columns", True), ("columns", 1.5)),
        *(("preset", "warm"), ("preset", ["calm"]), ("preset", 1)),
    ],
)
def test_setting_of_another_type_is_refused(name: str, value: object) -> None:
    with pytest.raises(SsgError) as caught:
        choose_settings(_settings(), {name: value}, _place)
    (found,) = caught.value.diagnostics
    assert found.message.startswith(f'theme setting "{name}": expected ')
    assert found.location == _place(f"theme.settings.{name}")


def test_choice_names_what_may_be_chosen() -> None:
    with pytest.raises(SsgError) as caught:
        choose_settings(_settings(), {"preset": "coool"}, _place)
    (found,) = caught.value.diagnostics
    assert found.message == 'theme setting "preset": expected calm or cool, found "coool"'
    assert found.hint == 'did you mean "cool"?'


def test_default_of_a_choice_is_one_of_its_choices() -> None:
    setting = "{type: choice, choices: [calm], default: cool, description: How it looks.}"
    with pytest.raises(SsgError, match='default: "cool" is none of its choices'):
        decode_theme(f"name: x\nsettings: {{preset: {setting}}}\n", "theme.yaml")


def test_setting_that_the_theme_lacks_is_refused() -> None:
    with pytest.raises(SsgError) as caught:
        choose_settings(_settings(), {"acent": "red", "mood": "sombre"}, _place)
    assert [one.hint for one in caught.value.diagnostics] == [
        'did you mean "accent"?',
        "it has accent, columns, preset, wide",
    ]
