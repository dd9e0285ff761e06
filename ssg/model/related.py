"""Related articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ssg.model.site import Article


@dataclass(frozen=True, slots=True)
class Related:
    """An article related to another, and why."""

    article: Article
    """The article."""
    reasons: tuple[str, ...]
    """The names of the terms they share, rarest first."""


RelatedTo = Callable[[Article], tuple[Related, ...]]
"""Returns the articles related to one, best first."""
