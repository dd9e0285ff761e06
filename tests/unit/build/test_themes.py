"""A theme inherits what it does not say itself."""

from __future__ import annotations

from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_TEXT = """
-- site.yaml --
title: Test
base_url: https://example.org/
theme:
  name: night
  settings: {accent: "#123456"}
-- content/posts/2025-12-22-talks.md --
---
title: Talks
---
{% note title="Method" %}
Words.
{% endnote %}

{% box %}
-- themes/night/theme.yaml --
name: night
extends: default
settings:
  moon: {type: string, default: full, description: Its phase.}
shortcodes:
  box: {}
-- themes/night/templates/shortcodes/box.html --
<p class="box">{{ theme.moon }} {{ theme.accent }}</p>
"""


def _site(make_site: MakeSite, files: str = "", name: str = "site") -> SiteUnderTest:
    site = make_site(_TEXT + files, name)
    site.build()
    return site


def test_theme_that_says_little_inherits_the_rest(make_site: MakeSite) -> None:
    site = _site(make_site)
    html = site.rendered("/2025/12/talks/")
    assert '<p class="box">full #123456</p>' in html
    assert "Method" in html
    assert (site.output / "theme" / "style.css").is_file()


def test_template_replaces_that_of_the_parent(make_site: MakeSite) -> None:
    files = "-- themes/night/templates/404.html --\n<!doctype html><title>Dark</title>\n"
    assert _site(make_site, files).rendered("/404.html") == "<!doctype html><title>Dark</title>\n"


def test_partial_replaces_that_of_the_parent_in_inherited_templates(make_site: MakeSite) -> None:
    files = "-- themes/night/templates/partials/footer.html --\n<footer>Night</footer>\n"
    assert "<footer>Night</footer>" in _site(make_site, files).rendered("/2025/12/talks/")


def test_block_replaces_that_of_the_parent_and_the_rest_stays(make_site: MakeSite) -> None:
    base = _site(make_site, name="base").rendered("/404.html")
    files = (
        '-- themes/night/templates/404.html --\n{% extends "default/404.html" %}\n'
        "{% block title %}Dark{% endblock %}\n"
    )
    html = _site(make_site, files).rendered("/404.html")
    assert "<title>Dark</title>" in html
    assert "<title>Dark</title>" not in base
    assert "</footer>" in html


def test_static_file_replaces_that_of_the_parent(make_site: MakeSite) -> None:
    files = "-- themes/night/static/style.css --\nbody{}\n-- themes/night/static/more.css --\np{}\n"
    site = _site(make_site, files)
    assert site.rendered("/theme/style.css") == "body{}\n"
    assert site.rendered("/theme/more.css") == "p{}\n"
    assert (site.output / "theme" / "favicon.svg").is_file()


def test_link_to_a_static_file_changes_with_it(make_site: MakeSite) -> None:
    files = "-- themes/night/static/style.css --\nbody{}\n"
    site = _site(make_site, files)
    before = site.rendered("/404.html")
    site.edit("themes/night/static/style.css", "body{}", "body{color:red}")
    site.build()
    assert site.rendered("/404.html") != before


def test_words_replace_those_of_the_parent(make_site: MakeSite) -> None:
    files = "-- themes/night/translations/en.yaml --\ntitle.not_found: Lost in the night\n"
    assert "Lost in the night" in _site(make_site, files).rendered("/404.html")


def test_words_of_a_language_fall_back_to_english(make_site: MakeSite) -> None:
    site = make_site(_TEXT + "-- themes/night/translations/xx.yaml --\ntitle.not_found: Xxx\n")
    site.edit("site.yaml", "title: Test\n", "title: Test\nlanguage: xx-YY\n")
    site.build()
    assert "Xxx" in site.rendered("/404.html")
    assert 'lang="xx-YY"' in site.rendered("/404.html")


def test_setting_of_the_theme_replaces_that_of_the_parent(make_site: MakeSite) -> None:
    site = make_site(_TEXT)
    site.edit(
        "themes/night/theme.yaml",
        "  moon:",
        "  accent: {type: color, default: red, description: D.}\n  moon:",
    )
    site.edit("site.yaml", '{accent: "#123456"}', "{moon: new}")
    site.build()
    assert '<p class="box">new red</p>' in site.rendered("/2025/12/talks/")


def test_grandchild_inherits_from_both(make_site: MakeSite) -> None:
    files = (
        "-- themes/moonless/theme.yaml --\nname: moonless\nextends: night\n"
        '-- themes/moonless/templates/404.html --\n{% extends "night/404.html" %}\n'
        "{% block title %}{{ super() }} (moonless){% endblock %}\n"
        '-- themes/night/templates/404.html --\n{% extends "default/404.html" %}\n'
        "{% block title %}Night{% endblock %}\n"
    )
    site = make_site(_TEXT + files)
    site.edit("site.yaml", "name: night", "name: moonless")
    site.build()
    assert "<title>Night (moonless)</title>" in site.rendered("/404.html")
    assert '<p class="box">full' in site.rendered("/2025/12/talks/")


def test_article_may_choose_its_template(make_site: MakeSite) -> None:
    site = make_site(
        _TEXT + "-- themes/night/templates/longread.html --\n<h1>{{ page.title }}: long</h1>\n"
    )
    site.edit(
        "content/posts/2025-12-22-talks.md", "title: Talks", "title: Talks\ntemplate: longread"
    )
    site.build()
    assert site.rendered("/2025/12/talks/") == "<h1>Talks: long</h1>\n"


def test_theme_of_the_site_comes_before_one_of_the_same_name(make_site: MakeSite) -> None:
    site = make_site(_TEXT)
    site.edit("site.yaml", 'name: night\n  settings: {accent: "#123456"}', "name: default")
    site.write({"themes/default/theme.yaml": "name: default\n"})
    assert "has no template" in site.complaints()


def test_setting_that_is_not_there_is_told_as_one_of_the_theme(make_site: MakeSite) -> None:
    files = "-- themes/night/templates/404.html --\n{{ theme.mooon }}\n"
    assert '"theme" has no attribute "mooon"' in make_site(_TEXT + files).complaints()


def test_folder_with_a_slip_in_its_name_is_told(make_site: MakeSite) -> None:
    files = "-- themes/night/template/404.html --\nlost\n-- themes/night/notes/a.txt --\na\n"
    complaints = make_site(_TEXT + files).complaints()
    assert 'error[theme/unknown-folder]: a theme has no folder "template"' in complaints
    assert 'did you mean "templates"?' in complaints
    assert "notes" not in complaints


def test_folder_without_theme_yaml_is_told_what_to_write(make_site: MakeSite) -> None:
    site = make_site(_TEXT)
    site.remove("themes/night/theme.yaml")
    assert 'hint: write themes/night/theme.yaml: "name: night"' in site.complaints()
