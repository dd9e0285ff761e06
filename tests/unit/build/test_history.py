"""Git knows which articles were changed without a word to readers."""

from __future__ import annotations

import os
import subprocess

import pytest

from ssg.build.history import unmarked_changes
from ssg.build.project import open_project
from ssg.errors import Diagnostic
from tests.broken.terminal import run_here
from tests.conftest import MakeSite
from tests.support.sites import NOW, SiteUnderTest

_TALKS = "content/posts/2025-12-22-talks.md"
_MORE = "Much more is to be said of it now, and so it is."
_TEXT = f"""
-- {_TALKS} --
---
title: Talks
---
The talks ended without a result.
-- content/posts/später.md --
---
title: Later
date: 2025-12-22 09:00
---
Words.
"""


def _git(site: SiteUnderTest, *arguments: str, day: str = "2025-12-22T12:00:00+00:00") -> None:
    dates = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(
        ["git", "-C", str(site.root), *names, *arguments],
        check=True,
        capture_output=True,
        env={**os.environ, **dates},
    )


def _commit(site: SiteUnderTest, day: str) -> None:
    _git(site, "add", "-A", day=f"{day}:00+00:00")
    _git(site, "commit", "-m", "x", "--allow-empty", day=f"{day}:00+00:00")


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    site = make_site(_TEXT)
    _git(site, "init", "-q")
    _commit(site, "2025-12-22T12:00")
    return site


def _found(site: SiteUnderTest) -> list[Diagnostic]:
    project = open_project(site.root, site.options)
    return unmarked_changes(site.root, project.site.articles, NOW)


def test_article_as_it_was_published_is_well(site: SiteUnderTest) -> None:
    assert _found(site) == []


def test_change_that_was_committed_is_pointed_out(site: SiteUnderTest) -> None:
    site.edit(_TALKS, "result.", f"result. {_MORE}")
    _commit(site, "2025-12-30T09:00")
    (found,) = _found(site)
    assert (found.severity, found.code) == ("warning", "content/unmarked-change")
    assert found.message == (
        "the text was changed by 13 words after 2025-12-22, and readers are not told"
    )
    assert found.hint == 'add "updated: 2025-12-30", or a correction'
    assert found.location
    assert found.location.path == _TALKS


def test_change_in_the_work_tree_is_pointed_out(site: SiteUnderTest) -> None:
    site.edit("content/posts/später.md", "Words.", _MORE)
    (found,) = _found(site)
    assert found.hint == f'add "updated: {NOW.date().isoformat()}", or a correction'


@pytest.mark.parametrize(
    "said", ["updated: 2025-12-30", "corrections: [{date: 2025-12-30 09:00, text: It was so.}]"]
)
def test_change_that_readers_are_told_of_is_well(site: SiteUnderTest, said: str) -> None:
    site.edit(_TALKS, "result.", f"result. {_MORE}")
    site.edit(_TALKS, "title: Talks", f"title: Talks\n{said}")
    _commit(site, "2025-12-30T09:00")
    assert _found(site) == []
    # The next one is not told of by that.
    site.edit(_TALKS, _MORE, "")
    _commit(site, "2026-01-02T09:00")
    assert len(_found(site)) == 1


def test_trifle_is_none_however_often_the_file_was_touched(site: SiteUnderTest) -> None:
    site.edit(_TALKS, "result.", "result at last.")
    site.edit(_TALKS, "title: Talks", "title: Talks\ntags: [some, more, words, over, the, text]")
    _commit(site, "2025-12-30T09:00")
    assert _found(site) == []
    site.edit(_TALKS, "The talks ended without a result", "without a RESULT: the talks ended")
    assert _found(site) == []


def test_change_on_the_day_of_publication_is_part_of_it(site: SiteUnderTest) -> None:
    site.edit(_TALKS, "result.", f"result. {_MORE}")
    _commit(site, "2025-12-22T20:00")
    assert _found(site) == []


def test_change_after_the_hour_of_publication_is_one(site: SiteUnderTest) -> None:
    site.edit("content/posts/später.md", "Words.", "Only words of no weight at all.")
    _commit(site, "2025-12-22T13:00")
    # Nothing was committed before nine, so that what came first is what readers had.
    assert len(_found(site)) == 1


def test_draft_had_no_readers(site: SiteUnderTest) -> None:
    text = "---\ntitle: New\ndate: 2025-12-20\ndraft: true\n---\nA few words.\n"
    site.write({"content/posts/new.md": text})
    _commit(site, "2025-12-26T09:00")
    site.edit("content/posts/new.md", "draft: true\n", "")
    site.edit("content/posts/new.md", "A few words.", _MORE)
    _commit(site, "2025-12-27T09:00")
    assert _found(site) == []


def test_site_may_lie_below_the_top_of_a_repository(make_site: MakeSite) -> None:
    site = make_site("-- README --\nx\n")
    inner = SiteUnderTest(site.root / "blog")
    inner.write({"site.yaml": "title: T\nbase_url: https://example.org/\n", _TALKS: _MORE})
    inner.write({_TALKS: f"---\ntitle: Talks\n---\n{_MORE}"})
    _git(site, "init", "-q")
    _commit(site, "2025-12-22T12:00")
    assert _found(inner) == []
    inner.edit(_TALKS, _MORE, "Nothing.")
    assert len(_found(inner)) == 1


def test_without_a_repository_or_git_nothing_is_said(
    site: SiteUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.edit(_TALKS, "result.", _MORE)
    assert len(_found(site)) == 1
    monkeypatch.setenv("PATH", "")
    assert _found(site) == []
    monkeypatch.undo()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.root.parent))
    (site.root / ".git").rename(site.root / "git")
    assert _found(site) == []


def test_file_that_git_does_not_know_is_well(site: SiteUnderTest) -> None:
    site.write({"content/posts/2025-12-01-new.md": "---\ntitle: New\n---\nText.\n"})
    assert _found(site) == []


def test_check_says_it_and_a_build_does_not(
    site: SiteUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.edit(_TALKS, "result.", _MORE)
    monkeypatch.chdir(site.root)
    shown, code = run_here("check")
    assert "content/unmarked-change" in shown
    assert code == 0
    assert "unmarked" not in run_here("build", "--no-search")[0]
