"""The packages of the curation desk are asked for where they are needed, and nowhere else."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.broken.terminal import run_here
from tests.conftest import MakeSite

_EXTRAS = ("feedparser", "httpx", "httpcore", "lxml", "nh3", "trafilatura")


def test_without_them_the_command_says_what_to_install(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_site().root)
    monkeypatch.setitem(sys.modules, "httpx", None)
    text, code = run_here("links", "check")
    assert code == 1
    assert "ssg links check needs httpx" in text
    assert 'hint: install them: pip install "ssg[curate]"' in text


def test_a_build_needs_none_of_them(make_site: MakeSite) -> None:
    site = make_site("-- content/about.md --\n---\ntitle: A\n---\n[x](https://example.com/)\n")
    ledger = "https://example.com/:\n  state: gone\n  dead: 2026-01-01\n"
    site.write({"content/_links.yaml": ledger})
    # As if they were not installed: to import one fails.
    hidden = "".join(f"sys.modules[{name!r}] = None\n" for name in _EXTRAS)
    program = f"import sys\n{hidden}sys.argv = ['ssg', 'build', '--no-search']\n"
    program += "from ssg.cli import main\nmain()\n"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=site.root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "example.com" in site.rendered("/about/")
