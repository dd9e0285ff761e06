"""Which files are published of a picture."""

from __future__ import annotations

from ssg.model.files import FileRef
from ssg.model.image import ImageFacts, PictureFormat, PublishedImage, Recipe, Variant

WIDEST = 1600
"""Pixels across that no place of a page exceeds by much, on screens with two pixels for one."""
STEPS = (200, 400, 800, 1200)
"""The widths below it: of a thumbnail, a card, a phone, a column."""
# Side by side with a wider one a narrower is not worth its file.
_APART = 1.2
# What WebP and AVIF can hold.
_LONGEST = 16_000
_BETTER: tuple[PictureFormat, ...] = ("avif", "webp")


def widths(width: int) -> tuple[int, ...]:
    """Return the widths in which a picture is published, never wider than it is."""
    widest = min(width, WIDEST)
    return (*(one for one in STEPS if one * _APART <= widest), widest)


def largest_size(width: int, height: int) -> tuple[int, int]:
    """Return how large a picture of a size is published at most."""
    widest = min(width, WIDEST)
    return widest, max(1, round(height * widest / width))


def published(file: FileRef, path: str, facts: ImageFacts) -> PublishedImage:
    """Return all that is published of a picture.

    Args:
        file: the file.
        path: its root-relative path.
        facts: what is known of it.

    """
    own = _recipe(facts, facts.format, facts.width if facts.frames > 1 else WIDEST)
    return PublishedImage(file, facts, own, tuple(_variants(path, facts)))


def _variants(path: str, facts: ImageFacts) -> list[Variant]:
    if facts.format == "svg" or (facts.frames > 1 and facts.format != "gif"):
        return []
    if facts.frames > 1:
        return [_variant(path, _recipe(facts, "webp", WIDEST))]
    if _recipe(facts, facts.format, WIDEST).height > _LONGEST:
        return []
    return [
        _variant(path, _recipe(facts, kind, width))
        for kind in _BETTER
        for width in widths(facts.width)
    ]


def _variant(path: str, recipe: Recipe) -> Variant:
    # After the whole name, so that a.jpg and a.png have files of their own.
    return Variant(f"{path}.{recipe.width}w.{recipe.format}", recipe)


def _recipe(facts: ImageFacts, kind: PictureFormat, width: int) -> Recipe:
    width = facts.width if facts.format == "svg" else min(width, facts.width)
    return Recipe(kind, width, max(1, round(facts.height * width / facts.width)))
