"""The same articles as sites of several generators."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.bench.corpus import DAYS, FIRST_DAY, Piece, markdown, picture, pieces

_TEMPLATES = Path(__file__).parent / "templates"
_MIDDLE = FIRST_DAY + timedelta(days=DAYS / 2)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a generator wants its files."""

    templates: str
    """The folder of all that is not an article, below ``templates/``."""
    articles: str
    """The folder of articles."""
    pictures: str
    """The folder of pictures."""
    article: Callable[[Piece], str]
    """Returns the file of an article."""


def write_sites(count: int, sites: Mapping[Path, Layout]) -> Piece:
    """Write a site of so many articles into each folder; return one from the middle in time."""
    for root, layout in sites.items():
        shutil.copytree(_TEMPLATES / layout.templates, root, dirs_exist_ok=True)
        (root / layout.articles).mkdir(parents=True)
        (root / layout.pictures).mkdir(parents=True, exist_ok=True)
    middle: Piece | None = None
    for piece in pieces(count):
        for root, layout in sites.items():
            write_article(root, layout, piece)
        if middle is None or abs(piece.date - _MIDDLE) < abs(middle.date - _MIDDLE):
            middle = piece
    assert middle, "a site has articles"
    return middle


def write_article(root: Path, layout: Layout, piece: Piece) -> Path:
    """Write an article, and the picture it shows, into a site; return its file."""
    file = root / layout.articles / f"{piece.name}.md"
    file.write_text(layout.article(piece), "utf-8")
    if piece.picture:
        (root / layout.pictures / piece.picture).write_bytes(picture(piece.number))
    return file


def _ssg(piece: Piece) -> str:
    keys = {
        "title": piece.title,
        "date": piece.date.isoformat(),
        "standfirst": piece.sentences[1],
        "section": piece.section,
        "authors": [piece.author],
        "tags": piece.tags,
        "kind": "curated",
        "source": {"name": piece.outlet, "url": piece.original, "rights": "excerpt"},
    }
    return _yaml(keys) + markdown(piece, lambda number: f"a{number}.md")


def _hugo(piece: Piece) -> str:
    keys = {
        "title": piece.title,
        "date": piece.date.isoformat(),
        "description": piece.sentences[1],
        "sections": [piece.section],
        "authors": [piece.author],
        "tags": piece.tags,
        "sources": [piece.outlet],
        "params": {"original": piece.original},
    }
    return _yaml(keys) + markdown(piece, lambda number: f'{{{{< relref "/posts/a{number}.md" >}}}}')


def _eleventy(piece: Piece) -> str:
    keys = {
        "layout": "post.njk",
        "title": piece.title,
        "date": piece.date.isoformat(),
        "description": piece.sentences[1],
        "section": piece.section,
        "author": piece.author,
        "tags": ["posts", *piece.tags],
        "source": piece.outlet,
        "original": piece.original,
    }
    return _yaml(keys) + markdown(piece, lambda number: f"/posts/a{number}/")


def _pelican(piece: Piece) -> str:
    keys = {
        "Title": piece.title,
        "Date": f"{piece.date:%Y-%m-%d %H:%M}",
        "Slug": piece.name,
        "Summary": piece.sentences[1],
        "Category": piece.section,
        "Authors": piece.author,
        "Tags": ", ".join(piece.tags),
        "Source": piece.outlet,
    }
    head = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return head + "\n" + markdown(piece, lambda number: f"{{filename}}a{number}.md")


def _yaml(keys: Mapping[str, object]) -> str:
    # JSON is YAML, and quotes whatever needs it.
    lines = "\n".join(f"{key}: {json.dumps(value)}" for key, value in keys.items())
    return f"---\n{lines}\n---\n"


SSG = Layout("ssg", "content/posts", "content/static/pictures", _ssg)
HUGO = Layout("hugo", "content/posts", "static/pictures", _hugo)
ELEVENTY = Layout("eleventy", "posts", "pictures", _eleventy)
PELICAN = Layout("pelican", "content/posts", "content/pictures", _pelican)
