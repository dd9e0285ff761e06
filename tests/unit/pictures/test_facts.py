"""What is known of a picture, and what is said of one that is none."""

from __future__ import annotations

import zlib

import pytest
from PIL import Image

from ssg.errors import Location, SsgError
from ssg.model.image import ImageFacts
from ssg.pictures.facts import facts
from tests.support.pictures import gradient, located, png, png_of, saved

_WHERE = Location("content/posts/shot")


def _facts(data: bytes) -> ImageFacts:
    return facts(data, _WHERE)


def _complaint(data: bytes) -> str:
    with pytest.raises(SsgError) as failure:
        _facts(data)
    (one,) = failure.value.diagnostics
    assert one.location == _WHERE
    assert one.hint
    return f"{one.code}: {one.message}"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_format_and_size_are_those_of_the_bytes(kind: str) -> None:
    found = _facts(saved(gradient(40, 30), kind))
    assert (found.format, found.width, found.height) == (kind.lower(), 40, 30)
    assert found.frames == 1


@pytest.mark.parametrize("orientation", range(1, 9))
def test_size_is_that_of_the_upright_picture(orientation: int) -> None:
    found = _facts(located(gradient(40, 30), orientation=orientation))
    assert (found.width, found.height) == ((40, 30) if orientation < 5 else (30, 40))


def test_color_is_the_one_that_fills_most() -> None:
    image = Image.new("RGB", (400, 300), (200, 30, 40))
    image.paste((10, 220, 10), (0, 0, 400, 100))
    color = _facts(saved(image, "PNG")).color
    assert color == "#c81e28"


def test_what_can_be_seen_through_has_no_color() -> None:
    image = Image.new("RGBA", (40, 30), (200, 30, 40, 255))
    assert _facts(saved(image, "PNG")).color == "#c81e28"
    image.putpixel((3, 3), (0, 0, 0, 0))
    assert _facts(saved(image, "PNG")).color == ""
    assert _facts(saved(image.convert("P"), "PNG", transparency=0)).color == ""


def test_moving_pictures_are_known() -> None:
    frames = [Image.new("RGB", (20, 10), (50 * one, 0, 0)) for one in range(4)]
    for kind in ("GIF", "WEBP", "PNG"):
        data = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=50)
        assert _facts(data).frames == 4, kind


def test_second_picture_of_a_phone_is_no_frame() -> None:
    first, second = gradient(40, 30), gradient(20, 15)
    found = _facts(saved(first, "MPO", save_all=True, append_images=[second]))
    assert (found.format, found.frames) == ("jpeg", 1)


@pytest.mark.parametrize(
    "image",
    [
        Image.new("CMYK", (30, 20), (10, 90, 30, 0)),
        Image.new("L", (30, 20), 90),
        gradient(30, 20).convert("YCbCr"),
    ],
)
def test_other_kinds_of_jpeg_are_pictures(image: Image.Image) -> None:
    assert _facts(saved(image, "JPEG")).color.startswith("#")


def test_sixteen_bits_are_no_darker_or_lighter() -> None:
    image = Image.new("I;16", (30, 20), 128 * 257)
    assert _facts(saved(image, "PNG")).color == "#808080"


def test_text_is_no_picture() -> None:
    assert _complaint(b"not a picture\n") == "images/broken: a text by the name of a picture"
    assert _complaint(b"") == "images/broken: the picture is empty"
    assert _complaint(b"\x00\x01\x02") == "images/broken: a file by the name of a picture"
    assert _complaint(b"<html><p>Not found</html>").startswith("images/broken: a text")


def test_formats_for_other_purposes_are_named() -> None:
    assert _complaint(saved(gradient(20, 10), "TIFF")).startswith("images/format: a TIFF picture")
    assert _complaint(b"%PDF-1.4").startswith("images/format: a PDF document")
    heic = b"\0\0\0\x18ftypheic" + b"\0" * 20
    assert _complaint(heic).startswith("images/format: a HEIC picture")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_half_a_picture_is_damaged(kind: str) -> None:
    noise = Image.effect_noise((120, 90), 80).convert("RGB")
    data = saved(noise, kind)
    code, _, message = _complaint(data[: len(data) // 2]).partition(": ")
    assert code == "images/broken"
    assert message.startswith(("the picture is damaged: ", "a file by the name of a picture"))


def test_bomb_is_told_by_its_size_before_it_goes_off() -> None:
    data = png_of(50_000, 50_000, zlib.compress(b"\0" * 1_000_000))
    assert len(data) < 3000
    message = "images/too-large: the picture has 50000 × 50000 pixels, more than 120 million"
    assert _complaint(data) == message


def test_animated_bomb_is_told_by_all_its_frames() -> None:
    frames = [Image.new("P", (4000, 3000), one) for one in range(9)]
    frames = [one.copy() for one in frames]
    for number, one in enumerate(frames):
        one.putpixel((number, 0), 255)
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    said = "images/too-large: the animation has 9 frames of 4000 × 3000 pixels"
    assert _complaint(data) == said


def test_panorama_is_a_picture() -> None:
    found = _facts(saved(Image.new("RGB", (30_000, 400), (1, 2, 3)), "JPEG"))
    assert (found.width, found.height) == (30_000, 400)


def test_damaged_remarks_leave_the_picture_sound() -> None:
    data = saved(gradient(40, 30), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    assert _facts(data).width == 40
    assert _facts(saved(gradient(40, 30), "PNG", icc_profile=b"nonsense")).width == 40


def test_plain_picture_of_a_test_is_one() -> None:
    assert _facts(png(7, 5, (1, 2, 3))) == ImageFacts("png", 7, 5, "#010203")
