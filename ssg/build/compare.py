"""Articles compared, by several processes where that is worth it."""

from __future__ import annotations

from ssg.build.pool import in_chunks
from ssg.relate.nearest import Nearest
from ssg.relate.related import RelatedArticles

# With fewer, processes cost more than they save.
_WORTH_PROCESSES = 500


def compare(finder: RelatedArticles, workers: int) -> None:
    """Find the articles nearest to each, where they are not known."""
    missing = finder.lists.missing()
    count = workers if len(missing) >= _WORTH_PROCESSES else 1
    for found in in_chunks(missing, finder.index.nearest, Nearest.found, count):
        finder.lists.take(found)
