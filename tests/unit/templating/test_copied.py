"""A copy of an inherited template is compared with what that says by now."""

from __future__ import annotations

import pytest

from ssg.model.theme import Template, Theme
from ssg.templating.check import check_templates
from ssg.templating.copied import note_over
from tests.unit.templating.making import rendered

_WAS = "<p>words</p>\n"


def _theme(copy: str, original: str) -> Theme:
    own = Template("themes/mine/templates/page.html", copy)
    inherited = Template("themes/default/templates/page.html", original)
    templates = {"page.html": own, "mine/page.html": own, "default/page.html": inherited}
    return Theme("mine", templates, {}, {}, {}, {})


def test_copy_of_what_is_there_is_well() -> None:
    copy = note_over("default/page.html", _WAS, "1.2") + "<p>mine</p>\n"
    assert check_templates(_theme(copy, _WAS), []).problems == []


def test_copy_of_what_has_changed_is_told_until_the_note_names_the_new_digest() -> None:
    copy = note_over("default/page.html", _WAS, "1.2") + "<p>mine</p>\n"
    now = "<p>other words</p>\n"
    (found,) = check_templates(_theme(copy, now), []).problems
    assert (found.severity, found.code) == ("warning", "template/outdated")
    assert found.message == "default/page.html has changed since it was copied from ssg 1.2"
    assert found.location
    line, column = found.location.excerpt, found.location.column - 1
    digest = found.hint.split('"')[1]
    mended = copy.replace(line[column : column + found.location.length], digest)
    assert check_templates(_theme(mended, now), []).problems == []


def test_copy_without_a_note_is_compared_with_nothing() -> None:
    assert check_templates(_theme("<p>mine</p>", "<p>other</p>"), []).problems == []


def test_note_leaves_nothing_on_the_page() -> None:
    assert rendered(note_over("default/page.html", _WAS, "1.2") + _WAS) == _WAS.strip()


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("default/style.css", "/* From default/style.css of ssg 1.2, "),
        ("default/site.js", "/* From "),
        ("default/translations/en.yaml", "# From "),
        ("default/digest.txt", "{# From "),
    ],
)
def test_note_is_a_comment_of_its_kind_of_file(name: str, begins: str) -> None:
    assert note_over(name, _WAS, "1.2").startswith(begins)


def test_file_that_knows_no_comments_gets_no_note() -> None:
    assert note_over("default/fonts/newsreader.woff2", "", "1.2") == ""
