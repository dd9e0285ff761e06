"""Related articles."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, Protocol

from ssg.model.site import Article


@dataclass(frozen=True, slots=True)
class Related:
    """An article related to another, and why."""

    article: Article
    """The article."""
    why: Literal["pinned", "thread", "terms"]
    """Picked by the editors, of the same thread, or near in what it says."""
    reasons: tuple[str, ...]
    """The names of the terms with the largest part in that, largest first."""
    score: float
    """How near it is; 1 for those that the editors picked."""


class RelatedFinder(Protocol):
    """Finds what belongs beside an article."""

    def related(self, article: Article, apart: Collection[str] = ()) -> tuple[Related, ...]:
        """Return the articles to show beside one, best first, without those shown apart."""
        ...

    def nearest(self, article: Article) -> frozenset[str]:
        """Return the paths of the articles that would be shown if the editors picked none."""
        ...

    def inputs(self, article: Article) -> bytes:
        """Return a digest of all on which the related articles and what happened next depend."""
        ...

    def next(self, article: Article) -> tuple[Article, ...]:
        """Return what happened next: later articles on the same story, in order of time."""
        ...
