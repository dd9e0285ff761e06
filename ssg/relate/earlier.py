"""Related articles as they were, while those of an edited site are being found."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from ssg.model.related import Related, RelatedFinder
from ssg.model.site import Article, Site


class EarlierRelated:
    """Answers with what an earlier site of the same articles in the same places answered."""

    def __init__(self, site: Site, earlier: Site, finder: RelatedFinder) -> None:
        """Begin.

        Args:
            site: the site.
            earlier: the site before.
            finder: finds related articles of the site before.

        """
        self._site = site
        self._earlier = earlier
        self._finder = finder
        # What was answered, by article and what was to be left out.
        self._shown: dict[tuple[str, frozenset[str]], tuple[Related, ...]] = {}
        self._followed: dict[str, tuple[Article, ...]] = {}

    def stands(self, finder: RelatedFinder) -> bool:
        """Tell whether another finder answers all that was asked as this one did."""
        of = self._site.by_path
        return all(
            _shown(found) == _shown(finder.related(of[path], apart))
            for (path, apart), found in self._shown.copy().items()
        ) and all(
            [one.path for one in found] == [one.path for one in finder.next(of[path])]
            for path, found in self._followed.copy().items()
        )

    def related(self, article: Article, apart: Collection[str] = ()) -> tuple[Related, ...]:
        """Return the articles that were shown beside one."""
        earlier = self._finder.related(self._earlier.by_path[article.path], apart)
        found = tuple(replace(one, article=self._site.by_path[one.article.path]) for one in earlier)
        self._shown[article.path, frozenset(apart)] = found
        return found

    def nearest(self, article: Article) -> frozenset[str]:
        """Return the paths of the articles that would have been shown without any picked."""
        return self._finder.nearest(self._earlier.by_path[article.path])

    def next(self, article: Article) -> tuple[Article, ...]:
        """Return what was shown as having happened next."""
        earlier = self._finder.next(self._earlier.by_path[article.path])
        found = tuple(self._site.by_path[one.path] for one in earlier)
        self._followed[article.path] = found
        return found

    def inputs(self, article: Article) -> bytes:
        """Return a digest of all on which the two depended."""
        return self._finder.inputs(self._earlier.by_path[article.path])


def _shown(found: Iterable[Related]) -> list[object]:
    """Return what readers see of related articles."""
    return [(one.article.path, one.why, one.reasons) for one in found]
