"""Comments whose article is not there."""

from __future__ import annotations

from collections.abc import Iterator

from ssg.errors import Diagnostic, Location
from ssg.model.comments import comments_of
from ssg.model.site import Contents
from ssg.text.suggest import Nearby


def stray_comments(contents: Contents) -> Iterator[Diagnostic]:
    """Yield a warning for each file of comments that belongs to no article."""
    if not contents.comments:
        return
    articles = {one.path for one in contents.documents}
    stray = sorted(contents.comments.keys() - articles)
    nearby = Nearby(articles if stray else ())
    for path in stray:
        close = nearby.nearest(path)
        hint = f'rename it to "{comments_of(close)}"' if close else "rename or remove it"
        where = Location(f"content/{comments_of(path)}")
        message = f"comments of an article that is not there: content/{path}"
        yield Diagnostic("warning", "comments/no-article", message, where, hint)
