"""Pictures of a site: what is known of a file, and what is published of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ssg.model.files import FileRef

PictureFormat = Literal["jpeg", "png", "gif", "webp", "avif", "svg"]

MEDIA_TYPES: Mapping[PictureFormat, str] = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "svg": "image/svg+xml",
}
"""What a server calls each format."""


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """What is known of a picture without showing it."""

    format: PictureFormat
    """What its bytes are, whatever its name says."""
    width: int
    """Pixels across as it is looked at, turned upright; of a drawing, its own units."""
    height: int
    """Pixels down, likewise."""
    color: str = ""
    """The colour that fills most of it, as `#rrggbb`; empty where the page shines through it."""
    frames: int = 1
    """More than one where it moves."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a file to publish is made of a picture."""

    format: PictureFormat
    """The format to write."""
    width: int
    """Pixels across."""
    height: int
    """Pixels down."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A picture in another size or format, at its own path."""

    path: str
    """Root-relative path."""
    recipe: Recipe
    """How it is made."""


@dataclass(frozen=True, slots=True)
class PublishedImage:
    """A picture of the site, with all that is published of it."""

    file: FileRef
    """The file."""
    facts: ImageFacts
    """What is known of it."""
    recipe: Recipe
    """How the file at its own path is made: upright, without metadata, and no wider than needed."""
    variants: tuple[Variant, ...]
    """Smaller and other ones beside it, by format, the best first, then by width."""


@dataclass(frozen=True, slots=True)
class ShownImage:
    """What a page says of a picture."""

    width: int
    """Pixels across, of the file at its own path."""
    height: int
    """Pixels down."""
    color: str
    """The colour that fills most of it; may be empty."""
    variants: tuple[Variant, ...]
    """The files to choose from."""


@dataclass(frozen=True, slots=True)
class Images:
    """The pictures of a site."""

    by_path: Mapping[str, PublishedImage] = field(default_factory=dict)
    """By root-relative path."""

    def shown(self, path: str) -> ShownImage | None:
        """Return what a page says of a picture; none where nothing is known of it."""
        found = self.by_path.get(path)
        if found is None:
            return None
        recipe = found.recipe
        return ShownImage(recipe.width, recipe.height, found.facts.color, found.variants)


NO_IMAGES = Images()
"""Where a site has none."""
