"""The judged collections of ../shared/corpora as sites of ssg."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ssg.text.slug import slugify

COLLECTIONS = ("rel-18f-links", "rel-mlaw-links", "rel-basil")
"""Their folders."""

_CONFIG = """\
title: Judged
base_url: https://example.org/
markdown: {raw_html: false}
links: {broken: warn}
"""
_NO_TARGET = re.compile(r"\]\(\s*\)")


@dataclass(frozen=True, slots=True)
class Judged:
    """An article of a collection."""

    id: str
    """By which the judgements know it; may hold slashes."""
    title: str
    """Its headline."""
    date: str
    """When it was published; may be empty."""
    tags: tuple[str, ...]
    """Its tags, each once however it is spelt."""
    text: str
    """What it says, as it stands in the collection."""


def articles_of(folder: Path) -> Iterator[Judged]:
    """Yield the articles of a collection."""
    with (folder / "docs.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            fields = json.loads(line)
            tags = {slugify(tag): tag for tag in fields.get("tags", ())}
            yield Judged(
                id=fields["id"],
                title=fields["title"],
                date=fields["date"],
                # What has no letters names no page, and is no tag.
                tags=tuple(tag for slug, tag in tags.items() if slug),
                text=fields["text"],
            )


def write_site(folder: Path, root: Path) -> None:
    """Write a collection as a site: an article is ``content/posts/ID.md``."""
    root.mkdir(parents=True)
    (root / "site.yaml").write_text(_CONFIG, "utf-8")
    spelling: dict[str, str] = {}
    for number, article in enumerate(articles_of(folder)):
        # One spelling for a tag throughout: the first.
        tags = [spelling.setdefault(slugify(tag), tag) for tag in article.tags]
        front_matter = {
            # A title is needed; this one has no words.
            "title": article.title.strip() or "…",
            "date": article.date,
            # Names of files make slugs of any length, and now and then the same one twice.
            "slug": f"a{number}",
            "tags": tags,
        }
        # JSON is YAML, and quotes whatever needs it.
        keys = "\n".join(f"{key}: {json.dumps(value)}" for key, value in front_matter.items())
        # What looks like a shortcode is none, and a link without a target is an error.
        text = _NO_TARGET.sub("]", article.text.replace("{%", "\\{%"))
        place = root / "content" / "posts" / f"{article.id}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"---\n{keys}\n---\n{text}\n", "utf-8")
