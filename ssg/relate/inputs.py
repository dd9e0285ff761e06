"""All that the related articles of an article depend on, as a digest.

What is near is looked at for thousands of articles at once; the lists themselves are worked out
where the digest changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

import numpy as np

from ssg.config.site import RelatedRules
from ssg.model.site import Article, Site
from ssg.relate.hashes import Hashes, folded, mixed, places_of
from ssg.relate.index import Index
from ssg.relate.nearest import LOOKED_AT, Nearest
from ssg.relate.signals import original_of, threads_of
from ssg.relate.translations import paths_beside
from ssg.relate.usual import number_of, usual_companions

Followers = Mapping[str, Sequence[Article]]
"""The articles that follow one by the word of their editors, by its path."""


class Inputs:
    """Digests of what related articles depend on; made of a whole site."""

    def __init__(
        self, site: Site, rules: RelatedRules, index: Index, nearest: Nearest, followers: Followers
    ) -> None:
        """Find the lists of all articles, and digest what is near.

        Args:
            site: the site.
            rules: its settings.
            index: its articles, compared.
            nearest: finds those nearest to each.
            followers: which follow which.

        """
        for row in nearest.missing():
            nearest.of(row)
        self._site = site
        self._rules = repr(rules)
        self._followers = followers
        self._threads = {
            one.slug: _said(one.articles) for one in site.taxonomies["threads"].values()
        }
        self._known: dict[int, bytes] = {}
        self._near = _near(index, rules, site, followers).tolist()

    def of(self, article: Article, row: int) -> bytes:
        """Return a digest of all that decides what stands beside an article.

        Args:
            article: the article.
            row: its number among all.

        """
        if row not in self._known:
            self._known[row] = self._digest(article, row)
        return self._known[row]

    def _digest(self, article: Article, row: int) -> bytes:
        pins, site = self._site.pins, self._site
        tags = [site.term("tags", slug).name for slug in article.terms["tags"]]
        threads = [self._threads[slug] for slug in threads_of(article)]
        named = (pins.related[article.path], self._followers.get(article.path, ()))
        excluded = sorted(pins.excluded[article.path] | paths_beside(article, site.translations))
        editors = (tags, threads, [_said(one) for one in named if one], bool(named[0]), excluded)
        parts = (self._rules, self._near[row], article.status, editors)
        return blake2b(repr(parts).encode(), digest_size=12).digest()


def _said(articles: Sequence[Article]) -> bytes:
    said = repr([(one.path, one.date, one.status) for one in articles])
    return blake2b(said.encode(), digest_size=12).digest()


def _near(index: Index, rules: RelatedRules, site: Site, followers: Followers) -> Hashes:
    """Return for each article a digest of what it says, and what those say that are near it.

    Where nothing but nearness decides these are the few that are shown; elsewhere all that are
    looked at, and how near each is to how many.
    """
    keys = np.frombuffer(b"".join(key[:8] for key in index.keys), np.uint64)
    says = mixed(keys ^ index.said)
    companions = usual_companions(
        index.lists,
        rules,
        dates=np.array([number_of(one.date) for one in site.articles], np.int64),
        published=np.array([one.status == "published" for one in site.articles], np.bool_),
        free=np.array([_is_free(one, site, followers) for one in site.articles], np.bool_),
        originals=np.array([_original(one) for one in site.articles], np.uint64),
    )
    shown = np.append(says, np.uint64(0))[companions.rows]
    few = np.where(companions.rows >= 0, mixed(shown) * places_of(companions.ranks), np.uint64(0))
    # What ends a list is near to nothing.
    following = folded(mixed(np.append(says, np.uint64(0))[companions.next]))
    usual = says ^ few.sum(axis=1, dtype=np.uint64) ^ following
    return np.where(companions.usual, usual, _looked_at(index, says))


def _looked_at(index: Index, says: Hashes) -> Hashes:
    lists = index.lists
    scores = lists.scores[:, :LOOKED_AT].view(np.uint32).astype(np.uint64)
    own = says + folded(mixed(scores))
    # What ends a list is near to nothing.
    theirs = np.append(own, np.uint64(0))[lists.rows[:, :LOOKED_AT]]
    cosines = lists.cosines[:, :LOOKED_AT].view(np.uint32).astype(np.uint64)
    return own ^ folded(mixed(theirs ^ mixed(cosines)))


def _is_free(article: Article, site: Site, followers: Followers) -> bool:
    """Tell whether the editors say nothing that decides what stands beside an article."""
    path, pins = article.path, site.pins
    said = pins.related[path] or pins.excluded[path] or path in followers
    said = said or path in site.translations
    return not said and not threads_of(article)


def _original(article: Article) -> int:
    """Return what tells the original that a curated article stands for from others; 0 for none."""
    url = original_of(article)
    return int.from_bytes(blake2b(url.encode(), digest_size=8).digest()) if url else 0
