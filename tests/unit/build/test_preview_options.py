"""Options of the command line that show what is not out yet, or no longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.broken.terminal import run_here
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_TEXT = """
-- site.yaml --
title: Test
base_url: https://example.org/
timezone: America/New_York
-- content/posts/2025-12-22-out.md --
---
title: Out
---
-- content/posts/2025-12-21-draft.md --
---
title: Draft
draft: true
---
-- content/posts/2025-12-24-later.md --
---
title: Later
date: 2025-12-24 09:30
---
-- content/posts/2025-12-20-gone.md --
---
title: Gone
expires: 2025-12-22
---
"""


@pytest.fixture
def site(light_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> SiteUnderTest:
    site = light_site(_TEXT)
    monkeypatch.chdir(site.root)
    return site


def _shown(site: SiteUnderTest, *options: str) -> set[str]:
    text, code = run_here("build", "--no-search", *options)
    assert code == 0, text
    return {
        path.split("/")[2]
        for path in site.outputs()
        if path.startswith("2025/12/") and path.count("/") == 3
    }


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (["--today", "2025-12-23"], {"out"}),
        (["--today", "2025-12-23", "--drafts"], {"out", "draft"}),
        (["--today", "2025-12-23", "--future"], {"out", "later"}),
        (["--today", "2025-12-23", "--expired"], {"out", "gone"}),
        (
            ["--today", "2025-12-23", "--drafts", "--future", "--expired"],
            {"out", "draft", "later", "gone"},
        ),
        (["--today", "2025-12-21"], {"gone"}),
        (["--today", "2025-12-24"], {"out", "later"}),
        (["--today", "2025-12-24 09:29"], {"out"}),
        (["--today", "2025-12-24 09:30"], {"out", "later"}),
        (["--today", "2025-12-24T14:30:00Z"], {"out", "later"}),
        (["--today", "2025-12-24T14:29:59Z"], {"out"}),
    ],
)
def test_build_shows_what_it_is_told_to(
    site: SiteUnderTest, options: list[str], shown: set[str]
) -> None:
    assert _shown(site, *options) == shown


def test_base_url_may_be_told(site: SiteUnderTest) -> None:
    _shown(site, "--base-url", "https://preview.example.org/branch")
    assert 'href="/branch/' in site.rendered("/")
    assert "https://preview.example.org/branch/" in site.rendered("/robots.txt")


@pytest.mark.parametrize(
    "url", ["example.org", "http://[", "https://x.org/?a", "https://x.org/#a", "https://a b/"]
)
@pytest.mark.usefixtures("site")
def test_base_url_must_be_one(url: str) -> None:
    text, code = run_here("build", "--base-url", url)
    assert code == 2
    assert f'--base-url: "{url}" is no address' in text


def test_output_may_be_told(site: SiteUnderTest, tmp_path: Path) -> None:
    site.output = tmp_path / "out"
    assert _shown(site, "--output", str(site.output), "--today", "2025-12-23") == {"out"}


def test_quiet_build_says_nothing(site: SiteUnderTest) -> None:
    assert run_here("build", "--no-search", "--quiet") == ("", 0)
    assert site.outputs()


@pytest.mark.usefixtures("site")
def test_build_says_what_it_did() -> None:
    text, code = run_here("build", "--no-search", "--today", "2025-12-23")
    assert code == 0
    assert text.startswith("public: 1 article, 0 pages, ")
    assert " written, 0 unchanged, 0 removed in " in text


@pytest.mark.usefixtures("site")
def test_warning_is_shown_and_the_exit_code_is_that_of_success() -> None:
    path = Path("content/posts/2025-12-22-out.md")
    path.write_text("---\ntitle: Out\nmood: calm\n---\n")
    text, code = run_here("build", "--no-search")
    assert code == 0
    assert text.startswith('warning[front-matter/unknown-key]: unknown key "mood"\n')
    assert "\n1 warning\n" in text
