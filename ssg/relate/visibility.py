"""Whether a piece is published at a moment."""

from __future__ import annotations

from datetime import datetime, tzinfo

from ssg.model.document import Document
from ssg.model.front_matter import FrontMatter
from ssg.model.site import Status
from ssg.relate.permalinks import name_of
from ssg.text.dates import in_zone


def published_from(document: Document) -> datetime | None:
    """Return the date of a piece: what its front matter says, else the name of its file."""
    return document.front_matter.date or name_of(document.path)[0]


def status_of(
    front_matter: FrontMatter, date: datetime | None, now: datetime, zone: tzinfo
) -> Status:
    """Return whether a piece is published, and if not why.

    Args:
        front_matter: what it says of itself.
        date: when it is published; none for a page without a date.
        now: the moment that counts.
        zone: the zone of dates that name none.

    """
    if front_matter.draft:
        return "draft"
    if date and in_zone(date, zone) > now:
        return "scheduled"
    if front_matter.expires and in_zone(front_matter.expires, zone) <= now:
        return "expired"
    return "published"
