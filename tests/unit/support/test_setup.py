"""The set-up of what pip can't install."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests import setup


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Leave nothing on PATH, and return the folder where a test puts its own commands."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put(folder: Path, name: str, script: str) -> Path:
    """Write a command."""
    command = folder / name
    command.write_text(f"#!/bin/sh\n{script}\n")
    command.chmod(0o755)
    return command


def test_it_is_quiet_when_a_browser_is_there(
    commands: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    put(commands, "chromium", "echo Chromium 1")
    setup.main()
    assert capfd.readouterr() == ("", "")


def test_a_stub_is_no_browser(commands: Path) -> None:
    put(commands, "chromium", "echo install the real one; exit 10")
    with pytest.raises(SystemExit, match=r"does not start; install (.|\n)*the real one"):
        setup.main()


def test_root_on_debian_installs_the_package(
    commands: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    put(commands, "new", "echo Chromium 1")
    ready = f"/bin/mv {commands / 'new'} {commands / 'chromium'}"
    put(commands, "apt-get", f'[ "$1" = update ] || {ready}')
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    setup.main()
    assert capfd.readouterr().err == "$ apt-get update\n$ apt-get install -y chromium\n"


def test_others_take_playwrights_own(monkeypatch: pytest.MonkeyPatch, commands: Path) -> None:
    playwright = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    assert setup.install_commands() == playwright
    put(commands, "apt-get", "exit 1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert setup.install_commands() == playwright


@pytest.mark.parametrize(
    ("status", "message"),
    [(1, "`apt-get update` failed; install Chromium"), (0, "yet no browser is found; install")],
)
def test_a_failure_says_the_way_out(
    commands: Path, monkeypatch: pytest.MonkeyPatch, status: int, message: str
) -> None:
    put(commands, "apt-get", f"exit {status}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(commands))
    with pytest.raises(SystemExit, match=message):
        setup.main()


def test_it_wants_the_test_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(SystemExit, match="playwright is not installed here"):
        setup.main()
