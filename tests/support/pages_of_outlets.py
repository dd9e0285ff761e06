"""Hand-made pages of outlets, with what an editor would take from them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import trafilatura
import yaml
from trafilatura.metadata import extract_metadata

from ssg.extract.clipping import Clipping, Metadata

FOLDER = Path(__file__).parents[1] / "extract" / "pages"

FIELDS = (
    "title",
    "published",
    "time",
    "authors",
    "canonical",
    "outlet",
    "language",
    "standfirst",
    "image",
    "alt",
    "caption",
    "credit",
    "tags",
)
"""What is judged of a page; each only where the page states it."""


@dataclass(frozen=True, slots=True)
class OutletPage:
    """A page, and what is right about it."""

    name: str
    """The name of its files."""
    data: bytes
    """The page as a server sends it."""
    expected: Mapping[str, Any]
    """What its YAML file says."""

    @property
    def url(self) -> str:
        """Where it was found."""
        return str(self.expected["url"])

    @property
    def charset(self) -> str:
        """The charset that its server names, rightly or not."""
        return str(self.expected.get("charset", ""))

    @property
    def keep(self) -> list[str]:
        """Passages of the article."""
        return [str(one) for one in self.expected.get("keep", [])]

    @property
    def drop(self) -> list[str]:
        """Passages of what surrounds it."""
        return [str(one) for one in self.expected.get("drop", [])]


def outlet_pages() -> list[OutletPage]:
    """Return all pages, by name."""
    return [
        OutletPage(
            path.stem,
            path.with_suffix(".html").read_bytes(),
            yaml.safe_load(path.read_text("utf-8")),
        )
        for path in sorted(FOLDER.glob("*.yaml"))
    ]


def judge(page: OutletPage, found: Metadata) -> dict[str, bool]:
    """Tell of every field that the page states whether it was read rightly.

    Titles, names and sentences are the same where their words are; a moment is right where its
    day is, and its time is judged apart.
    """
    expected = page.expected
    verdict: dict[str, bool] = {}
    for field in ("title", "outlet", "standfirst", "language"):
        if field in expected:
            right = [expected[field], expected.get(f"{field}_or", expected[field])]
            verdict[field] = any(same(str(one), str(getattr(found, field))) for one in right)
    if "authors" in expected:
        either = [expected["authors"], expected.get("authors_or", expected["authors"])]
        verdict["authors"] = any(
            list(map(same_key, found.authors)) == list(map(same_key, one)) for one in either
        )
    if expected.get("canonical"):
        verdict["canonical"] = found.url == expected["canonical"]
    if "published" in expected:
        right = expected["published"]
        verdict["published"] = _day(found.published) == _day(right)
        verdict["time"] = found.published == right and type(found.published) is type(right)
    if "image" in expected:
        _judge_image(expected["image"], found, verdict)
    if "tags" in expected:
        verdict["tags"] = list(map(same_key, found.tags)) == list(map(same_key, expected["tags"]))
    return verdict


def passages(page: OutletPage, text: str) -> tuple[list[str], list[str]]:
    """Return the passages of the article that a text lacks, and those of others that it holds."""
    plain = words(text)
    missing = [one for one in page.keep if words(one) not in plain]
    foreign = [one for one in page.drop if words(one) in plain]
    return missing, foreign


def words(text: str) -> str:
    """Return the words of a Markdown text: what links lead to and marks left out."""
    text = re.sub(r"\]\([^)\s]*\)", "", text)
    return " ".join(re.findall(r"\w+", text.casefold()))


def same(one: str, other: str) -> bool:
    """Tell whether two texts have the same words."""
    return same_key(one) == same_key(other)


def same_key(text: str) -> str:
    """Return what two spellings of a text have in common."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _judge_image(
    right: Mapping[str, str] | None, found: Metadata, verdict: dict[str, bool]
) -> None:
    image = found.image
    if right is None:
        verdict["image"] = image is None
        return
    if "src" in right:
        verdict["image"] = image is not None and image.src == right["src"]
    for field in ("alt", "caption", "credit"):
        if field in right:
            verdict[field] = image is not None and same(getattr(image, field), right[field])


def _day(moment: object) -> date | None:
    if isinstance(moment, datetime):
        return moment.date()
    return moment if isinstance(moment, date) else None


def of_trafilatura(page: OutletPage) -> Clipping:
    """Return what trafilatura alone takes from a page."""
    text = trafilatura.extract(
        page.data, url=page.url, include_comments=False, output_format="markdown"
    )
    tree = trafilatura.load_html(page.data)
    if tree is None:
        return Clipping(Metadata(page.url), "")
    document = extract_metadata(tree, default_url=page.url)
    authors = tuple(one.strip() for one in (document.author or "").split(";") if one.strip())
    try:
        published = date.fromisoformat((document.date or "")[:10])
    except ValueError:
        published = None
    metadata = Metadata(
        url=document.url or "",
        title=document.title or "",
        standfirst=document.description or "",
        authors=authors,
        outlet=document.sitename or "",
        published=published,
        language=document.language or "",
        tags=tuple(document.tags or ()),
    )
    return Clipping(metadata, text or "")
