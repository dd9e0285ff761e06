"""The paths of what ``ssg`` adds to the articles and pages of a site."""

from __future__ import annotations

CORRECTIONS = "/corrections/"
"""The list of corrections."""


SITE_CARD = "/card.png"
"""The share card of the site."""

MANIFEST = "/manifest.webmanifest"
"""What the site is as an application."""

VECTOR_ICON = "/icons/icon.svg"
"""Its icon as an SVG."""

WORKER = "/sw.js"
"""The script with which browsers keep articles."""

OFFLINE = "/offline/"
"""The page that readers without a connection see in the place of others."""

OFFLINE_LIST = "/offline.json"
"""The list of what browsers keep."""


def card_path(path: str) -> str:
    """Return the path of the share card of an article."""
    return f"{path}card.png" if path.endswith("/") else f"{path}-card.png"


def icon_path(size: int, maskable: bool = False) -> str:
    """Return the path of an icon of the site."""
    return f"/icons/{'maskable' if maskable else 'icon'}-{size}.png"


def paged(path: str, number: int) -> str:
    """Return the path of a page of a list that begins at ``path``."""
    return path if number == 1 else f"{path}page/{number}/"


def page_count(items: int, size: int) -> int:
    """Return how many pages a list has; an empty one has one."""
    return max(1, -(-items // size))


def correction_id(number: int) -> str:
    """Return the fragment that a correction answers to on the page of its article."""
    return f"_correction-{number}"


def archive_path(year: int = 0, month: int = 0) -> str:
    """Return the path of the archive, of a year, or of a month."""
    if not year:
        return "/archive/"
    return f"/{year:04}/{month:02}/" if month else f"/{year:04}/"
