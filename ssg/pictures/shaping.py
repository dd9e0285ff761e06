"""Whether letters are put together by the rules of their script and font."""

from __future__ import annotations

from PIL import _imagingft


def shapes() -> bool:
    """Tell whether Pillow does so: where it finds FriBiDi in the system.

    Elsewhere letters stand one after another, without kerning, and scripts whose letters join are
    not to be read. This much of Pillow is imported in a moment, unlike all of it.
    """
    return bool(_imagingft.HAVE_RAQM and _imagingft.HAVE_FRIBIDI)
