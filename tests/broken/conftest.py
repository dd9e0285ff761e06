"""Fixtures for the tests of mistakes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.broken.terminal import Copy, run_apart


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the good site once, through the real command line."""
    root = tmp_path_factory.mktemp("good") / "site"
    shutil.copytree(Path(__file__).parent / "site", root)
    shown, code = run_apart(root, "build")
    assert code == 0, shown
    return root


@pytest.fixture
def good_site(built_site: Path, tmp_path: Path) -> Copy:
    """Return a copy of the good site with its output, time stamps and all, for a test to break."""
    root = tmp_path / "site"
    shutil.copytree(built_site, root)
    return Copy(root)
