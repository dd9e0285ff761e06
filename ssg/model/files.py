"""Files that are copied as they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file that need not be read to know it."""

    path: str
    """Where it lies on the disk."""
    label: str
    """How messages name it: below the folder of the site."""
    digest: str
    """A digest of its bytes."""


@dataclass(frozen=True, slots=True)
class SiteIcon:
    """The files of which the icons of a site are made."""

    vector: FileRef | None = None
    """An SVG, shown as it is."""
    raster: FileRef | None = None
    """A PNG, made smaller; without it icons are drawn."""


NO_ICON = SiteIcon()
"""Of a site that names none."""
