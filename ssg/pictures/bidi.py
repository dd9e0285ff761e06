"""Texts that run from right to left, or hold words that do: the order in which they are drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from bidi import algorithm

_RIGHT = frozenset(("R", "AL"))
_STRONG = _RIGHT | {"L"}
# What embeds and isolates: titles don't, and the algorithm knows only some.
_CONTROLS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
# No letter before this one runs from right to left.
_FIRST_RIGHT = "\u0590"
_MIRRORED: dict[str, str] = algorithm.MIRRORED


class Levelled(Protocol):
    """Anything that runs in one direction."""

    @property
    def level(self) -> int:
        """Odd where it runs from right to left."""


L = TypeVar("L", bound=Levelled)


def without_controls(text: str) -> str:
    """Return a text without the signs that embed one direction in another."""
    return text.translate(_CONTROLS)


def direction_of(text: str, usual: str = "ltr") -> str:
    """Return in which direction a text runs as a whole: ``ltr`` or ``rtl``."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in _STRONG:
            return "rtl" if kind in _RIGHT else "ltr"
    return usual


def levels_of(text: str, direction: str) -> tuple[int, ...]:
    """Return the level of every character, by the Unicode Bidirectional Algorithm.

    Args:
        text: without controls.
        direction: in which direction it runs as a whole.

    """
    base = int(direction == "rtl")
    if not base and max(text, default="") < _FIRST_RIGHT:
        return (0,) * len(text)
    kinds = [unicodedata.bidirectional(char) for char in text]
    if not base and not any(kind in _RIGHT or kind == "AN" for kind in kinds):
        return (0,) * len(text)
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    # Marks that join or split words have no direction; the algorithm takes them out.
    kept = [place for place, kind in enumerate(kinds) if kind != "BN"]
    algorithm.get_embedding_levels("".join(text[place] for place in kept), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = dict(zip(kept, (int(one["level"]) for one in storage["chars"]), strict=True))
    levels: list[int] = []
    for place in range(len(text)):
        levels.append(found.get(place, levels[-1] if levels else base))
    return tuple(levels)


def in_visual_order(runs: Sequence[L]) -> list[L]:
    """Return the runs of a line from left to right."""
    order = list(runs)
    for level in range(max((one.level for one in order), default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and order[end].level >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order


def reversed_letters(text: str) -> str:
    """Return a text that runs from right to left as it is drawn from left to right, letter by
    letter, with marks after their letters and brackets turned round.
    """
    letters: list[str] = []
    for char in text:
        if letters and unicodedata.combining(char):
            letters[-1] += char
        else:
            letters.append(_MIRRORED.get(char, char))
    return "".join(reversed(letters))
