"""What a share card says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShareCard:
    """The words of a share card."""

    title: str
    """The headline; empty where the card is that of the site."""
    labels: tuple[str, ...]
    """Small words over it: the outlet, the section. Of the site, what it is about."""
    masthead: str
    """The name of the blog."""
    date: str
    """When it was published, in words."""
    language: str
    """The language of the labels, as a tag."""
    direction: str
    """In which direction that runs: ``ltr`` or ``rtl``."""
