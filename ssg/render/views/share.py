"""What pages show where they are shared."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShareImage:
    """The picture that stands for a page in social networks and messages."""

    path: str
    """Root-relative path, or a full URL."""
    alt: str
    """What it shows, in words."""
    width: int
    """Pixels; 0 where it is not known."""
    height: int
    """Pixels; 0 where it is not known."""
