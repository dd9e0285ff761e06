"""Articles, as they are compared."""

from __future__ import annotations

from hashlib import blake2b

from ssg.model.site import Article
from ssg.relate.index import Entry
from ssg.relate.signals import marks_of, threads_of

_DAY = 86_400.0


def entry_of(article: Article) -> Entry:
    """Return an article, as it is compared."""
    marks = repr(
        (article.path, article.terms["tags"], threads_of(article), article.date, article.status)
    )
    return Entry(
        key=blake2b(article.document.key + marks.encode(), digest_size=16).digest(),
        day=article.date.timestamp() / _DAY,
        fetch=lambda: (article.document.terms, marks_of(article)),
    )
