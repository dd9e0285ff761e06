"""Which pages are looked at, how wide, and in which colours."""

from __future__ import annotations

from tests.support.pages import ColorScheme

PAGES = {
    "front": "/",
    "section": "/sections/world/",
    "article": "/2025/12/what-florida-left-open/",
    "article-with-notes": "/2025/10/security-council-veto/",
    "article-curated": "/2025/12/florida-talks-no-result/",
    "page": "/about/",
    "tag": "/tags/ukraine/",
    "thread": "/threads/ukraine-talks/",
    "author": "/authors/a-merrow/",
    "source": "/sources/slate/",
    "archive": "/archive/",
    "month": "/2025/12/",
    "search": "/search/?q=tariff",
    "corrections": "/corrections/",
    "not-found": "/no-such-page/",
}
"""Pages of the demo by the names of their pictures."""

WIDTHS = (320, 768, 1280, 1920)
"""In CSS pixels."""

SCHEMES: tuple[ColorScheme, ...] = ("light", "dark")

FRONTS = {
    "three-pieces": (3, 0),
    "no-picture": (300, 0),
    "one-picture": (40, 1),
    "all-pictures": (40, 40),
}
"""Fronts of sites that have little or much: how many articles, and how many of them have a
picture."""

FRONT_WIDTHS = (320, 1280)


def picture_name(page: str, scheme: ColorScheme, width: int) -> str:
    """Return the name of a picture."""
    return f"{page}-{scheme}-{width}"
