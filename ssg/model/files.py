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
