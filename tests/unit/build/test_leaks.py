"""Nothing unpublished is anywhere in the output, nor in the search index."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from ssg.model.site import Preview
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_SECRETS = ("Xylophone", "xylophone")


def _unpublished(kind: str, front_matter: str, date: str) -> str:
    return f"""
-- content/posts/{date}-xylophone-{kind}/index.md --
---
title: Xylophone title {kind}
standfirst: Xylophone standfirst
tags: [Xylophone tag {kind}, Shared]
section: Xylophone section
authors: [Xylophone author]
kind: curated
source: {{name: Xylophone outlet, url: "https://xylophone.example/"}}
image: {{src: xylophone.png, alt: Xylophone, caption: Xylophone}}
aliases: [/xylophone-{kind}/]
thread: Xylophone
related: [talks]
corrections: [{{date: 2025-12-22, text: Xylophone}}]
extra: {{word: Xylophone}}
{front_matter}
---
## Xylophone heading

Xylophone text. ![Xylophone](xylophone.png) [a file](xylophone.pdf)
-- content/posts/{date}-xylophone-{kind}/xylophone.png --
Xylophone picture
-- content/posts/{date}-xylophone-{kind}/xylophone.pdf --
Xylophone file
"""


_TEXT = (
    _unpublished("draft", "draft: true", "2025-12-21")
    + _unpublished("scheduled", "", "2999-01-01")
    + _unpublished("expired", "expires: 2025-12-30", "2025-12-20")
    + """
-- content/posts/2025-12-22-talks.md --
---
title: Talks
tags: [Shared]
---
In Florida.
-- content/posts/loose-xylophone.txt --
Xylophone
-- content/xylophone.md --
---
title: Xylophone page
draft: true
---
Xylophone
-- content/_xylophone/notes.md --
Xylophone
-- content/_data/xylophone.yaml --
word: Xylophone
-- content/posts/.xylophone.md.swp --
Xylophone
"""
)


def _found(folder: Path) -> list[str]:
    """Return the files that hold a secret in their name or their text, unpacked where packed."""
    found: list[str] = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        name = path.relative_to(folder).as_posix()
        data = path.read_bytes()
        if data[:2] == b"\x1f\x8b":
            data = gzip.decompress(data)
        if any(secret.encode() in data or secret in name for secret in _SECRETS):
            found.append(name)
    return found


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    return make_site(_TEXT)


def test_nothing_unpublished_is_in_the_output(site: SiteUnderTest) -> None:
    site.build(search=True)
    assert _found(site.output) == []


def test_what_was_shown_in_a_preview_is_gone_from_the_next_build(site: SiteUnderTest) -> None:
    site.build(search=True, preview=Preview(drafts=True, future=True, expired=True))
    shown = _found(site.output)
    assert "2025/12/xylophone-draft/index.html" in shown
    assert "2025/12/xylophone-draft/xylophone.pdf" in shown
    assert any(name.startswith("pagefind/fragment/") for name in shown)
    site.build(search=True)
    assert _found(site.output) == []
    assert _found(site.root / ".ssg" / "search") == []


def test_withdrawn_article_is_gone_from_the_next_build(site: SiteUnderTest) -> None:
    site.build(search=True)
    site.edit("content/posts/2025-12-22-talks.md", "title: Talks", "title: Talks\ndraft: true")
    site.build(search=True)
    for path, data in site.outputs().items():
        assert "talks" not in path
        assert b"In Florida" not in (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data)


def test_preview_keeps_unpublished_pieces_out_of_feeds_and_sitemaps(site: SiteUnderTest) -> None:
    site.build(preview=Preview(drafts=True, future=True, expired=True))
    for name in ("feed.xml", "rss.xml", "feed.json", "news-sitemap.xml"):
        assert "ylophone title" not in site.rendered(f"/{name}")
    assert "/2025/12/xylophone-draft/" not in site.rendered("/sitemap.xml")
    assert "noindex" in site.rendered("/2025/12/xylophone-draft/")
