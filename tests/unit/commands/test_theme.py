"""A theme of one's own by commands: made, listed, filled with copies."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ssg.build.load_theme import theme_folders
from tests.broken.terminal import run_here
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_TEXT = """
-- content/posts/2025-12-22-talks.md --
---
title: Talks
---
Text.
"""
_SHIPPED = theme_folders(Path())[1]


@pytest.fixture
def site(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> SiteUnderTest:
    site = make_site(_TEXT)
    monkeypatch.chdir(site.root)
    return site


def _use(site: SiteUnderTest, name: str) -> None:
    site.edit("site.yaml", "title: Test\n", f"title: Test\ntheme: {name}\n")


def _pages(site: SiteUnderTest) -> dict[str, str]:
    """Return what pages say, without the digests of static files."""
    return {
        path: re.sub(r"\?v=\w+", "", data.decode())
        for path, data in site.outputs().items()
        if path.endswith(".html")
    }


@pytest.mark.parametrize("parent", ["default", "plain"])
def test_new_theme_shows_itself_and_its_parent(site: SiteUnderTest, parent: str) -> None:
    text, code = run_here("theme", "new", "mine", "--from", parent)
    assert code == 0
    assert "wrote themes/mine/theme.yaml\n" in text
    assert text.endswith(
        'now: say "theme: mine" in site.yaml, or "name: mine" below theme, then ssg serve\n'
    )
    _use(site, "mine")
    assert site.diagnostics() == ()
    html = site.rendered("/2025/12/talks/")
    assert '<p id="_after">This line comes from themes/mine.</p>' in html
    assert "/theme/mine.css?v=" in html
    assert "/theme/style.css?v=" in html
    assert "/theme/mine.css?v=" in site.rendered("/404.html")


def test_new_theme_inherits_from_that_of_the_site(site: SiteUnderTest) -> None:
    _use(site, "plain")
    run_here("theme", "new", "mine")
    assert "extends: plain\n" in (site.root / "themes/mine/theme.yaml").read_text("utf-8")


def test_new_theme_leaves_site_yaml_alone(site: SiteUnderTest) -> None:
    before = (site.root / "site.yaml").read_bytes()
    run_here("theme", "new", "mine")
    assert (site.root / "site.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("plain",), 'a theme "plain" comes with ssg'),
        (("Mine Own",), 'hint: write "mine-own"'),
        (("../mine",), "can't be the name of a theme"),
        (("…",), "use letters, digits and hyphens"),
        (("mine", "--from", "defualt"), 'did you mean "default"?'),
        (("mine", "--from", "../x"), "error[theme/missing]"),
    ],
)
def test_wrong_theme_is_refused(site: SiteUnderTest, arguments: tuple[str, ...], told: str) -> None:
    text, code = run_here("theme", "new", *arguments)
    assert code == 1
    assert told in text
    assert not (site.root / "themes").exists()


def test_new_theme_overwrites_nothing(site: SiteUnderTest) -> None:
    site.write({"themes/mine/notes.txt": "mine"})
    text, code = run_here("theme", "new", "mine")
    assert code == 1
    assert "error[new/exists]: the theme is there already" in text
    assert [one.name for one in (site.root / "themes/mine").iterdir()] == ["notes.txt"]


@pytest.mark.usefixtures("site")
def test_theme_without_a_name_is_wrong_usage() -> None:
    assert run_here("theme", "new")[1] == 2
    assert run_here("theme", "eject")[1] == 2


def test_every_file_can_be_ejected_and_the_pages_stay(site: SiteUnderTest) -> None:
    run_here("theme", "new", "mine")
    for name in ("templates/base.html", "templates/article.html", "translations/en.yaml"):
        (site.root / "themes/mine" / name).unlink()
    _use(site, "mine")
    site.build()
    before = _pages(site)
    listed = json.loads(run_here("theme", "list", "--format", "json")[0])
    assert {one["theme"] for one in listed} == {"default"}
    assert not any(one["replaced"] for one in listed)
    names = [one["name"] for one in listed]
    assert {"article.html", "partials/source.html", "shortcodes/note.html"} <= set(names)
    assert {"static/style.css", "static/fonts/newsreader.woff2", "translations/en.yaml"} <= set(
        names
    )
    for name in names:
        text, code = run_here("theme", "eject", name)
        assert code == 0, text
    assert all(
        one["replaced"] for one in json.loads(run_here("theme", "list", "--format", "json")[0])
    )
    assert site.diagnostics() == ()
    assert _pages(site) == before
    font = "static/fonts/newsreader.woff2"
    assert (site.root / "themes/mine" / font).read_bytes() == (
        _SHIPPED / "default" / font
    ).read_bytes()


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("404", "templates/404.html"),
        ("templates/404.html", "templates/404.html"),
        ("footer.html", "templates/partials/footer.html"),
        ("corrections", "templates/corrections.html"),
        ("style.css", "static/style.css"),
    ],
)
def test_file_may_be_named_in_short(site: SiteUnderTest, asked: str, written: str) -> None:
    run_here("theme", "new", "mine")
    _use(site, "mine")
    assert run_here("theme", "eject", asked) == (f"wrote themes/mine/{written}\n", 0)


def test_ejected_template_is_in_force_and_names_its_original(site: SiteUnderTest) -> None:
    run_here("theme", "new", "mine")
    _use(site, "mine")
    text, code = run_here("theme", "eject", "partials/footer")
    assert (text, code) == ("wrote themes/mine/templates/partials/footer.html\n", 0)
    file = site.root / "themes/mine/templates/partials/footer.html"
    assert file.read_text("utf-8").startswith("{# From default/partials/footer.html of ssg ")
    file.write_text(file.read_text("utf-8") + "<p>Mine</p>\n", "utf-8")
    site.build()
    assert "<p>Mine</p>" in site.rendered("/404.html")


def test_copy_of_a_changed_original_is_told_by_every_build(site: SiteUnderTest) -> None:
    site.write(
        {
            "themes/mine/theme.yaml": "name: mine\nextends: old\n",
            "themes/old/theme.yaml": "name: old\nextends: plain\n",
            "themes/old/templates/withdrawn.html": "one",
        }
    )
    _use(site, "mine")
    run_here("theme", "eject", "withdrawn.html")
    assert site.diagnostics() == ()
    site.write({"themes/old/templates/withdrawn.html": "two"})
    assert "warning[template/outdated]: old/withdrawn.html has changed" in site.complaints()
    assert "warning[template/outdated]" in site.complaints()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("articel.html", 'did you mean "article.html"?'),
        ("styles.css", 'did you mean "style.css"?'),
        ("zzz", '"ssg theme list" names all that are inherited'),
        ("../theme.yaml", "error[theme/no-file]"),
        ("article.html", "error[new/exists]: the theme has this file already"),
    ],
)
def test_wrong_file_is_refused(site: SiteUnderTest, name: str, told: str) -> None:
    run_here("theme", "new", "mine")
    _use(site, "mine")
    text, code = run_here("theme", "eject", name)
    assert code == 1
    assert told in text


def test_site_without_a_theme_of_its_own_is_told_how_to_make_one(site: SiteUnderTest) -> None:
    text, code = run_here("theme", "eject", "article.html")
    assert code == 1
    assert "hint: make one that inherits from it: ssg theme new NAME" in text
    assert not (site.root / "themes").exists()
    listed, code = run_here("theme", "list")
    assert code == 0
    assert "article.html" in listed


def test_block_with_a_slip_in_its_name_is_told_by_check(site: SiteUnderTest) -> None:
    run_here("theme", "new", "mine")
    _use(site, "mine")
    site.edit("themes/mine/templates/article.html", "after_body", "after_boddy")
    text, code = run_here("check")
    assert code == 0
    assert 'warning[template/unknown-block]: "default/article.html" has no block' in text
    assert 'did you mean "after_body"?' in text
