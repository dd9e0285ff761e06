"""Why two articles are related, in words."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ssg.model.site import Article, Site
from ssg.relate.signals import tag_id
from ssg.text.term_counts import Ids, Spellings, TermCounts

_MOST = 3
# A term that gives less than this part of what the first gives decided nothing.
_LEAST = 0.2
# A term so far down names nothing that those before it don't.
_LOOKED_AT = 8


def reasons_between(
    article: Article,
    other: Article,
    ids: Ids,
    parts: NDArray[np.float32],
    site: Site,
    language: str,
) -> tuple[str, ...]:
    """Return the names of the terms that two articles share, those with the largest part first.

    Of a pair of words and the words themselves, the pair is named.

    Args:
        article: the one.
        other: the other.
        ids: the digests of the terms they share.
        parts: what each gives to their similarity, the largest first.
        site: the site, for the names of tags.
        language: the language of the site.

    """
    document = article.document
    front = ids[:_LOOKED_AT]
    # As it was counted: a title with typographic quotes may have other words.
    title = document.front_matter.title
    spellings = _spellings(document.terms, title, document.content.text, language).first(front)
    tags = {
        tag_id(slug): site.term("tags", slug).name
        for slug in article.terms["tags"]
        if slug in other.terms["tags"]
    }
    chosen: list[str] = []
    shared = zip(front.tolist(), parts[:_LOOKED_AT].tolist(), spellings, strict=True)
    for number, part, spelling in shared:
        if part < _LEAST * float(parts[0]):
            break
        name = tags.get(number) or _readable(spelling)
        if not name:
            continue
        folded = name.casefold()
        if any(folded in one.casefold() for one in chosen):
            continue
        longer = [one for one in chosen if one.casefold() in folded]
        if longer:
            chosen[chosen.index(longer[0])] = name
            chosen = [one for one in chosen if one not in longer[1:]]
        elif len(chosen) < _MOST:
            chosen.append(name)
    return tuple(dict.fromkeys(chosen))


# Asked for one article after another, for each of its cards.
@lru_cache(maxsize=4)
def _spellings(counted: TermCounts, title: str, text: str, language: str) -> Spellings:
    return Spellings(counted, title, text, language)


# The cards of an article share most of their terms.
@lru_cache(maxsize=1 << 12)
def _readable(name: str) -> str:
    """Return a term as a reader would name it: no possessive, and of a name beside another word
    only the name.
    """
    parts = [part.removesuffix("’s").removesuffix("'s") for part in name.split()]
    names = [part for part in parts if part[:1].isupper()]
    return " ".join(names if 0 < len(names) < len(parts) else parts)
