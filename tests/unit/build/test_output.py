"""What a build does to the output folder."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_TEXT = """
-- content/posts/2025-12-22-talks.md --
---
title: Talks
tags: [Ukraine]
---
In Florida.
-- content/about.md --
---
title: About
---
We.
-- content/static/map.png --
a map
"""


def _stamps(site: SiteUnderTest) -> dict[str, int]:
    return {path: (site.output / path).stat().st_mtime_ns for path in site.outputs()}


def test_build_counts_what_it_did(light_site: MakeSite) -> None:
    site = light_site(_TEXT)
    first = site.build()
    assert (first.articles, first.pages) == (1, 1)
    # The marker of the folder is no part of the site.
    assert first.counts.written == len(site.outputs()) - 1
    assert (first.counts.unchanged, first.counts.removed) == (0, 0)
    second = site.build()
    assert (second.counts.written, second.counts.removed) == (0, 0)
    assert second.counts.unchanged == first.counts.written


def test_unchanged_files_keep_their_time_stamps(light_site: MakeSite) -> None:
    site = light_site(_TEXT)
    site.build()
    before = _stamps(site)
    site.edit("content/about.md", "We.", "We are editors.")
    site.build()
    after = _stamps(site)
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"about/index.html"}


def test_files_that_no_longer_belong_go(light_site: MakeSite) -> None:
    site = light_site(_TEXT)
    site.build()
    before = set(site.outputs())
    site.remove("content/posts/2025-12-22-talks.md")
    site.remove("content/static/map.png")
    report = site.build()
    gone = before - set(site.outputs())
    assert "map.png" in gone
    assert "2025/12/talks/index.html" in gone
    assert "tags/ukraine/feed.xml" in gone
    assert report.counts.removed == len(gone)
    assert not (site.output / "2025").exists()


def test_files_that_others_put_there_go(light_site: MakeSite) -> None:
    site = light_site(_TEXT)
    site.build()
    (site.output / "stray").mkdir()
    (site.output / "stray" / "file.txt").write_text("x")
    assert site.build().counts.removed == 1
    assert not (site.output / "stray").exists()


def test_file_that_someone_changed_is_written_anew(light_site: MakeSite) -> None:
    site = light_site(_TEXT)
    site.build()
    good = site.rendered("/about/")
    (site.output / "about" / "index.html").write_text("x" * len(good))
    site.build()
    assert site.rendered("/about/") == good


def test_old_folder_held_open_keeps_its_files(light_site: MakeSite) -> None:
    site = light_site(_TEXT)
    site.build()
    with (site.output / "about" / "index.html").open() as reader:
        site.edit("content/about.md", "We.", "They.")
        site.build()
        assert "We." in reader.read()
    assert "They." in site.rendered("/about/")


def test_output_may_lie_outside_the_site(light_site: MakeSite, tmp_path: Path) -> None:
    site = light_site(_TEXT)
    site.output = tmp_path / "deep" / "out"
    site.build()
    assert (site.output / "about" / "index.html").is_file()
    assert not list(site.output.parent.glob(".out*"))


def test_empty_site_builds(light_site: MakeSite) -> None:
    site = light_site()
    assert site.build().articles == 0
    assert "<title>" in site.rendered("/")


def test_report_says_where_the_time_went(light_site: MakeSite) -> None:
    report = light_site(_TEXT).build()
    assert {"load", "parse", "relate", "plan", "verify", "render", "write", "total"} <= set(
        report.seconds
    )
    assert {kind for kind, _, _ in report.slowest} >= {"article", "page", "term", "feed"}


def test_warnings_are_reported_and_stop_nothing(light_site: MakeSite) -> None:
    site = light_site(_TEXT)
    site.edit("content/about.md", "title: About", "title: About\nmood: calm")
    (warning,) = site.build().warnings
    assert warning.message == 'unknown key "mood"'


def test_broken_links_may_be_warnings(light_site: MakeSite) -> None:
    site = light_site(_TEXT)
    site.edit("content/about.md", "We.", "[We](nowhere.md).")
    site.edit("site.yaml", "title: Test\n", "title: Test\nlinks: {broken: warn}\n")
    (warning,) = site.build().warnings
    assert (warning.severity, warning.code) == ("warning", "links/broken")
    assert '<a href="nowhere.md">We</a>' in site.rendered("/about/")
