"""A headline broken into lines of like width, as large as they may be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import inf

Measure = Callable[[str], float]
"""Returns the width of a text."""

# Scripts without spaces, whose words may be broken anywhere.
_UNSPACED = re.compile(
    "[\u1100-\u11ff\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u3130-\u318f\u31a0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜´｀¨ヽヾゝゞ々ー’”）〕］｝〉》」』】°′″℃％‰"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.;:!?)]}%"
)
_NOT_LAST = frozenset("‘“（〔［｛〈《「『【￥＄￡([{")
_AFTER = frozenset("-‐–—/\u200b\u00ad")


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands on one line as a whole."""

    text: str
    """The letters."""
    after: str
    """What follows it on the same line: a space, or nothing."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A text in lines."""

    lines: tuple[str, ...]
    """The lines, from the top."""
    size: int
    """Pixels of an em."""


def fit(
    text: str,
    measure: Measure,
    room: tuple[float, float],
    sizes: Sequence[int],
    leading: float,
    most: int = 4,
) -> Broken:
    """Return a text in lines of like width, in the largest size in which it has room.

    Args:
        text: on one line.
        measure: returns the width of a text, in ems.
        room: how wide and how high it may be, in pixels.
        sizes: the sizes, largest first.
        leading: from one base line to the next, in ems.
        most: how many lines there may be; where even the smallest size takes more, the text is
            cut, with an ellipsis.

    """
    width, height = room
    measure = cache(measure)
    units = [
        piece
        for one in units_of(text)
        for piece in _pieces(one, measure, width / sizes[max(0, len(sizes) - 3)])
    ]
    best = Broken((), 0)
    for count in range(1, min(most, len(units)) + 1):
        lines = balanced(units, measure, count)
        widest = max(map(measure, lines))
        size = next(
            (one for one in sizes if widest * one <= width and count * leading * one <= height), 0
        )
        if size > best.size:
            best = Broken(lines, size)
    if best.size or not units:
        return best
    return Broken(_cut(units, measure, width / sizes[-1], most), sizes[-1])


def units_of(text: str) -> tuple[Unit, ...]:
    """Return what of a text must stay on one line."""
    words = text.split(" ")
    return tuple(
        Unit(part, after if last else "")
        for number, word in enumerate(words)
        for after in (" " if number < len(words) - 1 else "",)
        for part, last in _with_last(list(_breakable(word)))
    )


def balanced(units: Sequence[Unit], measure: Measure, count: int) -> tuple[str, ...]:
    """Return units in so many lines that the widest is as narrow as can be."""
    widths = [measure(one.text) for one in units]
    ends = [
        0.0,
        *accumulate(wide + measure(one.after) for wide, one in zip(widths, units, strict=True)),
    ]

    @cache
    def best(start: int, left: int) -> tuple[float, float, tuple[int, ...]]:
        """Return the widest line, the sum of squares, and the ends of all lines."""
        stops = range(start + 1, len(units) - left + 2) if left > 1 else (len(units),)
        found: tuple[float, float, tuple[int, ...]] = (inf, inf, ())
        for stop in stops:
            wide = ends[stop - 1] + widths[stop - 1] - ends[start]
            if wide > found[0]:
                break
            rest = best(stop, left - 1) if left > 1 else (0.0, 0.0, ())
            one = (max(wide, rest[0]), wide * wide + rest[1], (stop, *rest[2]))
            found = min(found, one)
        return found

    stops = best(0, count)[2]
    return tuple(
        _joined(units[start:stop]) for start, stop in zip((0, *stops[:-1]), stops, strict=True)
    )


def _joined(units: Sequence[Unit]) -> str:
    """Return a line; a soft hyphen shows at its end, and nowhere else."""
    text = "".join([one.text + one.after for one in units]).rstrip(" ")
    return text[:-1].replace("\u00ad", "") + ("-" if text.endswith("\u00ad") else text[-1:])


def _breakable(word: str) -> Iterator[str]:
    """Yield the parts of a word between which a line may end."""
    start = 0
    for place in range(1, len(word)):
        if _may_break(word[place - 1], word[place]) and _is_whole(word, place):
            yield word[start:place]
            start = place
    yield word[start:]


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    if before in _AFTER:
        return not after.isdigit() and after not in _AFTER
    if _HANGUL.match(before) and _HANGUL.match(after):
        return False  # words of Korean have spaces between them
    return bool(_UNSPACED.match(before) or _UNSPACED.match(after)) and not (
        unicodedata.category(after).startswith("P") and not _UNSPACED.match(after)
    )


def _is_whole(word: str, place: int) -> bool:
    """Tell whether no letter ends in the middle at a place of a word."""
    char = word[place]
    return not (
        unicodedata.category(char)[0] == "M" or char == "\u200d" or word[place - 1] == "\u200d"
    )


def _pieces(unit: Unit, measure: Measure, width: float) -> Iterator[Unit]:
    """Yield a unit, in pieces where it is wider than a line."""
    text = unit.text
    while measure(text) > width:
        end = len(text) - 1
        while end > 1 and (measure(text[:end] + "-") > width or not _is_whole(text, end)):
            end -= 1
        if end <= 1:
            break
        yield Unit(
            text[:end] + ("-" if text[end - 1].isalpha() and text[end].isalpha() else ""), ""
        )
        text = text[end:]
    yield Unit(text, unit.after)


def _cut(units: Sequence[Unit], measure: Measure, width: float, most: int) -> tuple[str, ...]:
    """Return as many lines as there may be, the last with an ellipsis at its end."""
    lines: list[str] = []
    start = 0
    for number in range(most):
        mark = "…" if number == most - 1 else ""
        end = start + 1
        while end < len(units) and measure(_joined(units[start : end + 1]) + mark) <= width:
            end += 1
        lines.append(_joined(units[start:end]).rstrip(" ,;:–—-") + mark)
        start = end
    return tuple(lines)


def _with_last(parts: list[str]) -> Iterator[tuple[str, bool]]:
    for number, part in enumerate(parts):
        yield part, number == len(parts) - 1
