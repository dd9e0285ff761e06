"""Real pictures for test sites, small ones made of words."""

from __future__ import annotations

import struct
import zlib
from hashlib import blake2b
from io import BytesIO
from typing import Any

from PIL import Image

_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")


def is_picture(name: str) -> bool:
    """Tell whether a file is a picture by its name."""
    return name.lower().endswith(_SUFFIXES)


def drawing_of(words: str) -> bytes:
    """Return a drawing as it is written, or with some words in it."""
    if words.lstrip().startswith("<"):
        return words.encode()
    text = f"<text>{words.strip()}</text>"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20">{text}</svg>\n'.encode()


def picture_of(words: str) -> bytes:
    """Return a small PNG whose size and colour come of some words: others make another picture."""
    digest = blake2b(words.encode(), digest_size=5).digest()
    return png(8 + digest[3] % 8, 6 + digest[4] % 6, (digest[0], digest[1], digest[2]))


def png(width: int, height: int, color: tuple[int, int, int]) -> bytes:
    """Return a PNG of one colour."""
    row = b"\0" + bytes(color) * width
    return png_of(width, height, zlib.compress(row * height))


def png_of(width: int, height: int, data: bytes) -> bytes:
    """Return a PNG that says its size and holds some compressed data, whatever that is."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def saved(image: Image.Image, kind: str, **how: Any) -> bytes:
    """Return a picture as a file."""
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def gradient(width: int, height: int) -> Image.Image:
    """Return a picture that is dark at its upper left and light at its lower right."""
    small = Image.new("RGB", (3, 2))
    for x in range(3):
        for y in range(2):
            small.putpixel((x, y), (60 + 40 * x, 50 + 90 * y, 40 + 20 * x + 60 * y))
    return small.resize((width, height), Image.Resampling.BICUBIC)


def located(image: Image.Image, kind: str = "JPEG", orientation: int = 1, **how: Any) -> bytes:
    """Return a picture that says where it was taken, of what, and how it was held."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "SECRET WORDS"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    return saved(image, kind, exif=exif, **how)


def opened(data: bytes) -> Image.Image:
    """Return the picture of a file."""
    return Image.open(BytesIO(data))
