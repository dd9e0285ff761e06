"""The HTML of a picture: files to choose from, room kept for it, and when it is fetched."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from markupsafe import Markup, escape

NARROW = "(max-width: 40rem)"
"""The screens that get another picture where there is one."""


class _File(Protocol):
    @property
    def path(self) -> str: ...
    @property
    def width(self) -> int: ...


class _Source(Protocol):
    @property
    def media_type(self) -> str: ...
    @property
    def files(self) -> Sequence[_File]: ...
    @property
    def narrow(self) -> bool: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...


class Image(Protocol):
    """What must be known of a picture to write it."""

    @property
    def path(self) -> str:
        """Root-relative path, or a full URL."""

    @property
    def alt(self) -> str:
        """What it shows."""

    @property
    def width(self) -> int:
        """Pixels across; 0 where that is not known."""

    @property
    def height(self) -> int:
        """Pixels down, likewise."""

    @property
    def color(self) -> str:
        """The colour that fills most of it; may be empty."""

    @property
    def focus(self) -> str:
        """The point that must be seen where it is cut; may be empty."""

    @property
    def sources(self) -> Sequence[_Source]:
        """The files to choose from."""


def picture_markup(
    image: Image,
    link: Callable[[str], str],
    sizes: str = "100vw",
    alt: str | None = None,
    eager: bool = False,
    widest: int = 0,
    attributes: Mapping[str, object] | None = None,
) -> Markup:
    """Return the HTML of a picture.

    Args:
        image: the picture.
        link: returns the link to a path.
        sizes: how wide it is shown, as the attribute `sizes` says it.
        alt: what it shows, if not what it says itself.
        eager: fetch it at once and before others: it is seen first.
        widest: leave files out that are wider than this; 0 leaves none out.
        attributes: further attributes, which go before those it has by itself.

    """
    found = _attributes(image, link, image.alt if alt is None else alt, eager)
    named = {name: str(value) for name, value in (attributes or {}).items()}
    tag = _tag("img", {**found, **named})
    if not image.sources:
        return Markup(tag)
    sources = "".join(_source(one, link, sizes, widest) for one in image.sources)
    return Markup(f"<picture>{sources}{tag}</picture>")


def _attributes(image: Image, link: Callable[[str], str], alt: str, eager: bool) -> dict[str, str]:
    size = {"width": str(image.width), "height": str(image.height)} if image.width else {}
    when = {"fetchpriority": "high"} if eager else {"loading": "lazy", "decoding": "async"}
    styles = {"background-color": image.color, "object-position": image.focus}
    style = ";".join(f"{name}:{value}" for name, value in styles.items() if value)
    look = {"style": style} if style else {}
    return {"src": link(image.path), "alt": alt, **size, **when, **look}


def _source(source: _Source, link: Callable[[str], str], sizes: str, widest: int) -> str:
    files = [one for one in source.files if not widest or one.width <= widest] or source.files[:1]
    entries = [_entry(link(one.path), one.width if source.media_type else 0) for one in files]
    attributes = {
        "media": NARROW if source.narrow else "",
        "type": source.media_type,
        "srcset": ", ".join(entries),
        "sizes": sizes if source.media_type else "",
    }
    if source.narrow and source.width:
        attributes |= {"width": str(source.width), "height": str(source.height)}
    return _tag("source", {name: value for name, value in attributes.items() if value})


def _entry(url: str, width: int) -> str:
    # A comma would end the entry.
    return url.replace(",", "%2C") + (f" {width}w" if width else "")


def _tag(name: str, attributes: Mapping[str, str]) -> str:
    written = (f'{key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name} {' '.join(written)}>"
