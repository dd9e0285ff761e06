"""Find the Chromium that the browser tests drive.

`python -m tests.support.chromium` prints where it is; the exit code is 3 where there is none.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
NOT_FOUND = 3

ARGUMENTS = (
    "--no-sandbox",  # Chromium refuses to start as root with it
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    # A test run is silent: the browser asks nobody for updates, accounts or lists ...
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # ... and what a page asks of another host never leaves this machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class MissingBrowserError(RuntimeError):
    """No Chromium is installed; the message says how to get one."""


def find_chromium(bundled: Path) -> Path:
    """Return a Chromium on PATH, or else Playwright's own at `bundled`.

    Raises where neither is there: a missing browser fails the tests, it never skips them.
    """
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    if bundled.is_file():
        return bundled
    raise MissingBrowserError(
        f"no Chromium found: none of {', '.join(NAMES)} is on PATH, and {bundled} does not exist; "
        "run: python tests/setup.py"
    )


def launch(playwright: Playwright) -> Browser:
    """Start a headless Chromium that talks to 127.0.0.1 only."""
    executable = find_chromium(Path(playwright.chromium.executable_path))
    return playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)


def main() -> int:
    """Print where the browser is."""
    with sync_playwright() as playwright:
        bundled = Path(playwright.chromium.executable_path)
    try:
        print(find_chromium(bundled))
    except MissingBrowserError as error:
        print(error, file=sys.stderr)
        return NOT_FOUND
    return 0


if __name__ == "__main__":
    sys.exit(main())
