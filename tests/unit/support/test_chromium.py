"""The search for a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.chromium import MissingBrowserError, find_chromium


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    """Put Playwright's own browser in its place."""
    path = tmp_path / "bundled/chrome"
    path.parent.mkdir()
    path.touch()
    return path


def test_a_browser_on_path_comes_first(
    tmp_path: Path, bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = tmp_path / "google-chrome"
    browser.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_chromium(bundled) == browser


def test_playwrights_own_browser_comes_second(
    tmp_path: Path, bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_chromium(bundled) == bundled


def test_a_missing_browser_is_an_error_with_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingBrowserError, match=r"run: python tests/setup\.py"):
        find_chromium(tmp_path / "gone")
