"""Pictures that differ are told apart, and those that nobody could tell apart are not."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from tests.visual.pictures import compare, small


def _picture(*, size: tuple[int, int] = (384, 480), shift: int = 0, ink: str = "#222222") -> bytes:
    image = Image.new("RGB", size, "#fbfaf6")
    draw = ImageDraw.Draw(image)
    for line in range(20):
        draw.rectangle((20, 20 + line * 20 + shift, 300, 28 + line * 20 + shift), fill=ink)
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def test_same_picture_does_not_differ() -> None:
    assert compare(_picture(), _picture()).share == 0


def test_few_colours_make_no_difference() -> None:
    assert not compare(_picture(), small(_picture())).matters


def test_lines_that_moved_differ() -> None:
    assert compare(_picture(), _picture(shift=4)).matters


def test_another_colour_differs() -> None:
    assert compare(_picture(), _picture(ink="#666666")).matters


def test_shade_of_a_colour_does_not_differ() -> None:
    assert not compare(_picture(), _picture(ink="#262626")).matters


def test_another_size_differs_whatever_it_shows() -> None:
    difference = compare(_picture(), _picture(size=(384, 470)))
    assert difference.share == 1
    assert Image.open(BytesIO(difference.picture)).width == 384 * 3 + 20
