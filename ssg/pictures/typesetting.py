"""Texts measured and drawn, each letter in the first font that has it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Literal

from PIL import Image, ImageDraw

from ssg.model.fonts import FontFile
from ssg.pictures.bidi import (
    in_visual_order,
    levels_of,
    reversed_letters,
    without_controls,
)
from ssg.pictures.fonts import font_of, has_letter
from ssg.pictures.shaping import shapes

# No letter before this one joins its neighbours, or runs from right to left.
_FIRST_JOINED = "\u0590"
# Joiners, and the signs that choose one form of a letter: drawn with their letter, or not at all.
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one font that run in one direction."""

    text: str
    """The letters, in the order in which they are read."""
    file: FontFile
    """The font."""
    level: int
    """Odd where they run from right to left."""


@dataclass(frozen=True, slots=True)
class Type:
    """What a text is set in."""

    files: tuple[FontFile, ...]
    """The fonts."""
    size: int
    """Pixels of an em."""
    weight: int
    """How bold."""
    direction: str
    """In which direction the text runs as a whole."""
    tracking: int = 0
    """Pixels between letters, where a script suffers them."""


def tidy(text: str) -> str:
    """Return a text as it can be set: composed, on one line, without controls."""
    composed = unicodedata.normalize("NFC", without_controls(text))
    return " ".join("".join(" " if _is_control(one) else one for one in composed).split())


def missing_letters(text: str, files: Sequence[FontFile]) -> tuple[str, ...]:
    """Return the letters of a text that no font has; pictograms are no letters."""
    fonts = _letters(tuple(files))
    return tuple(
        char
        for char in dict.fromkeys(tidy(text))
        if not _is_unseen(char) and fonts[char] is None and not _is_pictogram(char)
    )


def settable(text: str, files: tuple[FontFile, ...]) -> str:
    """Return what of a text can be set: all letters that a font has, on one line."""
    fonts = _letters(files)
    kept: list[str] = []
    before = True
    for char in tidy(text):
        # A sign without a look of its own goes with the letter before it.
        if char == " ":
            before = True
        elif not _is_unseen(char):
            before = fonts[char] is not None
        if before:
            kept.append(char)
    shown = " ".join("".join(kept).split())
    return shown if any(char.isalnum() and fonts[char] for char in shown) else ""


def width_of(text: str, kind: Type) -> float:
    """Return how wide a text is set."""
    return sum(_width(run, kind) for run in runs_of(text, kind))


def draw(
    canvas: ImageDraw.ImageDraw, place: tuple[float, float], text: str, kind: Type, fill: int
) -> None:
    """Draw a text.

    Args:
        canvas: where to draw.
        place: the left end of its base line.
        text: the text.
        kind: what it is set in.
        fill: how dark.

    """
    x, y = place
    for run in in_visual_order(runs_of(text, kind)):
        font = font_of(run.file, kind.size, kind.weight)
        gap = _gap(run, kind)
        for part in _parts(run, gap):
            shown, way = _as_drawn(part, run.level)
            canvas.text((x, y), shown, fill=fill, font=font, anchor="ls", direction=way)
            x += _advance(part, run, kind) + gap


def draw_kept(
    canvas: ImageDraw.ImageDraw, place: tuple[float, float], text: str, kind: Type, fill: int
) -> None:
    """Draw a text that many pictures have in common, which is faster from the second time on."""
    x, y = place
    canvas.bitmap((round(x) - kind.size, round(y) - 2 * kind.size), _strip(text, kind), fill)


@lru_cache(maxsize=64)
def _strip(text: str, kind: Type) -> Image.Image:
    """Return a text with an em of room before and after it, and two above its base line."""
    size = kind.size
    strip = Image.new("L", (ceil(width_of(text, kind)) + 2 * size, 3 * size))
    draw(ImageDraw.Draw(strip), (size, 2 * size), text, kind, 255)
    return strip


def runs_of(text: str, kind: Type) -> tuple[Run, ...]:
    """Return a text in pieces that are drawn as one, in the order in which they are read."""
    levels = levels_of(text, kind.direction)
    fonts = _letters(kind.files)
    runs: list[Run] = []
    before: FontFile | None = None
    last, letters = 0, ""
    for char, level in zip(text, levels, strict=True):
        same = before and char.isalnum() and fonts[char] is before
        file = before if same else _chosen(char, before, fonts)
        if file is None:
            continue
        if letters and (file is not before or level != last):
            assert before
            runs.append(Run(letters, before, last))
            letters = ""
        letters += char
        before, last = file, level
    if letters and before:
        runs.append(Run(letters, before, last))
    return tuple(runs)


def _chosen(char: str, before: FontFile | None, fonts: _Letters) -> FontFile | None:
    """Return the font of a letter; none where it is left out."""
    if before:
        if _is_unseen(char) and char != " ":
            return before if shapes() else None
        # What has no script of its own, and marks, stand with their neighbours.
        if unicodedata.category(char)[0] in "MPZ" and has_letter(before, char):
            return before
    elif _is_unseen(char):
        return None
    return fonts[char]


class _Letters(dict[str, FontFile | None]):
    """Which of some fonts has each letter; found when it is asked for."""

    def __init__(self, files: tuple[FontFile, ...]) -> None:
        self._files = files

    def __missing__(self, char: str) -> FontFile | None:
        found = next((file for file in self._files if has_letter(file, char)), None)
        self[char] = found
        return found


@lru_cache(maxsize=16)
def _letters(files: tuple[FontFile, ...]) -> _Letters:
    return _Letters(files)


def _width(run: Run, kind: Type) -> float:
    gap = _gap(run, kind)
    return sum(_advance(part, run, kind) + gap for part in _parts(run, gap))


def _advance(part: str, run: Run, kind: Type) -> float:
    shown, way = _as_drawn(part, run.level)
    font = font_of(run.file, kind.size, kind.weight)
    return float(font.getlength(shown, direction=way))


def _parts(run: Run, gap: int) -> Iterator[str]:
    """Yield what of a run is drawn at once: all of it, or each letter where they stand apart."""
    if not gap:
        yield run.text
        return
    letter = ""
    for char in run.text:
        if letter and not unicodedata.combining(char):
            yield letter
            letter = ""
        letter += char
    yield letter


def _gap(run: Run, kind: Type) -> int:
    """Return how far letters stand apart: not at all where they join, or run from right to left."""
    if not kind.tracking or run.level or max(run.text) >= _FIRST_JOINED:
        return 0
    return kind.tracking


def _as_drawn(text: str, level: int) -> tuple[str, Literal["ltr", "rtl"] | None]:
    """Return a piece as it is handed to Pillow, with what is said of it."""
    if shapes():
        return text, "rtl" if level % 2 else "ltr"
    return (reversed_letters(text) if level % 2 else text), None


def _is_unseen(char: str) -> bool:
    return char in _INVISIBLE or char.isspace() or "\ufe00" <= char <= "\ufe0f"


def _is_pictogram(char: str) -> bool:
    """Tell whether a character is a small picture, or chooses how one looks."""
    return unicodedata.category(char) in ("So", "Sk", "Cn") and ord(char) > 0x2000


def _is_control(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cs", "Co") or char in "\u2028\u2029"
