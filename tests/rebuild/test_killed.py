"""A build that is killed at any moment leaves the old site or the new one, and the next is well.

``SSG_TEST_KILLS=50`` kills more builds than the few of a usual run.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ssg.build.lock import build_lock
from tests.conftest import MakeSite
from tests.rebuild.test_processes import articles
from tests.support.sites import SiteUnderTest

_KILLS = int(os.environ.get("SSG_TEST_KILLS", "8"))
_PATIENCE = 30
_BASE = "themes/plain/templates/base.html"
_PIECE = "content/posts/2025-02-01-piece1.md"
_SITES: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "first": (),
    "one article edited": ((_PIECE, "Word1", "Another"),),
    "another template": ((_BASE, "</main>", "</main>."),),
    "both": ((_PIECE, "Word1", "Another"), (_BASE, "</main>", "</main>.")),
}
"""Sites that are made of one another by a few edits."""


def _begin(root: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "ssg", "build", "--quiet", "--jobs", "2"]
    # A group of its own, so that what it leaves running is seen.
    return subprocess.Popen(command, cwd=root, start_new_session=True)


def _turn_into(site: SiteUnderTest, wanted: str, originals: Mapping[str, str]) -> None:
    site.write(originals)
    for edit in _SITES[wanted]:
        site.edit(*edit)


def test_killed_builds_leave_one_site_whole(plain_site: MakeSite) -> None:
    site = plain_site(articles(150))
    originals = {name: (site.root / name).read_text() for name in (_BASE, _PIECE)}
    outputs: dict[str, dict[str, bytes]] = {}
    for name in _SITES:
        _turn_into(site, name, originals)
        shutil.rmtree(site.root / ".ssg", ignore_errors=True)
        began = time.monotonic()
        assert _begin(site.root).wait(_PATIENCE) == 0
        usual = time.monotonic() - began
        outputs[name] = site.outputs()
        assert any(path.startswith("pagefind/") for path in outputs[name])
    chance = random.Random(1)
    there, killed = name, 0
    for _ in range(_KILLS):
        wanted = chance.choice([one for one in _SITES if one != there])
        _turn_into(site, wanted, originals)
        if chance.random() < 0.3:
            shutil.rmtree(site.root / ".ssg")
        process = _begin(site.root)
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.1, 0.8) * usual)
        process.kill()
        killed += process.wait() == -signal.SIGKILL
        found = site.outputs()
        assert found in (outputs[there], outputs[wanted]), (there, wanted)
        if chance.random() < 0.5:  # the next is of the same site, or of yet another
            wanted = chance.choice(list(_SITES))
            _turn_into(site, wanted, originals)
        assert _begin(site.root).wait(_PATIENCE) == 0
        assert site.outputs() == outputs[wanted]
        assert not list(site.root.glob(".public*"))
        there = wanted
    assert killed


def test_processes_of_a_killed_build_end_with_it(plain_site: MakeSite) -> None:
    site = plain_site(articles(120))
    template = site.root / "themes/plain/templates/article.html"
    endless = "{% for number in range(1000000000) %}{% endfor %}"
    template.write_text(endless + template.read_text())
    process = _begin(site.root)
    try:
        until = time.monotonic() + _PATIENCE
        while not (site.root / ".public.staging" / "index.html").exists():
            assert time.monotonic() < until, "the processes began nothing"
            time.sleep(0.01)
        process.kill()
        process.wait()
        # As long as one of them lives it holds the lock.
        with build_lock(site.root / ".ssg"):
            pass
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
