"""What goes wrong in a template is told with its line."""

from __future__ import annotations

import pytest

from ssg.templating.environment import Templates
from ssg.text.slug import slugify
from ssg.text.urls import BaseUrl
from tests.unit.templating.making import failure, theme_of


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("{{ titel }}", '"titel" is undefined', 1),
        ("a\n\n{{ page.titel }}", 'has no attribute "titel"', 3),
        ("{{ page.titel.upper() }}", 'has no attribute "titel"', 1),
        ("{% if titel %}{% endif %}", '"titel" is undefined', 1),
        ("a\n{{ 1 / 0 }}", "ZeroDivisionError: division by zero", 2),
        ("{{ 'a' + 1 }}", "TypeError: ", 1),
        ("a\n{{ page.title | datum }}", "no filter named 'datum'", 2),
        ("a\n{% if %}", "expected an expression, got 'end of statement block'", 2),
        ("{% include 'page.html' %}", "templates include each other without end", 1),
    ],
)
def test_failure_is_told_with_its_line(text: str, message: str, line: int) -> None:
    told = failure(text)
    assert message in told.split("\n")[0]
    assert told.split("\n")[1] == f"  themes/plain/templates/page.html:{line}"


def test_failure_in_an_include_is_told_there() -> None:
    told = failure("a\n{% include 'part.html' %}", part="b\nc\n{{ nothing }}")
    assert "themes/plain/templates/part.html:3\n  3 | {{ nothing }}" in told


def test_template_that_is_missing_is_told() -> None:
    told = failure("", name="paeg.html")
    assert told.split("\n")[0].endswith('the theme "plain" has no template "paeg.html"')
    assert 'did you mean "page.html"?' in told


def test_include_without_end_over_several_templates_is_told() -> None:
    told = failure("{% include 'part.html' %}", part="{% include 'page.html' %}")
    assert "templates include each other without end" in told


def test_bug_of_the_generator_keeps_its_own_form() -> None:
    templates = Templates(theme_of(page="{{ f(7) }}"), "en", BaseUrl("https://example.org/"))
    with pytest.raises(TypeError):
        templates.render("page.html", {"f": slugify}, "a test")
