"""Fixtures for the tests of builds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import MakeSite
from tests.support.sites import DEFAULT_CONFIG, SiteUnderTest


@pytest.fixture
def light_site(make_site: MakeSite, project_root: Path) -> MakeSite:
    """Make a site with a theme of a few lines, for tests that need no more and many builds."""

    def make(text: str = "", name: str = "site") -> SiteUnderTest:
        site = make_site(text, name)
        theme = project_root / "tests" / "broken" / "site" / "themes" / "plain"
        shutil.copytree(theme, site.root / "themes" / "plain")
        config = site.root / "site.yaml"
        config.write_text((config.read_text("utf-8") or DEFAULT_CONFIG) + "theme: plain\n", "utf-8")
        return site

    return make
