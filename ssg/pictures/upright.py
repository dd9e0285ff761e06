"""Pictures as they are looked at: turned upright, in the colours of screens, nothing else kept."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# Those that make the width the height.
_SIDEWAYS = (5, 6, 7, 8)
_SIXTEEN_BITS = ("I;16", "I;16B", "I;16L", "I")


def is_turned(image: Image.Image) -> bool:
    """Tell whether an opened picture lies on its side."""
    return _orientation(image) in _SIDEWAYS


def upright(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return an opened picture in a size, upright, as sRGB with or without alpha, and without
    anything that was said of it.
    """
    turn = _TURNS.get(_orientation(image))
    raw = size[::-1] if is_turned(image) else size
    # A JPEG can be decoded smaller at once; the rest is done from there.
    image.draft("RGB", raw)
    image.load()
    profile = image.info.get("icc_profile")
    scaled = _plain(image)
    if scaled.size != raw:
        scaled = scaled.resize(raw, Image.Resampling.BICUBIC, reducing_gap=2.0)
    found = in_srgb(scaled, profile)
    if turn is not None:
        found = found.transpose(turn)
    # Some writers keep what they find here.
    found.info = {}
    return found


def has_alpha(image: Image.Image) -> bool:
    """Tell whether a loaded picture can be seen through anywhere."""
    if not image.has_transparency_data:
        return False
    alpha = image.convert("RGBA").getchannel("A").getextrema()[0]
    return int(alpha) < 255  # type: ignore[arg-type] # of a single channel these are numbers


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture as sRGB; one whose colour profile makes no sense by its numbers alone."""
    image = _plain(image)
    if image.mode == "RGBA" and profile:
        alpha = image.getchannel("A")
        colored = in_srgb(image.convert("RGB"), profile)
        colored.putalpha(alpha)
        return colored
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            screen = ImageCms.createProfile("sRGB")
            if "sRGB" not in ImageCms.getProfileDescription(source):
                found = ImageCms.profileToProfile(image, source, screen, outputMode="RGB")
                if found is not None:
                    return found
        except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
            pass  # made for another kind of picture, or damaged
    return image if image.mode in ("RGB", "RGBA") else image.convert("RGB")


def _plain(image: Image.Image) -> Image.Image:
    """Return a loaded picture in a mode that can be scaled."""
    if image.mode in _SIXTEEN_BITS:
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA") if has_alpha(image) else image.convert("RGB")
    if image.mode in ("RGB", "RGBA", "L", "CMYK", "LAB"):
        return image
    return image.convert("RGB")


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # what is said of a picture may be damaged though the picture is not
        return 1
