"""Icons."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from ssg.errors import SsgError
from ssg.pictures.icon import drawn_icon, scaled_icon
from tests.unit.pictures.design import design, with_accent


def _png(color: tuple[int, ...], mode: str = "RGBA") -> bytes:
    stream = BytesIO()
    Image.new(mode, (512, 512), color).save(stream, "PNG")
    return stream.getvalue()


def _opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGBA")


@pytest.mark.parametrize("size", [32, 180, 512])
def test_letter_stands_in_the_middle_of_the_accent(size: int) -> None:
    icon = _opened(drawn_icon("the Draft", size, False, with_accent("#00aa77")))
    assert icon.size == (size, size)
    assert icon.getpixel((1, 1)) == (0, 170, 119, 255)
    box = icon.convert("RGB").point(lambda value: 255 if value > 200 else 0).getbbox()
    assert box
    assert abs(box[0] - (size - box[2])) <= max(2, size // 40)


def test_maskable_letter_stays_within_the_circle() -> None:
    icon = _opened(drawn_icon("W", 512, True, design())).convert("L")
    ground = icon.getpixel((0, 0))
    outside = [
        icon.getpixel((x, y))
        for x in range(0, 512, 4)
        for y in range(0, 512, 4)
        if (x - 256) ** 2 + (y - 256) ** 2 > 205**2
    ]
    assert set(outside) == {ground}


def test_name_without_letters_gives_the_accent_alone() -> None:
    assert len(_opened(drawn_icon("🎉", 32, False, design())).getcolors() or []) == 1


def test_picture_is_scaled_and_keeps_what_is_transparent() -> None:
    icon = _opened(scaled_icon(_png((10, 20, 30, 0)), "icon.png", 32, False, design()))
    assert icon.size == (32, 32)
    assert icon.getpixel((5, 5)) == (0, 0, 0, 0)


def test_maskable_picture_stands_on_its_own_ground_or_on_paper() -> None:
    opaque = _opened(scaled_icon(_png((10, 20, 30, 255)), "icon.png", 64, True, design()))
    assert opaque.getpixel((0, 0)) == (10, 20, 30, 255)
    clear = _opened(scaled_icon(_png((10, 20, 30, 0)), "icon.png", 64, True, design()))
    assert clear.getpixel((0, 0)) == (251, 250, 246, 255)


def test_damaged_picture_is_an_error() -> None:
    with pytest.raises(SsgError, match="icon/unreadable"):
        scaled_icon(_png((1, 2, 3, 255))[:60], "icon.png", 32, False, design())
