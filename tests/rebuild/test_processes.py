"""However many processes work, and however they begin, the bytes are the same."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Sequence
from dataclasses import replace
from multiprocessing import active_children

import pytest

from ssg.build import pool
from ssg.build.cache import CacheBroken
from ssg.build.memory import forget
from ssg.build.pipeline import build
from ssg.errors import SsgError, error
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_ARTICLE = """\
-- content/posts/2025-{month:02}-{day:02}-piece{number}.md --
---
title: Piece {number}
tags: [Tag {tag}]
section: World
thread: {thread}
---
## Part

Word{number} and word{tag}, [another](2025-01-01-piece0.md#part).
{{% note %}}A note.{{% endnote %}}
"""


def articles(count: int) -> str:
    """Return the files of that many tiny articles."""
    return "".join(
        _ARTICLE.format(
            number=number,
            month=number % 12 + 1,
            day=number // 12 % 28 + 1,
            tag=number % 7,
            thread="Talks" if number % 5 == 0 else "",
        )
        for number in range(count)
    )


def _built(site: SiteUnderTest, workers: int) -> tuple[dict[str, bytes], int]:
    options = replace(site.options, search=False)
    report = build(site.root, site.output, options, time.perf_counter, workers=workers)
    return site.outputs(), report.counts.written


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_processes_make_what_one_makes(
    plain_site: MakeSite, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    site = plain_site(articles(250))
    expected, _ = _built(site, 1)
    forget(site.root)
    shutil.rmtree(site.output)
    monkeypatch.setattr(pool, "START", start)
    found, written = _built(site, 2)
    assert found == expected
    assert written == len(expected) - 1  # the marker
    # What each file asked of the site is known as well.
    site.edit("content/posts/2025-02-01-piece1.md", "Word1 ", "Another ")
    found, written = _built(site, 2)
    assert 0 < written < 50
    forget(site.root)
    shutil.rmtree(site.output)
    assert _built(site, 1)[0] == found


def _fail_or_sleep(_tool: None, numbers: Sequence[int]) -> None:
    if 0 in numbers:
        raise OSError("the disk is full")
    time.sleep(1)


def test_failure_is_told_once_all_processes_have_ended() -> None:
    with pytest.raises(OSError, match="the disk is full"):
        list(pool.in_chunks(range(32), lambda: None, _fail_or_sleep, 2))
    assert not active_children()


def test_work_aside_is_waited_for() -> None:
    with pool.aside(lambda: os.getpid(), 2) as found:
        assert found() != os.getpid()
    with pool.aside(lambda: os.getpid(), 1) as found:
        assert found() == os.getpid()


def test_work_aside_that_nobody_waits_for_is_ended() -> None:
    with pool.aside(lambda: time.sleep(60), 2):
        pass
    assert not active_children()


def test_work_aside_fails_where_it_is_waited_for() -> None:
    def fail() -> None:
        raise error("search/failed", "Pagefind failed", None, "build with --no-search")

    with pool.aside(fail, 2) as found, pytest.raises(SsgError) as failure:
        found()
    (said,) = failure.value.diagnostics
    assert (said.code, said.hint) == ("search/failed", "build with --no-search")


def test_work_aside_that_is_killed_is_an_error() -> None:
    killed = pytest.raises(SsgError, match="a process of the build was killed")
    with pool.aside(lambda: os.kill(os.getpid(), signal.SIGKILL), 2) as found, killed:
        found()


def test_work_aside_that_finds_what_was_kept_broken_says_so() -> None:
    def fail() -> None:
        raise CacheBroken

    with pool.aside(fail, 2) as found, pytest.raises(CacheBroken):
        found()
