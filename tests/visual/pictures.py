"""Pictures of pages: taken small, kept smaller, and compared with a tolerance."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, CDPSession, Page

from tests.support.pages import ColorScheme

HEIGHT = 1600
"""How much of a page is looked at, in CSS pixels."""

_SCALE = 0.3
_COLOURS = 64
# Another version of the browser draws the edges of letters a little otherwise: blocks of pixels are
# compared, and few of them may differ by much.
_BLOCK = 4
_APART = 18
_FEW = 0.001

_READY = """async () => {
    await document.fonts.ready;
    const seen = [...document.images].filter((one) => one.getBoundingClientRect().top < 2000);
    for (const image of seen) image.loading = "eager";
    await Promise.all(seen.map((one) => one.decode().catch(() => {})));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""

# It blinks.
_NO_CARET = "* { caret-color: transparent !important; }"


@dataclass(frozen=True, slots=True)
class Camera:
    """A page in a browser, and the way to take pictures of it."""

    page: Page
    """The page."""
    session: CDPSession
    """Speaks to the browser of it."""

    def visit(self, url: str) -> None:
        """Go to a page, and wait for its results where it searches."""
        self.page.goto(url)
        self.page.add_style_tag(content=_NO_CARET)
        if "/search/" in url:
            self.page.wait_for_selector("[data-search-list] mark")

    def take(self, width: int) -> bytes:
        """Return a picture of the page as it is at a width."""
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.page.evaluate(_READY)
        clip = {"x": 0, "y": 0, "width": width, "height": HEIGHT, "scale": _SCALE}
        taken = self.session.send("Page.captureScreenshot", {"format": "png", "clip": clip})
        return small(b64decode(taken["data"]))


def open_camera(browser: Browser, scheme: ColorScheme) -> Camera:
    """Return a camera for pages in light or dark."""
    context = browser.new_context(
        color_scheme=scheme, reduced_motion="reduce", service_workers="block"
    )
    page = context.new_page()
    return Camera(page, context.new_cdp_session(page))


def small(png: bytes) -> bytes:
    """Return a picture with few colours."""
    image = Image.open(BytesIO(png)).convert("RGB")
    buffer = BytesIO()
    image.quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        buffer, "PNG", optimize=True
    )
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class Difference:
    """How two pictures differ."""

    share: float
    """The share of blocks that differ by much; 1 where the sizes do."""
    picture: bytes
    """The one, the other, and where they differ, side by side."""

    @property
    def matters(self) -> bool:
        """True where a reader would see it."""
        return self.share > _FEW


def compare(one: bytes, other: bytes) -> Difference:
    """Compare two pictures."""
    images = [Image.open(BytesIO(png)).convert("RGB") for png in (one, other)]
    width = max(image.width for image in images)
    height = max(image.height for image in images)
    laid = [Image.new("RGB", (width, height), "#808080") for _ in images]
    for ground, image in zip(laid, images, strict=True):
        ground.paste(image)
    blocks = [np.asarray(image.reduce(_BLOCK), dtype=np.int16) for image in laid]
    apart = np.abs(blocks[0] - blocks[1]).max(axis=2) > _APART
    same_size = images[0].size == images[1].size
    share = float(apart.mean()) if same_size else 1.0
    shown = Image.fromarray((apart * 255).astype(np.uint8)).resize((width, height))
    sheet = Image.new("RGB", (width * 3 + 20, height), "#808080")
    for place, image in enumerate([*laid, shown.convert("RGB")]):
        sheet.paste(image, (place * (width + 10), 0))
    buffer = BytesIO()
    sheet.save(buffer, "PNG")
    return Difference(share, buffer.getvalue())
