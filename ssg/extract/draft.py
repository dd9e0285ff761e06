"""A clipping becomes a draft: front matter that holds whatever a page says, and its first words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

import yaml

from ssg.extract.clipping import ClippedImage, Clipping, Metadata
from ssg.extract.escaping import escape, visible
from ssg.extract.excerpt import first_sentences
from ssg.text.page_key import without_tracking
from ssg.text.slug import slugify
from ssg.text.urls import host_of, is_web_url

WHOLE = ("full", "licensed")
"""The rights under which the whole text stands in a draft."""

# More than anybody writes; a page may say anything.
_TITLE, _SENTENCE, _NAME = 300, 1000, 200
_NAME_BYTES = 180
_OWN_WORDS = "Your own words: what it reports, and why it matters here."
_IMAGE_NOTE = "The picture of the outlet; take out the marks once you may show it:"


@dataclass(frozen=True, slots=True)
class Choices:
    """What an editor says of a piece that is taken up."""

    rights: str = "excerpt"
    """By what right it will stand there."""
    note: str = ""
    """A note on the use."""
    section: str = ""
    """The section."""
    tags: tuple[str, ...] = ()
    """Tags that it gets, whether the blog has them or not."""


@dataclass(frozen=True, slots=True)
class Names:
    """How the blog spells what it writes about, by slug."""

    tags: Mapping[str, str] = field(default_factory=dict)
    """Tags."""
    sections: Mapping[str, str] = field(default_factory=dict)
    """Sections."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be written."""

    name: str
    """Its name, without an ending."""
    text: str
    """What it holds."""
    title: str
    """The headline."""
    outlet: str
    """The outlet, as the blog calls it."""
    url: str
    """The address of the original."""
    tags: tuple[str, ...]
    """Its tags."""
    section: str
    """Its section."""
    quotation: str
    """What is quoted, as Markdown; the whole text where that stands there."""


def make_draft(
    clipping: Clipping,
    choices: Choices,
    outlet: str,
    names: Names,
    now: datetime,
    quoted_words: int,
) -> Draft:
    """Return the draft of a clipping that has a title and an address.

    Args:
        clipping: the page.
        choices: what the editor says of it.
        outlet: what the blog calls the outlet.
        names: how the blog spells its tags and sections.
        now: the moment, in the zone of the site.
        quoted_words: how many words of it may be quoted.

    """
    page = clipping.metadata
    title, url = title_of(page), address_of(page)
    tags = _tags(page.tags, choices.tags, names.tags)
    section = names.sections.get(slugify(choices.section), choices.section)
    front: dict[str, Any] = {"title": title, "date": f"{now:%Y-%m-%d %H:%M}", "draft": True}
    if page.standfirst:
        front["standfirst"] = escape(_short(page.standfirst, _SENTENCE))
    if tags:
        front["tags"] = list(tags)
    if section:
        front["section"] = section
    front["kind"] = "curated"
    front["source"] = _source(page, choices, outlet, url)
    whole = choices.rights in WHOLE
    image = _image(page.image) if page.image else {}
    comment = ""
    if image and whole:
        front["image"] = image
    elif image:
        lines = [_IMAGE_NOTE, *_yaml({"image": image}).splitlines()]
        comment = "".join(f"# {line}\n" for line in lines)
    quotation = clipping.text.strip() if whole else ""
    if choices.rights == "excerpt":
        quotation = first_sentences(clipping.text, quoted_words)
    body = quotation
    if not whole:
        # Without a line of its own a last paragraph that begins with a dash would be taken for it.
        said = f"\n\n{quotation}\n>\n> — {escape(outlet)}" if quotation else ""
        body = _OWN_WORDS + said
    return Draft(
        name=f"{now:%Y-%m-%d}-{_file_name(title, url)}",
        text=f"---\n{_yaml(front)}{comment}---\n{body}\n",
        title=title,
        outlet=outlet,
        url=url,
        tags=tags,
        section=section,
        quotation=quotation,
    )


def title_of(page: Metadata) -> str:
    """Return the title that a draft gets; empty where the page has none."""
    return _short(page.title, _TITLE)


def address_of(page: Metadata) -> str:
    """Return the address that a draft names; empty where none is known."""
    url = "".join(visible(page.url).split())
    return without_tracking(url) if is_web_url(url) and _is_plain(url) else ""


def outlet_name(page: Metadata) -> str:
    """Return what a page calls its outlet, else its host; always something that can be a term."""
    name = _short(page.outlet, _NAME)
    return name if slugify(name) else host_of(page.url)


def in_words(moment: date | datetime | None) -> str:
    """Return a date as front matter holds it; empty for what no calendar of feeds can hold."""
    if moment is None or not 1000 <= moment.year < 9999:
        return ""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    offset = moment.utcoffset()
    if offset is not None and offset.total_seconds() % 60:
        moment = moment.astimezone(UTC)
    return moment.isoformat(sep=" ", timespec="minutes")


def _source(page: Metadata, choices: Choices, outlet: str, url: str) -> dict[str, Any]:
    source: dict[str, Any] = {"name": outlet, "url": url}
    author = ", ".join(filter(None, (_short(name, _NAME) for name in page.authors[:20])))
    published = in_words(page.published)
    if author:
        source["author"] = author
    if published:
        source["published"] = date.fromisoformat(published) if len(published) == 10 else published
    source["rights"] = choices.rights
    if choices.note:
        source["note"] = visible(choices.note).strip()
    return source


def _image(image: ClippedImage) -> dict[str, str]:
    src = "".join(visible(image.src).split())
    if not is_web_url(src) or len(src) > 2000:
        return {}
    said = {
        "alt": _short(image.alt, _SENTENCE),
        "caption": escape(_short(image.caption, _SENTENCE)),
        "credit": _short(image.credit, _NAME),
    }
    return {"src": src} | {key: text for key, text in said.items() if text}


def _tags(
    stated: Collection[str], given: Collection[str], known: Mapping[str, str]
) -> tuple[str, ...]:
    """Return tags as the blog spells them, each once: those given, then those it has already."""
    found = {slugify(tag): known.get(slugify(tag), tag) for tag in given}
    for tag in stated:
        slug = slugify(tag[:_NAME])
        if slug in known:
            found.setdefault(slug, known[slug])
    return tuple(found.values())


def _file_name(title: str, url: str) -> str:
    """Return a name that can stand in a folder, whatever the page calls itself."""
    path = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    slug = slugify(title) or slugify(path.partition(".")[0]) or slugify(host_of(url)) or "clipping"
    # A file system takes 255 bytes of name; a title in another script has several a letter.
    return slug.encode()[:_NAME_BYTES].decode(errors="ignore").rstrip("-")


def _short(text: str, limit: int) -> str:
    """Return a text on one line, cut after a word where it is longer than anybody writes."""
    line = visible(text[: 20 * limit]).strip()
    if len(line) <= limit:
        return line
    cut = line.rfind(" ", 0, limit)
    return line[: cut if cut > 0 else limit - 1].rstrip() + "…"


def _is_plain(url: str) -> bool:
    parts = urlsplit(url)
    return len(url) <= 2000 and parts.username is None and parts.password is None


def _yaml(values: Mapping[str, Any]) -> str:
    """Return keys and values as YAML, a line each, in quotes wherever they need them."""
    dumped: str = yaml.safe_dump(
        dict(values), sort_keys=False, allow_unicode=True, width=float("inf")
    )
    return dumped
