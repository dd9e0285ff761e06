"""Where articles and pages stand."""

from __future__ import annotations

import re
from datetime import datetime

from ssg.errors import SsgError, error
from ssg.model.document import Document
from ssg.text.dates import date_in_name
from ssg.text.slug import is_slug, slugify


def name_of(path: str) -> tuple[datetime | None, str]:
    """Return the date and the name in the path of a file; a bundle is named by its folder."""
    *folders, file = path.split("/")
    stem = file.rsplit(".", 1)[0]
    return date_in_name(folders[-1] if stem == "index" and folders else stem)


def slug_of(document: Document) -> str:
    """Return the slug of an article or page.

    Raises:
        SsgError: its front matter says one that can't be a segment of a path, or its file name
            has neither letters nor digits.

    """
    given = document.front_matter.slug
    if given:
        if not is_slug(given):
            raise _wrong_slug(document, given)
        return given
    name = name_of(document.path)[1]
    slug = slugify(name)
    if not slug:
        message = f'the file name "{name}" makes no slug'
        hint = "add a slug of letters, digits and hyphens to its front matter"
        raise error("content/no-slug", message, document.place("title"), hint)
    return slug


def article_path(document: Document, pattern: str, slug: str, date: datetime, section: str) -> str:
    """Return the path of an article by the pattern of the site."""
    if document.front_matter.path:
        return document.front_matter.path
    folders = document.path.split("/")[1:-1]
    if document.path.endswith("/index.md"):
        folders = folders[:-1]
    parts = {
        ":year": f"{date.year:04}",
        ":month": f"{date.month:02}",
        ":day": f"{date.day:02}",
        ":slug": slug,
        ":section": section,
        ":folder": "/".join(filter(None, map(slugify, folders))),
    }
    return _fill(pattern, parts)


def page_path(document: Document, pattern: str, slug: str) -> str:
    """Return the path of a page by the pattern of the site."""
    if document.front_matter.path:
        return document.front_matter.path
    folders = document.path.split("/")[:-1]
    if document.path.endswith("/index.md"):
        folders = folders[:-1]
    if document.path == "index.md":
        return "/"
    full = "/".join([*filter(None, map(slugify, folders)), slug])
    return _fill(pattern, {":path": full, ":slug": slug})


def _fill(pattern: str, parts: dict[str, str]) -> str:
    filled = "/".join(parts.get(part, part) for part in pattern.split("/"))
    return re.sub("/{2,}", "/", filled) if "//" in filled else filled


def _wrong_slug(document: Document, given: str) -> SsgError:
    better = slugify(given)
    hint = f'write "{better}"' if better else "use letters, digits and hyphens"
    message = f'the slug "{given}" cannot be a segment of a path'
    return error("content/wrong-slug", message, document.place("slug"), hint)
