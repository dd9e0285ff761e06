"""The files that are published of a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from PIL import Image, ImageSequence

from ssg.errors import Location
from ssg.model.image import Recipe
from ssg.pictures.gif import without_remarks
from ssg.pictures.opening import decoded, format_of, frames_of, opened, unheard
from ssg.pictures.upright import is_turned, upright
from ssg.pictures.widths import largest_size

# Photographs keep their look at these; what they cost is in docs/performance.md.
_PHOTO: Mapping[str, Mapping[str, Any]] = {
    "avif": {"quality": 52, "speed": 9, "max_threads": 1, "subsampling": "4:2:0"},
    "webp": {"quality": 76, "method": 1},
    "jpeg": {"quality": 82, "optimize": True, "progressive": True},
    "png": {"optimize": False, "compress_level": 7},
    "gif": {},
}
# Drawings and screenshots have edges, which show what is lost.
_DRAWING: Mapping[str, Mapping[str, Any]] = {
    **_PHOTO,
    "avif": {"quality": 72, "speed": 9, "max_threads": 1, "subsampling": "4:4:4"},
    "webp": {"quality": 88, "method": 1},
}
_DRAWN = ("png", "gif")


def variants(data: bytes, recipes: Sequence[Recipe], where: Location) -> list[bytes]:
    """Return the files that are made of a picture by some recipes, in their order.

    The picture is decoded once.

    Args:
        data: the file.
        recipes: what to make of it.
        where: how messages name it.

    Raises:
        SsgError: the picture is damaged.

    """
    with unheard():
        return list(_variants(data, recipes, where))


def _variants(data: bytes, recipes: Sequence[Recipe], where: Location) -> Iterator[bytes]:
    image = opened(data, where)
    if frames_of(image, where) > 1:
        for recipe in recipes:
            yield decoded(lambda recipe=recipe: _moving(data, image, recipe), where)  # type: ignore[misc]
        return
    styles = _DRAWING if format_of(image) in _DRAWN else _PHOTO
    # Whatever is made of it is scaled from this, so that its bytes don't depend on what else is.
    largest = largest_size(*(image.size[::-1] if is_turned(image) else image.size))
    whole = decoded(lambda: upright(image, largest), where)
    scaled: dict[tuple[int, int], Image.Image] = {largest: whole}
    for recipe in recipes:
        size = (recipe.width, recipe.height)
        if size not in scaled:
            scaled[size] = whole.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
        yield _written(scaled[size], recipe.format, styles[recipe.format])


def _written(image: Image.Image, kind: str, style: Mapping[str, Any]) -> bytes:
    out = BytesIO()
    if kind == "jpeg" and image.mode != "RGB":
        image = image.convert("RGB")
    image.save(out, kind.upper(), **style)
    return out.getvalue()


def _moving(data: bytes, image: Image.Image, recipe: Recipe) -> bytes:
    """Return an animation, whole."""
    if recipe.format == "gif":
        return without_remarks(data)
    frames: list[Image.Image] = []
    durations: list[int] = []
    for frame in ImageSequence.Iterator(image):
        frame.load()
        durations.append(int(frame.info.get("duration", 100)))
        shown = frame.convert("RGBA")
        if shown.size != (recipe.width, recipe.height):
            shown = shown.resize((recipe.width, recipe.height), Image.Resampling.LANCZOS)
        shown.info = {}
        frames.append(shown)
    loop = int(image.info.get("loop", 1 if recipe.format == "webp" else 0))
    out = BytesIO()
    quality: dict[str, Any] = {"quality": 76, "method": 1} if recipe.format == "webp" else {}
    frames[0].save(
        out,
        recipe.format.upper(),
        save_all=True,
        append_images=frames[1:],
        duration=durations,
        loop=loop,
        **quality,
    )
    return out.getvalue()
