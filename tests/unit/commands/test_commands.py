"""The verbs of the command line that do not build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.broken.terminal import run_here
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_TEXT = """
-- content/posts/2025-12-22-talks.md --
---
title: Talks
---
Text.
"""


@pytest.fixture
def site(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> SiteUnderTest:
    site = make_site(_TEXT)
    monkeypatch.chdir(site.root)
    return site


@pytest.mark.usefixtures("site")
def test_check_of_a_good_site_says_so_and_writes_nothing() -> None:
    assert run_here("check") == ("1 piece, nothing to complain of\n", 0)
    assert not Path("public").exists()


def test_check_tells_what_a_build_would(site: SiteUnderTest) -> None:
    site.edit("content/posts/2025-12-22-talks.md", "Text.", "[a](nowhere.md)")
    text, code = run_here("check")
    assert code == 1
    assert text == run_here("build", "--no-search")[0]


def test_check_reports_in_json(site: SiteUnderTest) -> None:
    site.edit("content/posts/2025-12-22-talks.md", "title:", "titel: x\ntitle:")
    text, code = run_here("check", "--format", "json")
    assert code == 1
    assert [one["message"] for one in json.loads(text)["diagnostics"]] == ['unknown key "titel"']


def test_clean_removes_what_a_build_made(site: SiteUnderTest) -> None:
    site.build()
    assert run_here("clean") == ("removed the output folder and the cache\n", 0)
    assert sorted(path.name for path in site.root.iterdir()) == ["content", "site.yaml"]


def test_clean_leaves_what_others_made(site: SiteUnderTest) -> None:
    site.write({"public/letter.txt": "Dear …"})
    text, code = run_here("clean")
    assert code == 2
    assert "was not made by ssg; remove it by hand" in text
    assert (site.root / "public" / "letter.txt").is_file()


def test_new_writes_a_draft_that_builds(site: SiteUnderTest) -> None:
    text, code = run_here(
        "new", "What", "is", "a ceasefire?", "--tag", "Gaza", "--section", "World"
    )
    assert code == 0
    (path,) = Path("content/posts").glob("*-what-is-a-ceasefire.md")
    assert text == f"wrote {path}, a draft: set draft to false to publish it\n"
    assert site.build().articles == 1


def test_new_site_is_written_and_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text, code = run_here("new", "site", "my-blog")
    assert code == 0
    assert text.endswith("now: ssg serve --site my-blog\n")
    text, code = run_here("build", "--site", "my-blog", "--no-search")
    assert code == 0
    assert text.startswith("my-blog/public: 2 articles, 1 page, ")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"]])
def test_help_ends_well(arguments: list[str]) -> None:
    text, code = run_here(*arguments)
    assert code == 0
    assert text
