"""What the pages say that rights do and builds write, a build does."""

from __future__ import annotations

import re

import pytest

from ssg.curate.listen_pages import bookmarklet
from ssg.model.site import Preview
from tests.conftest import MakeSite
from tests.docs.pages import first_cells, page
from tests.support.sites import SiteUnderTest

_ORIGINAL = "https://example.com/original"


def _site(make_site: MakeSite, rights: str) -> SiteUnderTest:
    return make_site(f"""
-- content/posts/2026-01-14-piece.md --
---
title: Piece
kind: curated
standfirst: The summary.
section: World
authors: A. Editor
tags: [Ukraine]
aliases: /old/
source: {{name: Slate, url: "{_ORIGINAL}", rights: {rights}, note: By leave.}}
corrections: {{date: 2026-01-15, text: A name was wrong.}}
---
The text itself.
-- content/about.md --
---
title: About
---
""")


@pytest.mark.parametrize("rights", ["link", "excerpt", "full", "licensed"])
def test_rights_do_what_curating_says(rights: str, make_site: MakeSite) -> None:
    site = _site(make_site, rights)
    report = site.build(search=True)
    path = "/2026/01/piece/"
    html = site.rendered(path)
    whole = rights in ("full", "licensed")
    canonical = _ORIGINAL if whole else f"https://example.org{path}"
    assert f'<link rel="canonical" href="{canonical}">' in html
    assert ('<meta name="robots" content="noindex">' in html) == whole
    assert (path in site.rendered("/sitemap.xml")) == (not whole)
    assert (path in site.rendered("/news-sitemap.xml")) == (not whole)
    assert report.search
    assert report.search.documents == (1 if whole else 2)
    # The way to the original stands before the text and after it.
    before, _, after = html.partition("The text itself.")
    for part in (before.partition("<main")[2], after):
        assert f'rel="external" href="{_ORIGINAL}"' in part
    assert path in site.rendered("/tags/ukraine/")
    feed = site.rendered("/feed.xml")
    assert "The summary." in feed
    assert "The text itself." not in feed


def test_the_bookmarklet_is_that_of_the_page() -> None:
    (shown,) = (one.text for one in page("docs/clip.md").blocks() if "javascript:" in one.text)
    assert shown.strip() == bookmarklet("http://127.0.0.1:8017", "TOKEN")


def test_a_preview_hides_what_it_adds_as_writing_says(make_site: MakeSite) -> None:
    site = make_site("""
-- content/posts/2026-01-14-draft.md --
---
title: Draft
draft: true
---
""")
    site.build(preview=Preview(drafts=True))
    assert 'content="noindex"' in site.rendered("/2026/01/draft/")
    assert "/2026/01/draft/" not in site.rendered("/feed.xml")
    assert "/2026/01/draft/" not in site.rendered("/sitemap.xml")


def test_everything_stands_where_publishing_says(make_site: MakeSite) -> None:
    site = _site(make_site, "excerpt")
    gone = "---\ntitle: Gone\nwithdrawn: {date: 2026-01-15, reason: It was wrong.}\n---\n"
    site.write({"content/static/cv.pdf": "x", "content/gone.md": gone})
    with (site.root / "site.yaml").open("a") as config:
        config.write("offline: {articles: 1}\n")
    site.build(search=True)
    table = page("docs/publishing.md").text.split("## What is written")[1]
    cells = list(first_cells(table.split("\n## ")[0]))
    named = {path for cell in cells for path in re.findall(r"`(/[^`]*)`", cell)}
    written = {f"/{name}".removesuffix("index.html") for name in site.outputs()}
    # Of folders something must be in them; a second page takes more articles than these.
    filled = {path.replace(":slug", "ukraine") for path in named if path.startswith("/tags/")}
    filled |= {path for path in named if ":" not in path and path != "/page/2/"}
    missing = {path for path in filled if not any(one.startswith(path) for one in written)}
    assert not missing
    assert {"/2026/01/piece/", "/2026/", "/2026/01/", "/about/", "/old/", "/cv.pdf"} <= written
    # And what is written is named there.
    known = (*filled - {"/"}, "/2026/", "/about/", "/old/", "/cv.pdf", "/authors/", "/sources/")
    known += ("/sections/", "/gone/", "/.made-by-ssg")
    assert not {one for one in written - {"/"} if not one.startswith(known)}
