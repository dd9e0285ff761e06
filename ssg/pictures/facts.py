"""What is known of a picture."""

from __future__ import annotations

from PIL import Image

from ssg.errors import Location
from ssg.model.image import ImageFacts
from ssg.pictures.opening import decoded, format_of, frames_of, opened, unheard
from ssg.pictures.svg import is_svg, svg_facts
from ssg.pictures.upright import has_alpha, in_srgb, is_turned

# Enough to tell which colour fills most of a picture.
_SAMPLE = 48
_COLORS = 6


def facts(data: bytes, where: Location) -> ImageFacts:
    """Return what is known of a picture.

    Args:
        data: the file.
        where: how messages name it.

    Raises:
        SsgError: it is no picture, damaged, unsafe or too large.

    """
    if is_svg(data):
        return svg_facts(data, where)
    with unheard():
        return _facts(data, where)


def _facts(data: bytes, where: Location) -> ImageFacts:
    image = opened(data, where)
    width, height = image.size
    if is_turned(image):
        width, height = height, width
    frames = frames_of(image, where)
    color = "" if frames > 1 else decoded(lambda: _color(image), where)
    return ImageFacts(format_of(image), width, height, color, frames)


def _color(image: Image.Image) -> str:
    """Return the colour that fills most of a picture; nothing where it can be seen through."""
    image.draft("RGB", (_SAMPLE * 4, _SAMPLE * 4))
    image.load()
    if has_alpha(image):
        return ""
    profile = image.info.get("icc_profile")
    image.thumbnail((_SAMPLE, _SAMPLE), Image.Resampling.BOX, reducing_gap=1.0)
    few = in_srgb(image, profile).convert("RGB").quantize(_COLORS, Image.Quantize.MEDIANCUT)
    most = max(few.getcolors() or [(0, 0)], key=lambda one: (one[0], -int(one[1])))[1]
    assert isinstance(most, int)
    red, green, blue = (few.getpalette() or [0, 0, 0])[most * 3 : most * 3 + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"
