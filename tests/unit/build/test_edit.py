"""A site after an edit is what the folder would make afresh, or is made afresh."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ssg.build.cache import Cache
from ssg.build.edit import Ground, edited, ground_of
from ssg.build.memory import Memory
from ssg.build.project import Options, Project, open_project
from ssg.errors import SsgError
from ssg.model.site import Preview
from tests.conftest import MakeSite
from tests.support.projects import assert_same_project
from tests.support.sites import NOW, SiteUnderTest

_TALKS = "content/posts/2025-12-22-talks.md"
_FLOOD = "content/posts/2025-12-20-flood.md"
_GONE = "content/posts/2025-12-17-gone.md"
_ABOUT = "content/about.md"
_SITE = f"""
-- {_TALKS} --
---
title: The talks
tags: [Ukraine, Peace]
authors: [Ada]
section: World
thread: Talks
aliases: [/old-talks/]
related: [flood]
standfirst: They *met*.
---
## Said

Envoys met in Florida over a plan for peace in Ukraine. See [the flood](2025-12-20-flood.md#dam)
and [the paper](paper.pdf).
-- content/posts/2025-12-21-more.md --
---
title: More talks
tags: [Ukraine]
thread: Talks
follows: talks
related: [talks]
---
Envoys met again over a plan for peace, as [said](2025-12-22-talks.md#said).
-- {_FLOOD} --
---
title: The flood
kind: curated
source: {{name: Slate, url: https://slate.com/a/b-c/}}
section: World
corrections: [{{date: 2025-12-23, text: "It was *[so](../about.md)*."}}]
---
## Dam

The flood reached the old town at night; see [nothing](nowhere.md).
-- content/posts/2025-12-18-hidden.md --
---
title: Hidden
expires: 2025-12-19
---
Over.
-- content/posts/2026-02-01-later.md --
---
title: Later
---
Not yet.
-- {_GONE} --
---
title: Gone
withdrawn: {{date: 2025-12-19, reason: It was not so.}}
---
It was so. ![Only](only.png)
-- content/posts/only.png --
only
-- content/posts/shot.png --
shot
-- content/posts/paper.pdf --
paper
-- content/posts/unused.pdf --
unused
-- {_ABOUT} --
---
title: About
---
We [write](posts/2025-12-22-talks.md).

![A shot](posts/shot.png)
"""


class _Edited:
    """A site that is opened once, and edited."""

    def __init__(self, site: SiteUnderTest) -> None:
        self.site = site
        self.options = Options(now=NOW, preview=Preview(drafts=True, future=True), live=True)
        self._memory = Memory(Cache(None))
        self.before = open_project(site.root, self.options, self._memory)
        self._project = self.before
        self._ground: Ground = ground_of(self._project)

    def after(self, *files: str | Path) -> Project | None:
        """Return the site after an edit of some files, and go on from there."""
        folder = self.site.root.resolve()
        found = edited(self._project, self._ground, [folder / name for name in files], self._memory)
        if found:
            self._project = found
        return found

    def afresh(self) -> Project:
        return open_project(self.site.root, self.options, Memory(Cache(None)))


@pytest.fixture
def opened(light_site: MakeSite) -> _Edited:
    """Open a site with an article of each kind."""
    site = light_site(_SITE)
    with (site.root / "site.yaml").open("a") as config:
        config.write("links: {broken: warn}\n")
    return _Edited(site)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (_TALKS, "Envoys met in", "Ministers ate fish in"),
        (_TALKS, "title: The talks", "title: Talks, once more"),
        (_TALKS, "They *met*.", "They **met**."),
        (_TALKS, "aliases:", "toc: true\ncomments: false\nextra: {a: 1}\naliases:"),
        (_ABOUT, "A shot", "Another shot"),
        (_TALKS, "aliases:", "canonical: https://example.com/a/\naliases:"),
        (_TALKS, "## Said", "## Told"),
        (_TALKS, "## Said", "## Said\n\n## And more"),
        (_TALKS, "#dam", "#dyke"),
        (_TALKS, "See", "See [us](../about.md), [this](#said) and"),
        (_FLOOD, "## Dam", "## Dyke"),
        (_FLOOD, "title: The flood", "title: A flood"),
        (_FLOOD, "The flood reached", "Again:\n\nThe flood reached"),
        (_FLOOD, "nowhere.md", "2025-12-22-talks.md"),
        (_FLOOD, "nowhere.md", "https://example.com/"),
        (_ABOUT, "We", "We all"),
        (_ABOUT, "title: About", "title: About us"),
        ("content/posts/2025-12-18-hidden.md", "Over.", "Over and out."),
        ("content/posts/2026-02-01-later.md", "Not yet.", "Not [yet](2025-12-20-flood.md#dam)."),
    ],
)
def test_edit_in_place_leaves_what_is_made_afresh(
    opened: _Edited, file: str, old: str, new: str
) -> None:
    opened.site.edit(file, old, new)
    found = opened.after(file)
    assert found
    assert_same_project(found, opened.afresh())
    # And back again, from what the edit has left.
    before = opened.before
    opened.site.edit(file, new, old)
    found = opened.after(file)
    assert found
    assert_same_project(found, before)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (_TALKS, "Ukraine, Peace", "Ukraine"),
        (_TALKS, "authors: [Ada]", "authors: [Bo]"),
        (_TALKS, "section: World", "section: Economy"),
        (_TALKS, "thread: Talks", "thread: Peace"),
        (_TALKS, "aliases: [/old-talks/]", "aliases: [/older-talks/]"),
        (_TALKS, "related: [flood]", "related: []"),
        (_TALKS, "aliases:", "related_exclude: [more]\naliases:"),
        (_TALKS, "aliases:", "corrections: [{date: 2025-12-23, text: It was *so*.}]\naliases:"),
        (_TALKS, "aliases:", "withdrawn: {date: 2025-12-23, reason: It was not so.}\naliases:"),
        (_GONE, "![Only](only.png)", "![Only](/map.png)"),
        (_TALKS, "paper.pdf", "only.png"),
        (_TALKS, "aliases:", "image: {src: shot.png, alt: A shot}\naliases:"),
        (_ABOUT, "![A shot]", "[A shot]"),
        (_TALKS, "aliases:", "draft: true\naliases:"),
        (_TALKS, "aliases:", "date: 2025-12-01\naliases:"),
        (_TALKS, "aliases:", "updated: 2025-12-29\naliases:"),
        (_TALKS, "aliases:", "expires: 2026-12-01\naliases:"),
        (_TALKS, "aliases:", "slug: talking\naliases:"),
        (_TALKS, "aliases:", "path: /talks/\naliases:"),
        (_TALKS, "aliases:", "pinned: true\naliases:"),
        (_TALKS, "aliases:", "image: {src: paper.pdf, alt: A paper}\naliases:"),
        (_FLOOD, "kind: curated", "kind: link"),
        (_FLOOD, "name: Slate", "name: Reuters"),
        (_FLOOD, "nowhere.md", "unused.pdf"),
        (_TALKS, "paper.pdf", "../about.md"),
    ],
)
def test_edit_that_moves_something_is_no_edit_in_place(
    opened: _Edited, file: str, old: str, new: str
) -> None:
    opened.site.edit(file, old, new)
    assert opened.after(file) is None


@pytest.mark.parametrize(
    "files",
    [
        {"content/posts/2025-12-23-new.md": "---\ntitle: New\n---\n"},
        {"content/posts/unused.pdf": "other"},
        {"content/posts/shot.png": "another shot"},
        {"content/tags/ukraine.md": "---\ntitle: Ukraine\n---\n"},
        {"content/_data/facts.yaml": "a: 1\n"},
        {"site.yaml": "title: Other\nbase_url: https://example.org/\n"},
        {"themes/plain/templates/extra.html": "x"},
        {f"content/posts/new{number}.md": "x" for number in range(3)},
    ],
)
def test_other_files_are_no_edit_in_place(opened: _Edited, files: dict[str, str]) -> None:
    opened.site.write(files)
    assert opened.after(*files) is None
    assert opened.after(_TALKS, *files) is None


def test_file_that_is_gone_or_a_link_is_no_edit_in_place(opened: _Edited) -> None:
    opened.site.remove(_ABOUT)
    assert opened.after(_ABOUT) is None
    (opened.site.root / _ABOUT).symlink_to(opened.site.root / _TALKS)
    assert opened.after(_ABOUT) is None


def test_several_files_at_once(opened: _Edited) -> None:
    opened.site.edit(_TALKS, "Envoys", "Ministers")
    opened.site.edit(_FLOOD, "## Dam", "## Dyke")
    opened.site.edit(_ABOUT, "We", "They")
    found = opened.after(_TALKS, _FLOOD, _ABOUT)
    assert found
    assert_same_project(found, opened.afresh())


def test_complaint_about_a_pin_is_made_afresh(opened: _Edited) -> None:
    opened.site.edit(_TALKS, "related: [flood]", "related: [flood, hidden]")
    again = _Edited(opened.site)
    assert again.afresh().warnings
    opened.site.edit(_TALKS, "title: The talks", "extra: {a: 1}\ntitle: The talks")
    assert again.after(_TALKS) is None


@pytest.mark.parametrize(
    ("old", "new"), [("title: The talks", "tilte: The talks"), ("# Said", "# Said {% no %}")]
)
def test_what_is_wrong_is_said_as_when_all_is_read(opened: _Edited, old: str, new: str) -> None:
    opened.site.edit(_TALKS, old, new)
    with pytest.raises(SsgError) as found:
        opened.after(_TALKS)
    with pytest.raises(SsgError) as expected:
        opened.afresh()
    assert found.value.diagnostics == expected.value.diagnostics


def test_broken_link_is_an_error_where_the_site_says_so(opened: _Edited) -> None:
    opened.site.edit("site.yaml", "broken: warn", "broken: error")
    opened.site.edit(_FLOOD, "nowhere.md", "2025-12-22-talks.md")
    again = _Edited(opened.site)
    opened.site.edit(_FLOOD, "2025-12-22-talks.md", "nowhere.md")
    opened.site.edit(_FLOOD, "## Dam", "## Dyke")
    with pytest.raises(SsgError) as found:
        again.after(_FLOOD)
    with pytest.raises(SsgError) as expected:
        again.afresh()
    assert len(found.value.diagnostics) == 2
    assert found.value.diagnostics == expected.value.diagnostics


def test_ground_holds_until_time_changes_the_site(opened: _Edited) -> None:
    assert ground_of(opened.afresh()).until == NOW.replace(month=2, day=1, hour=0)
    options = replace(opened.options, now=NOW + timedelta(days=300))
    project = open_project(opened.site.root, options, Memory(Cache(None)))
    assert ground_of(project).until is None


def test_file_of_another_folder_is_no_edit_in_place(opened: _Edited, tmp_path: Path) -> None:
    (tmp_path / "about.md").write_text("x")
    assert opened.after(tmp_path / "about.md") is None
    assert opened.after() is None


def test_what_was_told_of_the_theme_is_told_after_an_edit(make_site: MakeSite) -> None:
    site = make_site(_SITE)
    site.write(
        {
            "site.yaml": "title: Test\nbase_url: https://example.org/\n"
            "theme: mine\nlinks: {broken: warn}\n",
            "themes/mine/theme.yaml": "name: mine\nextends: plain\n",
            "themes/mine/templates/404.html": '{% extends "plain/404.html" %}\n'
            "{% block lastet %}{% endblock %}\n",
        }
    )
    session = _Edited(site)
    site.edit(_TALKS, "met in Florida", "met in Berlin")
    after = session.after(_TALKS)
    assert after
    assert "template/unknown-block" in {one.code for one in after.warnings}
    assert after.warnings == session.before.warnings
