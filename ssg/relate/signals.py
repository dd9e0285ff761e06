"""What an article says and what the editors say of it, as terms of one vector."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ssg.model.site import Article
from ssg.text.digest import term_id
from ssg.text.term_counts import Ids, TermCounts, Weights

# A tag is a word that somebody chose; a thread is the same story by the editors' own word.
TAG_FACTOR = 3.0
THREAD_FACTOR = 4.0


def marks_of(article: Article) -> TermCounts:
    """Return the tags and the thread of an article as terms."""
    marks = [
        *((tag_id(slug), TAG_FACTOR) for slug in article.terms["tags"]),
        *((thread_id(slug), THREAD_FACTOR) for slug in threads_of(article)),
    ]
    return TermCounts(
        ids=np.array([number for number, _ in marks], np.uint64),
        counts=np.ones(len(marks), np.float32),
        factors=np.array([factor for _, factor in marks], np.float32),
        places=np.zeros(len(marks), np.uint16),
        length=0,
    )


def tag_id(slug: str) -> int:
    """Return the digest of a tag; a word of the same spelling has another."""
    return term_id(f"tag:{slug}")


def thread_id(slug: str) -> int:
    """Return the digest of a thread."""
    return term_id(f"thread:{slug}")


def threads_of(article: Article) -> Sequence[str]:
    """Return the slug of the thread of an article, if it has one."""
    return article.terms["threads"]


def split_by_signal(article: Article, ids: Ids, products: Weights) -> dict[str, float]:
    """Return what each signal gives to a similarity.

    Args:
        article: one of the two articles.
        ids: the digests of the terms they share.
        products: what each gives.

    """
    counted = article.document.terms
    tags = np.isin(ids, np.array([tag_id(slug) for slug in article.terms["tags"]], np.uint64))
    threads = np.isin(ids, np.array([thread_id(slug) for slug in threads_of(article)], np.uint64))
    names = np.isin(ids, counted.names)
    pairs = np.isin(ids, counted.pairs)
    words = ~(tags | threads | names | pairs)
    kinds = {"words": words, "names": names, "pairs": pairs, "tags": tags, "thread": threads}
    return {name: float(products[chosen].sum()) for name, chosen in kinds.items()}
