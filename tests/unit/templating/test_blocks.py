"""What a template that extends another would show nowhere is told."""

from __future__ import annotations

import pytest

from ssg.errors import Diagnostic
from ssg.model.theme import Template, Theme
from ssg.templating.check import check_templates
from tests.unit.templating.making import theme_of

_BASE = "<main>{% block content %}{% block body %}{% endblock %}{% endblock %}</main>"
_EXTENDS = "{% extends 'base.html' %}\n"


def _found(text: str, **templates: str) -> list[Diagnostic]:
    theme = theme_of(page=_EXTENDS + text, base=_BASE, **templates)
    return check_templates(theme, []).problems


@pytest.mark.parametrize(
    "text",
    [
        "{% block body %}{% endblock %}",
        "{% block content %}{% block mine %}{% endblock %}{% endblock %}",
        "{% set a = 1 %}{% macro m() %}words{% endmacro %}{% set b %}words{% endset %}",
        "{# a comment #}\n\n",
    ],
)
def test_what_is_shown_is_no_mistake(text: str) -> None:
    assert _found(text) == []


def test_block_that_nothing_shows_is_told() -> None:
    (found,) = _found("{% block body %}{% endblock %}\n{% block contnet %}{% endblock %}")
    assert found.severity == "warning"
    assert found.code == "template/unknown-block"
    assert found.message == '"base.html" has no block "contnet", so this one is shown nowhere'
    assert str(found.location) == "themes/plain/templates/page.html:3"
    assert found.hint == 'did you mean "content"?'


def test_block_that_is_like_no_other_is_told_with_those_that_are_there() -> None:
    (found,) = _found("{% block zzz %}{% endblock %}")
    assert found.hint == "it has body, content"


def test_block_of_any_ancestor_will_do() -> None:
    middle = (
        "{% extends 'base.html' %}{% block content %}{% block new %}{% endblock %}{% endblock %}"
    )
    theme = theme_of(
        page="{% extends 'middle.html' %}"
        "{% block new %}{% endblock %}{% block body %}{% endblock %}",
        middle=middle,
        base=_BASE,
    )
    assert check_templates(theme, []).problems == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n\n<p>words</p>", 4),
        ("{{ page.title }}", 2),
        ("{% include 'part.html' %}", 2),
        ("{% if page %}\n<p>words</p>{% endif %}", 3),
        ("{% for one in page %}{{ one }}{% endfor %}", 2),
    ],
)
def test_words_outside_of_blocks_are_told_with_their_line(text: str, line: int) -> None:
    (found,) = _found(text, part="")
    assert found.code == "template/outside-blocks"
    assert found.severity == "warning"
    assert str(found.location) == f"themes/plain/templates/page.html:{line}"


def test_words_of_a_template_that_extends_nothing_are_no_mistake() -> None:
    assert check_templates(theme_of(page="words"), []).problems == []


def test_template_that_extends_itself_is_told_of_the_inherited_one() -> None:
    own = Template("themes/mine/templates/page.html", "{% extends 'page.html' %}")
    inherited = Template("themes/default/templates/page.html", "words")
    templates = {"page.html": own, "mine/page.html": own, "default/page.html": inherited}
    (found,) = check_templates(Theme("mine", templates, {}, {}, {}, {}), []).problems
    assert (found.severity, found.code) == ("error", "template/endless")
    assert found.hint == 'write "default/page.html", the inherited one'


def test_templates_that_extend_each_other_are_told() -> None:
    theme = theme_of(a="{% extends 'b.html' %}", b="{% extends 'a.html' %}")
    found = check_templates(theme, []).problems
    assert {one.message for one in found} == {"templates extend each other without end"}
