"""The paths of what ``ssg`` adds to the articles and pages of a site."""

from __future__ import annotations

CORRECTIONS = "/corrections/"
"""The list of corrections."""


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
