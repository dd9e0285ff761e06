"""Templates are checked before anything is rendered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ssg.model.theme import Shortcode
from ssg.templating.check import check_templates
from tests.unit.templating.making import theme_of


def _messages(text: str, **templates: str) -> list[str]:
    return [one.message for one in check_templates(theme_of(page=text, **templates), []).problems]


def test_good_templates_pass() -> None:
    text = "{% extends 'base.html' %}{% block a %}{% include 'part.html' %}{% endblock %}"
    assert _messages(text, base="{% block a %}{% endblock %}", part="") == []


def test_template_that_every_theme_needs_must_be_there() -> None:
    (found,) = check_templates(theme_of(page=""), ["page.html", "front.html"]).problems
    assert found.message == 'the theme "plain" has no template "front.html"'
    assert str(found.location) == "themes/plain"


@pytest.mark.parametrize(
    "text",
    [
        "{% include 'prat.html' %}",
        "{% extends 'prat.html' %}",
        "{% import 'prat.html' as x %}",
        "{% from 'prat.html' import x %}",
    ],
)
def test_reference_must_lead_somewhere(text: str) -> None:
    (found,) = check_templates(theme_of(page=f"a\n{text}", part=""), []).problems
    assert found.message == 'the theme "plain" has no template "prat.html"'
    assert str(found.location) == "themes/plain/templates/page.html:2"
    assert found.hint == 'did you mean "part.html"?'


@pytest.mark.parametrize(
    "text", ["{% include name %}", "{% extends 'a' ~ name %}", "{% include ['a', 'b'] %}"]
)
def test_name_of_a_template_is_written_out(text: str) -> None:
    assert _messages(text) == ["the name of a template must be written out"]


def test_wrong_syntax_is_told_with_its_line() -> None:
    (found,) = check_templates(theme_of(page="a\n{% if a %}\n{% endfor %}"), []).problems
    assert found.message.startswith("encountered unknown tag 'endfor'")
    assert str(found.location) == "themes/plain/templates/page.html:3"
    assert found.location
    assert found.location.excerpt == "{% endfor %}"


def test_every_wrong_template_is_told() -> None:
    assert len(_messages("{% if %}", part="{% include 'x.html' %}{% include 'y.html' %}")) == 3


def test_macro_that_is_imported_must_be_there() -> None:
    text = "\n{% from 'part.html' import day, sizes as s, size %}"
    part = "{% macro day(x) %}{% endmacro %}{% set size = 1 %}"
    (found,) = check_templates(theme_of(page=text, part=part), []).problems
    assert (found.severity, found.code) == ("error", "template/no-macro")
    assert found.message == '"part.html" has no macro "sizes"'
    assert found.hint == 'did you mean "size"?'
    assert str(found.location) == "themes/plain/templates/page.html:2"


def test_shortcode_must_have_a_template() -> None:
    theme = replace(theme_of(page=""), shortcodes={"box": Shortcode({}, "none")})
    (found,) = check_templates(theme, []).problems
    assert found.message == 'the theme "plain" has no template "shortcodes/box.html"'
