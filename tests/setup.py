"""Set up what pip can't: the Chromium of the browser tests.

Run `python tests/setup.py` in the virtual environment that has the `test` extra. It prints
nothing and changes nothing where a browser is already there.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_FOUND = 3  # as `tests.support.chromium` exits
WAY_OUT = (
    "install Chromium or Chrome by hand, so that `chromium`, `chromium-browser` or "
    "`google-chrome` is on PATH, and run this again"
)


def find_browser() -> str | None:
    """Return the browser that the tests would use, if there is one."""
    search = subprocess.run(
        [sys.executable, "-m", "tests.support.chromium"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if search.returncode not in (0, NOT_FOUND):
        sys.exit(f"the search for a browser failed:\n{search.stderr}")
    return search.stdout.strip() or None


def install_commands() -> list[list[str]]:
    """Return the commands that install a Chromium on this system."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        return [["apt-get", "update"], ["apt-get", "install", "-y", "chromium"]]
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]


def install() -> None:
    """Run the commands; their output is the user's to read."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in install_commands():
        print("$", *command, file=sys.stderr, flush=True)
        if subprocess.run(command, env=environment, check=False).returncode:
            sys.exit(f"`{' '.join(command)}` failed; {WAY_OUT}")


def require_start(browser: str) -> None:
    """Make sure that the browser is no stub: some systems put a script there that only talks."""
    trial = subprocess.run([browser, "--version"], capture_output=True, text=True, check=False)
    if trial.returncode:
        sys.exit(f"{browser} does not start; {WAY_OUT}\n{trial.stdout}{trial.stderr}")


def main() -> None:
    """Make sure that a Chromium is there, or say how to get one."""
    if importlib.util.find_spec("playwright") is None:
        sys.exit("playwright is not installed here; run: python -m pip install -e '.[test]'")
    browser = find_browser()
    if browser is None:
        install()
        browser = find_browser()
    if browser is None:
        sys.exit(f"the installation went through, yet no browser is found; {WAY_OUT}")
    require_start(browser)


if __name__ == "__main__":
    main()
