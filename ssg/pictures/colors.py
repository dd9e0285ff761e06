"""Colours as numbers."""

from __future__ import annotations

from PIL import ImageColor

Color = tuple[int, int, int]
"""Red, green and blue, to 255."""


def color(text: str, otherwise: str = "#000000") -> Color:
    """Return a colour of CSS; another where the text is none."""
    try:
        red, green, blue = ImageColor.getrgb(text)[:3]
    except ValueError:
        return color(otherwise)
    return red, green, blue
