"""Bytes of a picture opened without trusting them."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TypeVar

from PIL import (
    AvifImagePlugin,
    GifImagePlugin,
    Image,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
)

from ssg.errors import Location, SsgError, error
from ssg.model.image import PictureFormat

T = TypeVar("T")

MOST_PIXELS = 120_000_000
"""More than the largest cameras make; decoded they take half a gigabyte."""
MOST_MOVING_PIXELS = 100_000_000
"""In all frames of an animation, which are held together."""

# Named by their modules, so that Pillow loads these and no others.
_FORMATS: dict[str, PictureFormat] = {
    JpegImagePlugin.JpegImageFile.format: "jpeg",
    MpoImagePlugin.MpoImageFile.format: "jpeg",
    PngImagePlugin.PngImageFile.format: "png",
    GifImagePlugin.GifImageFile.format: "gif",
    WebPImagePlugin.WebPImageFile.format: "webp",
    AvifImagePlugin.AvifImageFile.format: "avif",
}
# A JPEG of several pictures is opened as a JPEG first.
_OPENED = [one for one in _FORMATS if one != MpoImagePlugin.MpoImageFile.format]
# What else a file may be that somebody takes for a picture, by its first bytes.
_OTHERS = (
    (rb"II\*\0|MM\0\*", "a TIFF picture"),
    (rb"BM", "a bitmap of Windows"),
    (rb"....ftyp(?:hei[cxs]|hev[cx]|mif1|msf1)", "a HEIC picture"),
    (rb"\0\0\0\x0cjP|\xff\x4f\xff\x51", "a JPEG 2000 picture"),
    (rb"8BPS", "a file of Photoshop"),
    (rb"%PDF", "a PDF document"),
)
_LIMIT = f"{MOST_PIXELS // 1_000_000} million"


@contextmanager
def unheard() -> Iterator[None]:
    """Keep Pillow from telling the terminal what it finds odd in a picture."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def opened(data: bytes, where: Location) -> Image.Image:
    """Return a picture whose size is known and bearable; nothing of it is decoded yet.

    Raises:
        SsgError: it is no picture that browsers show, or has more pixels than anybody needs.

    """
    if not data:
        raise error("images/broken", "the picture is empty", where, "put the picture there again")
    # The limit of Pillow is a warning, and comes with no way out.
    Image.MAX_IMAGE_PIXELS = None
    try:
        image = Image.open(BytesIO(data), formats=_OPENED)
    except Exception:
        raise _no_picture(data, where) from None
    if image.width * image.height > MOST_PIXELS:
        message = f"the picture has {image.width} × {image.height} pixels, more than {_LIMIT}"
        raise error(
            "images/too-large", message, where, "scale it down, for instance to 4000 pixels"
        )
    frames = frames_of(image, where)
    if frames > 1 and frames * image.width * image.height > MOST_MOVING_PIXELS:
        size = f"{frames} frames of {image.width} × {image.height} pixels"
        hint = "make a video of it, or scale it down"
        raise error("images/too-large", f"the animation has {size}", where, hint)
    return image


def format_of(image: Image.Image) -> PictureFormat:
    """Return what the bytes of an opened picture are."""
    return _FORMATS[image.format or ""]


def frames_of(image: Image.Image, where: Location) -> int:
    """Return how many pictures an animation shows one after another; 1 where nothing moves."""
    # Some phones put a second picture into a JPEG, which nobody is to see.
    if format_of(image) == "jpeg":
        return 1
    return decoded(lambda: int(getattr(image, "n_frames", 1)), where)


def decoded(work: Callable[[], T], where: Location) -> T:
    """Do what decodes a picture.

    Raises:
        SsgError: the picture is damaged.

    """
    try:
        return work()
    except SsgError:
        raise
    except Exception as problem:  # a decoder says of hostile bytes whatever it likes
        reason = re.sub(r"\s*\(.*", "", str(problem)).strip().lower() or "its data makes no sense"
        message = f"the picture is damaged: {reason}"
        raise error("images/broken", message, where, "save it anew from its original") from None


def _no_picture(data: bytes, where: Location) -> SsgError:
    for pattern, name in _OTHERS:
        if re.match(pattern, data, re.DOTALL):
            message = f"{name}, which browsers don't show as an image"
            return error("images/format", message, where, "save it as JPEG, PNG, WebP or SVG")
    is_text = b"\0" not in data[:4096]
    what = "a text" if is_text else "a file"
    hint = "put a JPEG, PNG, GIF, WebP, AVIF or SVG file there"
    return error("images/broken", f"{what} by the name of a picture", where, hint)
