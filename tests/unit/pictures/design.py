"""The fonts and colours of the default theme."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from ssg.build.cache import Cache
from ssg.build.load_theme import load_theme
from ssg.build.memory import Memory
from ssg.config.site import decode_site
from ssg.model.fonts import Design
from tests.support.sites import DEFAULT_CONFIG


@cache
def design() -> Design:
    """Return the design of the default theme."""
    config = decode_site(DEFAULT_CONFIG, "site.yaml")
    return load_theme(Path("nowhere"), config, Memory(Cache(None)).digests()).design


def with_accent(accent: str) -> Design:
    """Return that design with another accent."""
    return replace(design(), accent=accent)
