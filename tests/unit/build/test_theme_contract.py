"""What a theme must have, what it may go without, and what the two of ssg have in common."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from ssg.build.load_theme import theme_folders
from ssg.config.theme import ThemeConfig, decode_theme
from ssg.config.translations import TranslationFile, decode_translations, lay_over
from ssg.render.templates import OPTIONAL_TEMPLATES, REQUIRED_TEMPLATES
from ssg.text.locales import split_plural
from tests.broken.terminal import run_here
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_SHIPPED = theme_folders(Path())[1]
_THEMES = sorted(path.parent for path in _SHIPPED.glob("*/theme.yaml"))
_PLAIN = _SHIPPED / "plain"
_TEXT = """
-- site.yaml --
title: Test
base_url: https://example.org/
theme: mine
-- content/posts/2025-12-22-talks.md --
---
title: Talks
thread: The talks
corrections: [{date: 2025-12-23, text: It was Sunday.}]
---
Text.
-- content/posts/2025-12-20-gone.md --
---
title: Gone
withdrawn: {date: 2025-12-21, reason: It was wrong.}
---
Text.
"""


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    """Make a site with a copy of `plain` as its own theme."""
    site = make_site(_TEXT)
    shutil.copytree(_PLAIN, site.root / "themes" / "mine")
    site.edit("themes/mine/theme.yaml", "name: plain", "name: mine")
    return site


@pytest.mark.parametrize("name", REQUIRED_TEMPLATES)
def test_theme_without_a_template_that_all_need_is_told(site: SiteUnderTest, name: str) -> None:
    site.remove(f"themes/mine/templates/{name}")
    assert f'error[template/missing]: the theme "mine" has no template "{name}"' in (
        site.complaints()
    )


@pytest.mark.parametrize("name", ["corrections.html", "withdrawn.html"])
def test_template_is_needed_once_a_site_has_what_it_is_for(site: SiteUnderTest, name: str) -> None:
    site.remove(f"themes/mine/templates/{name}")
    assert f'the theme "mine" has no template "{name}"' in site.complaints()
    key = "corrections" if name.startswith("corr") else "withdrawn"
    for file in (site.root / "content/posts").iterdir():
        file.write_text(re.sub(rf"^{key}: .*\n", "", file.read_text("utf-8"), flags=re.M), "utf-8")
    assert site.complaints() == ""


def test_theme_without_all_that_is_optional_builds(site: SiteUnderTest) -> None:
    for file in (site.root / "content/posts").iterdir():
        text = re.sub(r"^(corrections|withdrawn): .*\n", "", file.read_text("utf-8"), flags=re.M)
        file.write_text(text, "utf-8")
    for name in OPTIONAL_TEMPLATES:
        (site.root / "themes/mine/templates" / name).unlink(missing_ok=True)
    assert site.complaints(search=True) == ""
    assert "The talks" in site.rendered("/threads/the-talks/")


def test_theme_without_search_template_has_no_search_and_with_one_has(site: SiteUnderTest) -> None:
    site.build(search=True)
    assert not any(path.startswith(("search/", "pagefind/")) for path in site.outputs())
    assert "SearchAction" not in site.rendered("/")
    site.write({"themes/mine/templates/search.html": '{% extends "base.html" %}'})
    site.build(search=True)
    assert {"search/index.html", "pagefind/pagefind.js"} <= site.outputs().keys()
    assert 'href="/search/"' in site.rendered("/404.html")


@pytest.mark.parametrize("name", ["digest.html", "digest.txt"])
def test_theme_without_newsletter_fails_at_the_newsletter_alone(
    site: SiteUnderTest, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.remove(f"themes/mine/templates/{name}")
    assert site.complaints() == ""
    monkeypatch.chdir(site.root)
    text, code = run_here("digest", "--since", "2025-12-01", "--until", "2025-12-31")
    assert code == 1
    assert f'the theme "mine" has no template "{name}"' in text


def test_plain_inherits_nothing_and_has_no_class_and_no_script() -> None:
    assert not _config(_PLAIN).extends
    for path in (_PLAIN / "templates").rglob("*.*"):
        assert not re.search(r"\bclass=|<script(?! type=.application/ld)", path.read_text("utf-8"))
    css = (_PLAIN / "static" / "style.css").read_text("utf-8")
    selectors = re.sub(r"/\*.*?\*/|\{[^{}]*\}", "{}", css, flags=re.DOTALL)
    assert not re.search(r"(?<![\d(])[.#][a-z]", selectors)


def test_shortcodes_of_all_themes_are_the_same() -> None:
    first, *others = (_config(theme).shortcodes for theme in _THEMES)
    assert others
    assert all(one == first for one in others)
    for theme in _THEMES:
        names = {path.stem for path in (theme / "templates" / "shortcodes").iterdir()}
        assert names == set(first)


def test_every_theme_has_the_words_that_ssg_asks_for() -> None:
    asked = {
        key
        for path in (Path(__file__).parents[3] / "ssg").rglob("*.py")
        for key in re.findall(r"\bwords\(['\"]([\w.]+)['\"]\)", path.read_text("utf-8"))
    }
    assert asked
    for theme in _THEMES:
        assert asked <= _words(theme / "translations" / "en.yaml").keys(), theme.name


@pytest.mark.parametrize("theme", _THEMES, ids=lambda path: path.name)
def test_every_word_that_a_theme_shows_is_there(theme: Path) -> None:
    words = _words(theme / "translations" / "en.yaml")
    texts = "".join(path.read_text("utf-8") for path in (theme / "templates").rglob("*.*"))
    named = set(re.findall(r'\bt\("([\w./+]+)"[,)]', texts))
    assert named <= words.keys()
    counted = set(re.findall(r'\bplural(?:_forms)?\("([\w.]+)"[,)]', texts))
    assert counted <= {split_plural(key)[0] for key in words}


@pytest.mark.parametrize("language", ["de", "fr", "es", "he"])
@pytest.mark.parametrize("theme", _THEMES, ids=lambda path: path.name)
def test_translation_says_what_the_english_says(theme: Path, language: str) -> None:
    files = [_translation(theme, "en"), _translation(theme, language)]
    assert lay_over([files], [theme.name], language)[1] == ()


@pytest.mark.parametrize("name", ["en", "de", "fr", "es", "he"])
def test_plain_speaks_the_languages_of_ssg(make_site: MakeSite, name: str) -> None:
    site = make_site(_TEXT)
    site.edit("site.yaml", "theme: mine", f"language: {name}\ntheme: plain")
    site.build()
    words = _words(_PLAIN / "translations" / f"{name}.yaml")
    html = site.rendered("/404.html")
    assert words["title.not_found"] in html
    assert f'<html lang="{name}" dir="{"rtl" if name == "he" else "ltr"}">' in html


@pytest.mark.parametrize("theme", _THEMES, ids=lambda path: path.name)
def test_templates_leave_room_for_a_style_sheet_more(theme: Path) -> None:
    """A theme that adds to the head of every page must not lose it on some."""
    for path in (theme / "templates").glob("*.html"):
        text = path.read_text("utf-8")
        if text.startswith("{% extends"):
            for block in re.findall(
                r"{% block (?:head_extra|scripts) %}(.*?){% endblock", text, re.S
            ):
                assert "super()" in block, path


def _config(theme: Path) -> ThemeConfig:
    return decode_theme((theme / "theme.yaml").read_text("utf-8"), f"{theme.name}/theme.yaml")


def _words(path: Path) -> dict[str, str]:
    found: dict[str, str] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return found


def _translation(theme: Path, language: str) -> TranslationFile:
    path = theme / "translations" / f"{language}.yaml"
    return decode_translations(path.read_text("utf-8"), f"{theme.name}/{path.name}", language)
