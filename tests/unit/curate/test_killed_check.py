"""A check of many links keeps its manners, and is killed without losing much.

``SSG_TEST_LINKS=5000`` checks as many at 50 hosts, in place of the few of a usual run.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

from ssg.build.ledger import load_ledger
from tests.conftest import MakeSite
from tests.support.hosts import Host, any_page, serve_hosts

_LINKS = int(os.environ.get("SSG_TEST_LINKS", "300"))
_HOSTS = 50 if _LINKS >= 5000 else 15
_LOST = 5.0
_PATIENCE = 600


def _check(root: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "ssg", "links", "check", "--allow-private", "--quiet"]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL)


def _config(pause: float) -> str:
    return f"title: T\nbase_url: https://example.org/\nlinks: {{pause: {pause}, timeout: 60}}\n"


def _seen(hosts: list[Host], before: float) -> set[str]:
    """Return the links that were read to their end before a moment."""
    return {
        host.url + one.path
        for host in hosts
        for one in host.log
        if one.method == "GET" and one.path.startswith("/story") and one.ended < before
    }


def _check_manners(hosts: list[Host], pause: float) -> None:
    """No host was asked for two things at once, and each had its rest between them."""
    for host in hosts:
        log = sorted(host.log, key=lambda one: one.began)
        for one, following in pairwise(log):
            # What a server takes to notice is its own.
            assert following.began - one.ended >= pause * 0.9, (host.url, one, following)


def test_a_killed_check_loses_no_more_than_five_seconds(make_site: MakeSite) -> None:
    pause = 0.3
    with serve_hosts(*[any_page] * _HOSTS) as hosts:
        site = make_site()
        links = [f"{hosts[n % _HOSTS].url}/story{n}" for n in range(_LINKS)]
        pieces = (links[start : start + 100] for start in range(0, _LINKS, 100))
        site.write({"site.yaml": _config(pause)})
        site.write(
            {
                f"content/posts/2025-01-01-p{number}.md": f"---\ntitle: P{number}\n---\n"
                + "\n".join(f"- <{url}>" for url in piece)
                for number, piece in enumerate(pieces)
            }
        )
        process = _check(site.root)
        until = time.monotonic() + _PATIENCE
        while not _seen(hosts, time.monotonic()):
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.05)
        time.sleep(_LOST + 2)
        process.kill()
        killed = time.monotonic()
        assert process.wait() != 0, "it was done before it was killed"
        kept = load_ledger(site.root).keys()
        safe = _seen(hosts, killed - _LOST)
        assert safe
        assert safe <= kept, f"{len(safe - kept)} of {len(safe)} were lost"
        assert len(kept) < _LINKS
        _check_manners(hosts, pause)
        for host in hosts:
            host.log.clear()
        site.write({"site.yaml": _config(0.01)})
        assert _check(site.root).wait(_PATIENCE) == 0
        _check_manners(hosts, 0.01)
        ledger = load_ledger(site.root)
        assert ledger.keys() == set(links)
        assert {one.state for one in ledger.values()} == {"ok"}
        assert not _seen(hosts, time.monotonic()) & kept, "what was done is not done again"


def test_an_interrupted_check_keeps_what_was_done(make_site: MakeSite) -> None:
    with serve_hosts(any_page) as hosts:
        site = make_site()
        links = "\n".join(f"- <{hosts[0].url}/story{number}>" for number in range(100))
        site.write({"site.yaml": _config(0.1), "content/a.md": f"---\ntitle: A\n---\n{links}\n"})
        process = _check(site.root)
        until = time.monotonic() + _PATIENCE
        while len(_seen(hosts, time.monotonic())) < 3:
            assert time.monotonic() < until
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        assert process.wait(_PATIENCE) == 130
        assert 2 <= len(load_ledger(site.root)) < 100
