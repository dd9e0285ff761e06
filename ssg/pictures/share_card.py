"""The picture that stands for an article where it is shared."""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from ssg.model.fonts import Design
from ssg.model.share_card import ShareCard
from ssg.pictures.bidi import direction_of
from ssg.pictures.colors import color
from ssg.pictures.lines import fit
from ssg.pictures.typesetting import Type, draw, draw_kept, settable, width_of

WIDTH, HEIGHT = 1200, 630
"""Pixels, as social networks show cards."""

_SIDE = 76
_TOP, _FOOT = 64, HEIGHT - 112
_MEASURE = WIDTH - 2 * _SIDE
_SIZES = (128, 118, 110, 104, 98, 92, 86, 80, 75, 70, 65, 60, 56, 52, 48, 44)
_SITE_SIZES = (156, 142, *_SIZES)
_LEADING = 1.14
# From 0, the paper, to 255, ink.
_INK, _QUIET, _RULE = 255, 178, 46
# The last of sixteen colours is the accent; those before lead from paper to ink.
_ACCENT = 15
_STEPS = [round(value * (_ACCENT - 1) / 255) for value in range(256)]


def share_card(card: ShareCard, design: Design) -> bytes:
    """Return a card as a PNG of 1200 by 630 pixels; the same for the same Pillow.

    Letters that no font has are left out; where nothing is left of a title, it is the card of the
    site.

    Raises:
        SsgError: a file of the design is no font.

    """
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    canvas = ImageDraw.Draw(image)
    title = settable(card.title, design.headline)
    page = _Page(canvas, design, direction_of(title, card.direction))
    canvas.rectangle((_SIDE, _TOP, WIDTH - _SIDE - 1, _TOP + 2), fill=_INK)
    canvas.rectangle((_SIDE, _FOOT, WIDTH - _SIDE - 1, _FOOT + 1), fill=_RULE)
    labels = [label for one in card.labels if (label := settable(one, design.label))]
    if title:
        _head(page, [capitals(one, card.language) for one in labels])
        _headline(page, title, _SIZES, 600, _TOP + (92 if labels else 40))
        _foot(page, card)
    else:
        _headline(page, settable(card.masthead, design.headline), _SITE_SIZES, 700, _TOP + 40)
        _about(page, "" if card.title else " ".join(labels))
    return _png(image, page.start_box(88, _TOP, 11), design)


@dataclass(frozen=True, slots=True)
class _Page:
    """Where things are drawn, and from which side."""

    canvas: ImageDraw.ImageDraw
    design: Design
    direction: str

    def start(
        self, text: str, kind: Type, y: float, fill: int, draw: Callable[..., None] = draw
    ) -> None:
        """Draw a text at the side where reading begins."""
        x = _SIDE if self.direction == "ltr" else WIDTH - _SIDE - width_of(text, kind)
        draw(self.canvas, (x, y), text, kind, fill)

    def end(self, text: str, kind: Type, y: float, fill: int) -> None:
        """Draw a text at the other side."""
        x = _SIDE if self.direction == "rtl" else WIDTH - _SIDE - width_of(text, kind)
        draw(self.canvas, (x, y), text, kind, fill)

    def start_box(self, width: int, top: int, height: int) -> tuple[int, int, int, int]:
        """Return a box at the side where reading begins."""
        left = _SIDE if self.direction == "ltr" else WIDTH - _SIDE - width
        return left, top, left + width - 1, top + height - 1

    def label(self, text: str, size: int, weight: int = 600, tracking: int = 0) -> Type:
        """Return how small words are set."""
        direction = direction_of(text, self.direction)
        return Type(self.design.label, size, weight, direction, tracking)


def _head(page: _Page, labels: Sequence[str]) -> None:
    """Draw the outlet and the section."""
    text = "  ·  ".join(labels)
    kind = page.label(text, 26, 600, 2)
    page.start(_shortened(text, kind, _MEASURE), kind, _TOP + 60, _QUIET, draw_kept)


def _headline(page: _Page, text: str, sizes: tuple[int, ...], weight: int, top: float) -> None:
    """Draw a headline between a height and the foot, a little above the middle."""
    unit = 100
    kind = Type(page.design.headline, unit, weight, page.direction)
    room = _FOOT - 26 - top
    broken = fit(text, lambda part: width_of(part, kind) / unit, (_MEASURE, room), sizes, _LEADING)
    kind = replace(kind, size=broken.size)
    line = broken.size * _LEADING
    # Letters reach from their base line up by some 0.8 of the size, and down by 0.25.
    first = top + (room - line * len(broken.lines)) * 0.42 + broken.size * 0.88
    for number, one in enumerate(broken.lines):
        page.start(one, kind, round(first + number * line), _INK)


def _foot(page: _Page, card: ShareCard) -> None:
    """Draw the name of the blog, and the date."""
    date = settable(card.date, page.design.label)
    kind = page.label(date, 25, 400)
    page.end(date, kind, _FOOT + 58, _QUIET)
    room = _MEASURE - width_of(date, kind) - 60
    name = settable(card.masthead, page.design.headline)
    kinds = [
        Type(page.design.headline, size, 700, direction_of(name, page.direction))
        for size in (40, 36, 32, 28, 24)
    ]
    kind = next((one for one in kinds if width_of(name, one) <= room), kinds[-1])
    page.start(_shortened(name, kind, room), kind, _FOOT + 60, _INK, draw_kept)


def _about(page: _Page, text: str) -> None:
    """Draw what the site is about, on two lines at most."""
    kind = page.label(text, 26, 400)
    broken = fit(text, lambda part: width_of(part, kind) / 26, (_MEASURE, 70), (26, 24), 1.35, 2)
    first = _FOOT + (58 if len(broken.lines) == 1 else 44)
    for number, one in enumerate(broken.lines):
        page.start(one, replace(kind, size=broken.size), first + 34 * number, _QUIET)


def _shortened(text: str, kind: Type, room: float) -> str:
    """Return words that have room on a line, with an ellipsis where they were cut."""
    whole = text
    while whole and width_of(text, kind) > room:
        whole = whole[:-1].rstrip()
        text = whole + "…"
    return text


def capitals(text: str, language: str) -> str:
    """Return a text in capitals, by the rules of a language."""
    if language.split("-")[0] in ("tr", "az"):
        text = text.replace("i", "İ")
    upper = text.upper()
    if any("\u0370" <= char <= "\u03ff" for char in upper):
        # Capitals of Greek have no accents.
        parts = unicodedata.normalize("NFD", upper)
        upper = unicodedata.normalize("NFC", parts.replace("\u0301", ""))
    return upper


def _png(image: Image.Image, accent: tuple[int, int, int, int], design: Design) -> bytes:
    """Return a picture of ink on paper, with one box in the accent, in sixteen colours."""
    shown = image.point(_STEPS)
    # The same bytes, taken for the numbers of colours.
    shown.putpalette(_palette(design.paper, design.ink, design.accent))
    ImageDraw.Draw(shown).rectangle(accent, fill=_ACCENT)
    stream = BytesIO()
    shown.save(stream, "PNG", compress_type=zlib.Z_RLE)
    return stream.getvalue()


@lru_cache(maxsize=8)
def _palette(paper: str, ink: str, accent: str) -> bytes:
    ground, letters, extra = color(paper), color(ink), color(accent, ink)
    last = _ACCENT - 1
    ramp = [
        round(a + (b - a) * step / last)
        for step in range(last + 1)
        for a, b in zip(ground, letters, strict=True)
    ]
    return bytes((*ramp, *extra))
