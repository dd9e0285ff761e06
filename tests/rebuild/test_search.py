"""The search index after edits is what a clean build makes, byte for byte."""

from __future__ import annotations

import shutil
from datetime import timedelta

from tests.conftest import MakeSite
from tests.support.sites import NOW, SiteUnderTest

_TALKS = "content/posts/2025-12-22-talks.md"
_EDITS = (
    (_TALKS, "Florida", "Miami"),
    (_TALKS, "title: Talks", "title: Speeches"),
    (_TALKS, "[Ukraine]", "[ukraine, Russia]"),
    ("content/about.md", "We.", "They."),
    ("content/sources/slate.md", "title: Slate", "title: Slate Magazine"),
    ("themes/plain/templates/shortcodes/note.html", "<aside>", "<aside>Word "),
    (_TALKS, "draft: false", "draft: true"),
)
_TEXT = """\
-- content/posts/2025-12-22-talks.md --
---
title: Talks
tags: [Ukraine]
draft: false
---
Envoys met in Florida. {% note %}Mind.{% endnote %}
-- content/posts/2025-11-20-cars.md --
---
title: Cars
kind: curated
source: {name: Slate, url: https://example.net/a}
---
Exports fell by much.
-- content/posts/2026-01-16-later.md --
---
title: Later
---
Something else entirely.
-- content/about.md --
---
title: About
---
We.
-- content/sources/slate.md --
---
title: Slate
---
"""


def _index(site: SiteUnderTest, days: int = 0) -> dict[str, bytes]:
    site.build(search=True, now=NOW + timedelta(days=days))
    return {path: data for path, data in site.outputs().items() if path.startswith("pagefind/")}


def _clean_index(site: SiteUnderTest, days: int = 0) -> dict[str, bytes]:
    root = site.root.with_name("clean")
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(site.root, root, ignore=shutil.ignore_patterns(".ssg", "public"))
    return _index(SiteUnderTest(root), days)


def test_index_after_every_edit_is_that_of_a_clean_build(plain_site: MakeSite) -> None:
    site = plain_site(_TEXT)
    before = _index(site)
    for edit in _EDITS:
        site.edit(*edit)
        after = _index(site)
        assert after == _clean_index(site), edit
        assert after != before, edit
        before = after
    assert _index(site, days=2) == _clean_index(site, days=2) != before


def test_index_stands_where_nothing_findable_changed(plain_site: MakeSite) -> None:
    site = plain_site(_TEXT)
    before = _index(site)
    site.write({"content/posts/2025-12-23-draft.md": "---\ntitle: Draft\ndraft: true\n---\n"})
    stamps = {path: path.stat().st_mtime_ns for path in site.output.glob("pagefind/**/*")}
    assert _index(site) == before
    assert stamps
    assert all(path.stat().st_mtime_ns == stamp for path, stamp in stamps.items() if path.is_file())
