"""The frame that shows a place on OpenStreetMap."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

_LAYERS = ("mapnik", "cyclosm", "cyclemap", "transportmap", "hot", "opnvkarte")
_TILE = 256
# As large as a map is in the column of an article; a frame shows at least what its box holds.
_WIDTH, _HEIGHT = 600, 450
_ZOOM = 15.0
_MOST_NORTHERN = 85.0

_NUMBER = r"-?\d{1,3}(?:\.\d{1,12})?"
_VIEW = re.compile(rf"(?:^|&)map=(\d{{1,2}}(?:\.\d{{1,6}})?)/({_NUMBER})/({_NUMBER})(?:&|$)")


def map_frame(query: Mapping[str, str], fragment: str) -> str:
    """Return the frame for what the address of a map asks for; nothing where it names no place."""
    marker = _marker(query)
    box = _numbers(query.get("bbox", ""), 4)
    if not box and (view := _VIEW.search(fragment)):
        box = _box(float(view[1]), float(view[2]), float(view[3]))
    elif not box and marker:
        zoom = _numbers(query.get("zoom", ""), 1)
        box = _box(zoom[0] if zoom else _ZOOM, marker[0], marker[1])
    if not box:
        return ""
    layer = query.get("layer", "")
    options = f"bbox={_joined(box)}&layer={layer if layer in _LAYERS else _LAYERS[0]}"
    if marker:
        options += f"&marker={_joined(marker)}"
    return f"https://www.openstreetmap.org/export/embed.html?{options}"


def _marker(query: Mapping[str, str]) -> tuple[float, ...]:
    """Return where a pin stands, north and east; nothing where there is none."""
    if "marker" in query:
        return _numbers(query["marker"], 2)
    return _numbers(f"{query.get('mlat', '')},{query.get('mlon', '')}", 2)


def _numbers(text: str, count: int) -> tuple[float, ...]:
    parts = text.split(",")
    if len(parts) != count or not all(re.fullmatch(_NUMBER, one) for one in parts):
        return ()
    return tuple(map(float, parts))


def _box(zoom: float, north: float, east: float) -> tuple[float, ...]:
    """Return what a map of this size shows: its western, southern, eastern and northern edge."""
    pixels = _TILE * 2 ** min(zoom, 19.0)
    half = 180 * _WIDTH / pixels
    middle = math.asinh(math.tan(math.radians(max(-_MOST_NORTHERN, min(north, _MOST_NORTHERN)))))
    rise = math.pi * _HEIGHT / pixels
    south, top = (math.degrees(math.atan(math.sinh(middle + one))) for one in (-rise, rise))
    return (max(east - half, -180.0), south, min(east + half, 180.0), top)


def _joined(numbers: tuple[float, ...]) -> str:
    return "%2C".join(f"{one:.6f}".rstrip("0").rstrip(".") for one in numbers)
