"""Articles compared, by several processes where that is worth it."""

from __future__ import annotations

from collections.abc import Sequence

from ssg.build import pool
from ssg.build.pool import in_chunks
from ssg.relate.nearest import Nearest
from ssg.relate.related import RelatedArticles
from ssg.render.answers import Answers, RelatedAnswers

# With fewer, processes cost more than they save.
_WORTH_PROCESSES = 500


def compare(finder: RelatedArticles, workers: int) -> None:
    """Find the articles nearest to each, where they are not known."""
    missing = finder.lists.missing()
    count = workers if len(missing) >= _WORTH_PROCESSES else 1
    for found in in_chunks(missing, finder.index.nearest, Nearest.found, count):
        finder.lists.take(found)


def find_again(finder: RelatedArticles, answers: Answers, workers: int) -> None:
    """Find what is related to each article where it may differ from what it was, if that is much
    work.
    """
    compare(finder, workers)
    paths = answers.unsure()
    # Processes that are spawned would have to open the whole site for it.
    if workers < 2 or len(paths) < _WORTH_PROCESSES or pool.START != "fork":
        return
    for found in in_chunks(paths, lambda: answers, _found, workers):
        for path, known in found:
            answers.learn(path, known)


def _found(answers: Answers, paths: Sequence[str]) -> list[tuple[str, RelatedAnswers]]:
    return [(path, answers.about_related(path)) for path in paths]
