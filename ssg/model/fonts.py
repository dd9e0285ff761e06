"""Fonts and colours with which pictures are made."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font with what its file holds."""

    label: str
    """How messages name it."""
    digest: str
    """A digest of its bytes; two fonts are the same where these are."""
    data: bytes = field(repr=False, compare=False)
    """Its bytes."""

    def __hash__(self) -> int:
        # Fonts are looked up for every letter.
        return hash(self.digest)


@dataclass(frozen=True, slots=True)
class Design:
    """How pictures look that are made for a site."""

    headline: tuple[FontFile, ...]
    """The fonts of headlines; a letter is of the first that has it."""
    label: tuple[FontFile, ...]
    """The fonts of small words, likewise."""
    paper: str
    """The ground, as ``#fbfaf6``."""
    ink: str
    """The colour of letters and rules."""
    accent: str
    """The one other colour."""


PLAIN = Design((), (), "#ffffff", "#000000", "#000000")
"""A design without fonts."""
