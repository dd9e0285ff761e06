"""Fonts ready to draw with, and which letters each has."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont

from ssg.errors import Location, error
from ssg.model.fonts import FontFile
from ssg.pictures.shaping import shapes

# At this size two different letters look different.
_PROBE = 32
# No font has it, so this is what a font shows in the place of letters that it lacks.
_NOWHERE = "\U0010ffff"
_AXES = {"weight": 600.0, "optical size": 72.0}


# One for each font and size that is in use; each keeps what it has unpacked.
@lru_cache(maxsize=256)
def font_of(
    file: FontFile, size: int, weight: int = 600, shaped: bool | None = None
) -> FreeTypeFont:
    """Return a font in a size.

    Args:
        file: the font.
        size: pixels of an em.
        weight: how bold, where the font has that choice.
        shaped: whether to put letters together; as :func:`shapes` tells unless said.

    Raises:
        SsgError: the file is no font.

    """
    layout = ImageFont.Layout
    engine = layout.RAQM if (shapes() if shaped is None else shaped) else layout.BASIC
    try:
        font = ImageFont.truetype(BytesIO(file.data), size, layout_engine=engine)
    except OSError:
        message = "not a font that can be read"
        hint = "name a file in the format TTF, OTF, TTC, WOFF or WOFF2"
        raise error("fonts/unreadable", message, Location(file.label), hint) from None
    axes = _axes(font, weight)
    if axes:
        font.set_variation_by_axes(axes)
    return font


def _axes(font: FreeTypeFont, weight: int) -> list[float]:
    """Return where on each of its axes a font is to be; nothing where it has none."""
    try:
        axes = font.get_variation_axes()
    except OSError:
        return []
    wanted = _AXES | {"weight": float(weight)}
    chosen: list[float] = []
    for axis in axes:
        name = (axis.get("name") or b"").decode("ascii", "replace").lower()
        least, usual, most = (float(axis[one] or 0) for one in ("minimum", "default", "maximum"))
        chosen.append(min(max(wanted.get(name, usual), least), most))
    return chosen


@lru_cache(maxsize=16384)
def has_letter(file: FontFile, char: str) -> bool:
    """Tell whether a font has a letter.

    Raises:
        SsgError: the file is no font.

    """
    return _shape(file, char) != _missing(file)


@lru_cache(maxsize=64)
def _missing(file: FontFile) -> tuple[object, ...]:
    return _shape(file, _NOWHERE)


def _shape(file: FontFile, char: str) -> tuple[object, ...]:
    """Return what a font draws for a letter."""
    font = font_of(file, _PROBE, shaped=False)
    mask, offset = font.getmask2(char, "L")
    return (font.getlength(char), mask.size, offset, bytes(mask))
