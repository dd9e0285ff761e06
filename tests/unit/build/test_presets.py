"""What the settings of the default theme do to its pages."""

from __future__ import annotations

import pytest

from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest


def _site(make_site: MakeSite, settings: str = "") -> SiteUnderTest:
    site = make_site("-- content/about.md --\n---\ntitle: About\n---\nWe.\n")
    site.write({"content/static/name.svg": "<svg/>"})
    if settings:
        site.edit("site.yaml", "title: Test", f"title: Test\ntheme: {{settings: {{{settings}}}}}")
    site.build()
    return site


def test_without_settings_a_page_loads_one_style_sheet(make_site: MakeSite) -> None:
    html = _site(make_site).rendered("/about/")
    assert html.count('rel="stylesheet"') == 1
    assert '<body class="is-page has-wordmark">' in html
    assert "--accent-light" not in html


@pytest.mark.parametrize(
    ("preset", "masthead", "paper"),
    [("bulletin", "wordmark", "#0f1418"), ("weekly", "banner", "#101012")],
)
def test_preset_has_a_style_sheet_a_masthead_and_a_paper(
    make_site: MakeSite, preset: str, masthead: str, paper: str
) -> None:
    html = _site(make_site, f"preset: {preset}").rendered("/about/")
    assert f"presets/{preset}.css" in html
    assert f"has-{masthead}" in html
    assert f'content="{paper}" media="(prefers-color-scheme: dark)"' in html


def test_masthead_and_colours_go_with_any_preset(make_site: MakeSite) -> None:
    settings = 'preset: weekly, masthead: centered, accent: "#123456", banner: "#0b3d2e"'
    html = _site(make_site, settings).rendered("/about/")
    assert "has-centered" in html
    assert ":root{--accent-light:#123456;--banner-own:#0b3d2e;}" in html


def test_logo_stands_in_the_place_of_the_name_and_says_it(make_site: MakeSite) -> None:
    html = _site(make_site, "logo: /name.svg").rendered("/")
    assert '<h1 class="wordmark"><a href="/"><img class="logo" src="/name.svg" alt="Test">' in html


def test_unknown_preset_is_refused_with_those_there_are(make_site: MakeSite) -> None:
    site = make_site()
    site.edit("site.yaml", "title: Test", "title: Test\ntheme: {settings: {preset: weakly}}")
    found = site.complaints()
    assert "expected broadsheet, bulletin or weekly" in found
    assert 'did you mean "weekly"?' in found
