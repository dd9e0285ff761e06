"""Why two articles are related, in words."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import lru_cache

from ssg.model.site import Article, Site
from ssg.relate.signals import tag_id
from ssg.relate.vectors import Floats
from ssg.text.term_counts import Ids

_MOST = 3
# A term that gives less than this part of what the first gives decided nothing.
_LEAST = 0.2
# A term so far down names nothing that those before it don't.
_LOOKED_AT, _NAMED = 24, 6


def reasons_between(
    article: Article, other: Article, ids: Ids, parts: Floats, theirs: Container[int], site: Site
) -> tuple[str, ...]:
    """Return the names of the terms that two articles share, those with the largest part first.

    Named are tags, and what both are about: names, the words of titles and first paragraphs, and
    what stands there more than once. Of a pair of words and the words themselves, the pair is
    named.

    Args:
        article: the one.
        other: the other.
        ids: the digests of the terms they share.
        parts: what each gives to their similarity, the largest first.
        theirs: the terms that can be named as what the other is about.
        site: the site, for the names of tags.

    """
    names = _Names(article, other, theirs, site)
    chosen: list[str] = []
    for name in names.first(ids, parts):
        folded = name.casefold()
        if any(folded in one.casefold() for one in chosen):
            continue
        longer = [one for one in chosen if one.casefold() in folded]
        if longer:
            chosen[chosen.index(longer[0])] = name
            chosen = [one for one in chosen if one not in longer[1:]]
        elif len(chosen) < _MOST:
            chosen.append(name)
    return tuple(chosen)


class _Names:
    """How the terms are named that two articles share."""

    def __init__(
        self, article: Article, other: Article, theirs: Container[int], site: Site
    ) -> None:
        tags = set(other.terms["tags"])
        self._tags: Mapping[int, str] = {
            tag_id(slug): site.term("tags", slug).name
            for slug in article.terms["tags"]
            if slug in tags
        }
        self._ours, self._theirs = article.document.spellings, theirs

    def first(self, ids: Ids, parts: Floats) -> list[str]:
        """Return the names of the terms with the largest part, largest first."""
        found: list[str] = []
        least = 0.0
        for number, part in zip(
            ids[:_LOOKED_AT].tolist(), parts[:_LOOKED_AT].tolist(), strict=True
        ):
            if part < least or len(found) == _NAMED:
                break
            name = self._name(number)
            if name:
                least = least or _LEAST * part
                found.append(name)
        return found

    def _name(self, number: int) -> str:
        if number in self._tags:
            return self._tags[number]
        shared = number in self._ours and number in self._theirs
        return _readable(self._ours[number]) if shared else ""


# The cards of an article share most of their terms.
@lru_cache(maxsize=1 << 12)
def _readable(name: str) -> str:
    """Return a term as a reader would name it: no possessive, and of a name beside another word
    only the name; nothing where it has no letters.
    """
    if not any(map(str.isalpha, name)):
        return ""
    parts = [part.removesuffix("’s").removesuffix("'s") for part in name.split()]
    names = [part for part in parts if part[:1].isupper()]
    return " ".join(names if 0 < len(names) < len(parts) else parts)
