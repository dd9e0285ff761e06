"""Fixtures for the tests of builds that follow others."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest


@pytest.fixture
def plain_site(make_site: MakeSite, project_root: Path) -> MakeSite:
    """Make a site with a theme of a few lines."""

    def make(text: str = "", name: str = "site") -> SiteUnderTest:
        site = make_site("-- site.yaml --\n" + _CONFIG + text, name)
        theme = project_root / "tests" / "broken" / "site" / "themes" / "plain"
        shutil.copytree(theme, site.root / "themes" / "plain")
        return site

    return make


_CONFIG = "title: Test\nbase_url: https://example.org/\ntheme: plain\n"
