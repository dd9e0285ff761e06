"""Icons of a site, of a picture or of a letter."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from ssg.errors import Location, error
from ssg.model.fonts import Design
from ssg.pictures.bidi import direction_of
from ssg.pictures.colors import color
from ssg.pictures.fonts import font_of
from ssg.pictures.typesetting import Type, runs_of, settable

# Systems cut maskable icons to shapes that hold at least a circle of four fifths.
_SAFE = 0.8
# Letters are drawn this many times larger, and made smaller.
_FINER = 4


def scaled_icon(data: bytes, label: str, size: int, maskable: bool, design: Design) -> bytes:
    """Return a square picture as an icon: a PNG.

    Args:
        data: the picture, as PNG.
        label: how messages name it.
        size: pixels of a side.
        maskable: whether systems may cut it; it then stands in the middle, on its own ground.
        design: gives the ground where the picture has none.

    Raises:
        SsgError: the picture can't be read.

    """
    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as opened:
            whole = opened.convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        hint = "save it again as PNG"
        message = "the icon is damaged, or no PNG"
        raise error("icon/unreadable", message, Location(label), hint) from None
    inner = round(size * _SAFE) if maskable else size
    picture = whole.resize((inner, inner), Image.Resampling.LANCZOS)
    if not maskable:
        return _png(picture)
    corner = whole.getpixel((0, 0))
    opaque = isinstance(corner, tuple) and corner[3] == 255
    ground = Image.new("RGBA", (size, size), corner if opaque else (*color(design.paper), 255))
    place = (size - inner) // 2
    ground.alpha_composite(picture, (place, place))
    return _png(ground.convert("RGB"))


def drawn_icon(name: str, size: int, maskable: bool, design: Design) -> bytes:
    """Return the first letter of a name on the accent as an icon: a PNG.

    Raises:
        SsgError: a file of the design is no font.

    """
    big = size * _FINER
    ground = color(design.accent, design.ink)
    image = Image.new("RGB", (big, big), ground)
    shown = settable(name, design.headline)
    letter = next((char for char in shown if char.isalnum()), "").upper()[:1]
    height = round(big * (0.58 if maskable else 0.8))
    kind = Type(design.headline, height, 700, direction_of(letter))
    for run in runs_of(letter, kind):
        canvas = ImageDraw.Draw(image)
        font = font_of(run.file, height, kind.weight)
        left, top, right, bottom = canvas.textbbox((0, 0), run.text, font=font, anchor="ls")
        x, y = (big - right - left) / 2, (big - bottom - top) / 2
        canvas.text((x, y), run.text, fill=color(design.paper), font=font, anchor="ls")
    return _png(image.resize((size, size), Image.Resampling.BOX))


def _png(image: Image.Image) -> bytes:
    stream = BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()
