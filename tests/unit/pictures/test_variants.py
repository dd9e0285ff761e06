"""The files that are made of a picture."""

from __future__ import annotations

import pytest
from PIL import Image, ImageCms

from ssg.errors import Location
from ssg.model.files import FileRef
from ssg.model.image import ImageFacts, PictureFormat, PublishedImage, Recipe
from ssg.pictures.facts import facts
from ssg.pictures.variants import variants
from ssg.pictures.widths import published, widths
from tests.support.pictures import gradient, located, opened, saved

_WHERE = Location("content/posts/shot")
_FORMATS: tuple[PictureFormat, ...] = ("jpeg", "png", "webp", "avif", "gif")


def _made(data: bytes, *recipes: Recipe) -> list[bytes]:
    return variants(data, recipes, _WHERE)


def _all_of(data: bytes) -> tuple[PublishedImage, list[bytes]]:
    there = published(FileRef("shot", "content/shot", "1"), "/shot", facts(data, _WHERE))
    return there, _made(data, there.recipe, *(one.recipe for one in there.variants))


def _pixel(data: bytes, x: int, y: int) -> tuple[int, ...]:
    found = opened(data).convert("RGB").getpixel((x, y))
    assert isinstance(found, tuple)
    return tuple(int(one) for one in found)


@pytest.mark.parametrize(
    ("width", "made"),
    [
        (1, (1,)),
        (150, (150,)),
        (230, (230,)),
        (240, (200, 240)),
        (900, (200, 400, 900)),
        (1600, (200, 400, 800, 1200, 1600)),
        (30_000, (200, 400, 800, 1200, 1600)),
    ],
)
def test_widths_are_few_and_none_is_wider_than_the_picture(
    width: int, made: tuple[int, ...]
) -> None:
    assert widths(width) == made


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_nothing_that_was_said_of_a_picture_is_published(kind: str) -> None:
    xmp, remark = b"<x>SECRET WORDS</x>", b"SECRET REMARK"
    data = located(gradient(1000, 700), kind, xmp=xmp, comment=remark)
    assert b"SECRET" in data
    _, made = _all_of(data)
    assert len(made) > 6
    for one in made:
        assert b"SECRET" not in one
        found = opened(one)
        assert not found.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile", "photoshop"} & found.info.keys()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", _FORMATS[:4])
def test_every_file_is_upright(orientation: int, kind: PictureFormat) -> None:
    upright = gradient(60, 40)
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    turn = back.get(orientation)
    lying = upright if turn is None else upright.transpose(Image.Transpose(turn))
    data = located(lying, "PNG", orientation=orientation)
    (made,) = _made(data, Recipe(kind, 60, 40))
    assert opened(made).size == (60, 40)
    for place in ((3, 3), (56, 3), (3, 36)):
        expected = upright.getpixel(place)
        assert isinstance(expected, tuple)
        near = zip(_pixel(made, *place), expected, strict=True)
        assert all(abs(found - int(one)) < 14 for found, one in near), (kind, place)


def test_colours_of_a_profile_become_those_of_screens() -> None:
    lab = ImageCms.createProfile("LAB")
    srgb = ImageCms.createProfile("sRGB")
    red = Image.new("RGB", (40, 30), (200, 30, 40))
    as_lab = ImageCms.profileToProfile(red, srgb, lab, outputMode="LAB")
    assert as_lab
    profile = ImageCms.ImageCmsProfile(lab).tobytes()
    from ssg.pictures.upright import in_srgb

    found = in_srgb(as_lab, profile)
    pixel = found.getpixel((5, 5))
    assert isinstance(pixel, tuple)
    near = zip(pixel, (200, 30, 40), strict=True)
    assert all(abs(int(one) - two) <= 3 for one, two in near)


def test_profile_of_srgb_is_dropped_and_changes_nothing() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(Image.new("RGB", (40, 30), (200, 30, 40)), "PNG", icc_profile=profile)
    (made,) = _made(data, Recipe("png", 40, 30))
    assert _pixel(made, 5, 5) == (200, 30, 40)
    assert "icc_profile" not in opened(made).info


@pytest.mark.parametrize("kind", _FORMATS)
def test_cmyk_is_shown_by_screens(kind: PictureFormat) -> None:
    data = saved(Image.new("CMYK", (40, 30), (0, 255, 255, 0)), "JPEG", quality=95)
    (made,) = _made(data, Recipe(kind, 40, 30))
    assert opened(made).mode in ("RGB", "P")
    red, green, blue = _pixel(made, 5, 5)
    assert red > 200
    assert max(green, blue) < 60


def test_sixteen_bits_keep_their_light() -> None:
    image = Image.new("I;16", (40, 30), 200 * 257)
    image.paste(20 * 257, (0, 0, 20, 30))
    (made,) = _made(saved(image, "PNG"), Recipe("png", 40, 30))
    assert _pixel(made, 5, 5) == (20, 20, 20)
    assert _pixel(made, 35, 5) == (200, 200, 200)


@pytest.mark.parametrize("kind", ["png", "webp", "avif"])
def test_what_can_be_seen_through_stays_so(kind: PictureFormat) -> None:
    image = Image.new("RGBA", (40, 30), (200, 30, 40, 255))
    image.paste((0, 0, 0, 0), (0, 0, 20, 30))
    palette = image.quantize(4)
    for data in (saved(image, "PNG"), saved(palette, "PNG"), saved(image, "WEBP", lossless=True)):
        (made,) = _made(data, Recipe(kind, 40, 30))
        alpha = opened(made).convert("RGBA").getchannel("A")
        assert alpha.getpixel((5, 5)) == 0
        assert alpha.getpixel((35, 5)) == 255


def test_only_formats_that_can_be_seen_through_are_made_of_one_that_can() -> None:
    image = Image.new("RGBA", (300, 200), (200, 30, 40, 90))
    there, made = _all_of(saved(image, "PNG"))
    assert there.recipe.format == "png"
    assert {opened(one).mode for one in made} == {"RGBA"}


def test_panorama_is_published_in_sizes_of_pages() -> None:
    there, made = _all_of(saved(Image.new("RGB", (30_000, 400), (90, 9, 9)), "JPEG"))
    assert (there.recipe.width, there.recipe.height) == (1600, 21)
    assert {opened(one).width for one in made} == {200, 400, 800, 1200, 1600}


def test_column_that_no_format_can_hold_has_but_the_one_file() -> None:
    there, made = _all_of(saved(Image.new("RGB", (100, 30_000), (90, 9, 9)), "PNG"))
    assert len(made) == 1
    assert not there.variants


def _animation(kind: str, **how: object) -> bytes:
    frames = [Image.new("RGB", (50, 30), (60 * one, 9, 9)) for one in range(4)]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=70, **how)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_animation_goes_on_moving(kind: str) -> None:
    how = {"comment": b"SECRET WORDS"} if kind == "GIF" else {"exif": b"Exif\0\0II*\0SECRET WORDS"}
    data = _animation(kind, loop=0, **how)
    assert b"SECRET" in data
    _, made = _all_of(data)
    assert [getattr(opened(one), "n_frames", 1) for one in made] == [4] * len(made)
    assert len(made) == (2 if kind == "GIF" else 1)
    for one in made:
        assert b"SECRET" not in one
        found = opened(one)
        assert found.info.get("loop") == 0
        found.seek(1)
        found.load()
        assert found.info.get("duration") == 70


def test_equal_pictures_are_published_as_equal_bytes() -> None:
    data = located(gradient(700, 500))
    assert _all_of(data)[1] == _all_of(data)[1]


def test_facts_alone_say_what_is_published() -> None:
    file = FileRef("a", "content/a.jpg", "1")
    there = published(file, "/a.jpg", ImageFacts("jpeg", 3000, 2000))
    assert there.recipe == Recipe("jpeg", 1600, 1067)
    paths = [one.path for one in there.variants]
    assert paths[:2] == ["/a.jpg.200w.avif", "/a.jpg.400w.avif"]
    assert len(paths) == 10
    assert not published(file, "/a.svg", ImageFacts("svg", 300, 200)).variants
