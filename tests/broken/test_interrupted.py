"""A build that is interrupted leaves the old site, and the next one cleans up."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ssg.build.cache import Cache
from tests.broken.terminal import Copy, run_here

_TEMPLATE = "themes/plain/templates/article.html"
_TALKS = "content/posts/2025-12-22-talks.md"
_PATIENCE = 30
"""Seconds that a program may take to come to where it is awaited."""


@contextmanager
def _build_in_progress(root: Path) -> Iterator[subprocess.Popen[str]]:
    """Begin a build that is busy with its first article until it is ended from without."""
    template = root / _TEMPLATE
    good = template.read_text()
    template.write_text("{% for number in range(1000000000) %}{% endfor %}" + good)
    process = subprocess.Popen(
        [sys.executable, "-m", "ssg", "build"], cwd=root, stderr=subprocess.PIPE, text=True
    )
    try:
        _await_staging(root, process)
        template.write_text(good)
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stderr
        process.stderr.close()


def _await_staging(root: Path, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + _PATIENCE
    while not (root / ".public.staging" / "index.html").is_file():
        assert process.poll() is None, "the build ended before it was interrupted"
        assert time.monotonic() < until, "the build wrote nothing"
        time.sleep(0.01)


@pytest.fixture
def edited_site(good_site: Copy) -> Copy:
    talks = good_site.root / _TALKS
    talks.write_text(talks.read_text().replace("Florida", "Miami"))
    return good_site


def _assert_next_build_is_well(site: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.root)
    shown, code = run_here("build")
    assert code == 0, shown
    assert "Talks in Miami" in (site.root / "public/2025/12/talks/index.html").read_text()
    assert not list(site.root.glob(".public*"))


def test_interrupt_ends_with_130_and_leaves_the_site(
    edited_site: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _build_in_progress(edited_site.root) as process:
        process.send_signal(signal.SIGINT)
        _, shown = process.communicate(timeout=_PATIENCE)
    assert shown == "\ninterrupted; the site is as it was\n"  # the terminal shows ^C before
    assert process.returncode == 130
    edited_site.assert_as_it_was()
    _assert_next_build_is_well(edited_site, monkeypatch)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_kill_leaves_the_site_and_nothing_that_hinders(
    how: signal.Signals, edited_site: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _build_in_progress(edited_site.root) as process:
        process.send_signal(how)
        process.communicate(timeout=_PATIENCE)
    assert process.returncode == -how
    (edited_site.root / ".public.staging").rename(edited_site.root / "left")
    edited_site.assert_as_it_was()
    (edited_site.root / "left").rename(edited_site.root / ".public.staging")
    _assert_next_build_is_well(edited_site, monkeypatch)


def test_second_build_at_the_same_time_is_refused(
    edited_site: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(edited_site.root)
    cache = Cache(edited_site.root / ".ssg" / "cache.sqlite")
    known = cache.facts()
    with _build_in_progress(edited_site.root):
        shown, code = run_here("build")
    assert shown == (
        "error[build/running]: another build of this site is running\n"
        "  hint: wait for it to end, then build again\n\n1 error\n"
    )
    assert code == 1
    assert known
    assert known.items() <= cache.facts().items()
    cache.close()
    _assert_next_build_is_well(edited_site, monkeypatch)
