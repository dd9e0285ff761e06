"""Every example is one that ssg takes without a complaint."""

from __future__ import annotations

from typing import Any

import pytest

from ssg.config.site import SiteConfig, decode_site
from ssg.pictures.icon import drawn_icon
from tests.conftest import MakeSite
from tests.docs.pages import ROOT, Block, pages
from tests.unit.pictures.design import design

_BLOCKS = [block for page in pages() for block in page.blocks()]
# What the examples link to and name.
_FILES = """
-- content/posts/talks.md --
---
title: Talks
date: 2025-12-01
tags: [Ukraine]
---
## Result
-- content/posts/2025-12-01-florida-talks.md --
---
title: Florida talks
---
-- content/posts/2025-12-01-special-envoys.md --
---
title: Special envoys
---
-- content/about.md --
---
title: About
---
-- content/tags/ukraine.md --
---
title: Ukraine
---
"""
_BESIDE = (
    "Annex A.pdf",
    "envoys.jpg",
    "envoys-close.jpg",
    "flourish.png",
    "hearing.jpg",
    "hearing.mp3",
    "hearing.mp4",
    "hearing.txt",
    "hearing.vtt",
    "line.png",
    "line.svg",
    "order.pdf",
)


def _fragments(language: str, of: str = "") -> list[Block]:
    found = (one for one in _BLOCKS if (one.language, one.of) == (language, of) and not one.file)
    return list(found)


@pytest.mark.parametrize("block", _fragments("markdown"), ids=lambda block: block.place)
def test_markdown(block: Block, make_site: MakeSite) -> None:
    site = make_site(_FILES)
    folder = "content/posts/example"
    site.write({f"{folder}/{name}": "x" for name in _BESIDE})
    site.write(
        {f"{folder}/index.md": f"---\ntitle: An example\ndate: 2025-12-02\n---\n{block.text}"}
    )
    assert site.complaints() == ""
    assert "\x00" not in site.rendered("/2025/12/example/")


@pytest.mark.parametrize("block", _fragments("yaml", "front-matter"), ids=lambda block: block.place)
def test_front_matter(block: Block, make_site: MakeSite) -> None:
    site = make_site(_FILES)
    title = "" if "title:" in block.text else "title: An example\n"
    site.write({f"content/posts/example/{name}": "x" for name in _BESIDE})
    text = f"---\n{title}date: 2025-12-02\n{block.text}---\nText.\n"
    if "\ndate:" in block.text:
        text = text.replace("date: 2025-12-02\n", "", 1)
    site.write({"content/posts/example/index.md": text})
    assert site.complaints() == ""


def _files_of(config: SiteConfig) -> dict[str, bytes]:
    """Return files for the names of files that a site.yaml holds."""
    font = (ROOT / "themes/default/static/fonts/newsreader.woff2").read_bytes()
    icon = drawn_icon("T", 512, False, design()) if config.icon else b""
    icons = {config.icon: icon} if config.icon else {}
    return {**icons, **dict.fromkeys(config.share_cards.fonts, font)}


@pytest.mark.parametrize("block", _fragments("yaml", "site"), ids=lambda block: block.place)
def test_site_yaml(block: Block, make_site: MakeSite) -> None:
    needed = "" if "base_url:" in block.text else "title: T\nbase_url: https://example.org/\n"
    config = decode_site(needed + block.text, "site.yaml")
    site = make_site()
    site.write({"site.yaml": needed + block.text, **_files_of(config)})
    assert config.title
    assert site.complaints() == ""


@pytest.mark.parametrize("block", _fragments("python"), ids=lambda block: block.place)
def test_python(block: Block, make_site: MakeSite) -> None:
    """It is a test itself, and passes."""
    made: dict[str, Any] = {"MakeSite": MakeSite}
    exec(block.text, made)
    (test,) = (value for name, value in made.items() if name.startswith("test_"))
    test(make_site)


def test_every_block_is_of_a_kind_that_is_tested() -> None:
    tested = {("sh", ""), ("markdown", ""), ("yaml", "front-matter"), ("yaml", "site")}
    tested |= {("python", "")}
    shown_only = [one for one in _BLOCKS if not one.file and (one.language, one.of) not in tested]
    assert {block.language for block in shown_only} <= {"text"}
