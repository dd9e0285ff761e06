"""Fixtures for all tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.sites import DEFAULT_CONFIG, SiteUnderTest, files_in

MakeSite = Callable[..., SiteUnderTest]


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Make a site of a string of files, each begun by a line ``-- path --``."""

    def make(text: str = "", name: str = "site") -> SiteUnderTest:
        site = SiteUnderTest(tmp_path / name)
        site.write({"site.yaml": DEFAULT_CONFIG})
        (site.root / "content").mkdir()
        site.write(files_in(text))
        return site

    return make


@pytest.fixture(scope="session")
def project_root() -> Path:
    """Return the folder of the project."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared_root(project_root: Path) -> Path:
    """Return the folder of shared material; tests that need it skip where it is absent."""
    folder = project_root.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of shared material is absent")
    return folder
