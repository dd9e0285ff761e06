"""What an article says and what the editors say of it, as terms of one vector."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ssg.model.site import Article
from ssg.relate.vectors import Floats
from ssg.text.digest import term_id
from ssg.text.term_counts import NAME, PAIR, TAG, THREAD, WORD, Ids, Kinds, TermCounts

_SIGNALS = {"words": WORD, "names": NAME, "pairs": PAIR, "tags": TAG, "thread": THREAD}


def marks_of(article: Article) -> TermCounts:
    """Return the tags and the thread of an article as terms."""
    marks = {tag_id(slug): TAG for slug in article.terms["tags"]}
    marks |= {thread_id(slug): THREAD for slug in threads_of(article)}
    ids = sorted(marks)
    return TermCounts(
        ids=np.array(ids, np.uint32),
        counts=np.ones(len(ids), np.uint16),
        kinds=np.array([marks[one] for one in ids], np.uint8),
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


def kinds_of(article: Article, ids: Ids) -> Kinds:
    """Return what terms of an article are."""
    said = (article.document.terms, marks_of(article))
    kinds = dict(
        zip(
            np.concatenate([part.ids for part in said]).tolist(),
            np.concatenate([part.kinds for part in said]).tolist(),
            strict=True,
        )
    )
    return np.array([kinds[one] for one in ids.tolist()], np.uint8)


def split_by_signal(kinds: Kinds, products: Floats) -> dict[str, float]:
    """Return what each signal gives to a similarity.

    Args:
        kinds: what the terms are that two articles share.
        products: what each gives.

    """
    return {name: float(products[kinds == kind].sum()) for name, kind in _SIGNALS.items()}


def same_original(one: Article, other: Article) -> bool:
    """Tell whether two curated articles stand for one and the same original."""
    url = original_of(one)
    return bool(url) and url == original_of(other)


def original_of(article: Article) -> str:
    """Return the URL of the article that a curated one stands for; empty where it has none."""
    source = article.document.front_matter.source
    url = source.url.rstrip("/") if source else ""
    # The front page of an outlet, or of one of its sections, is no article.
    return url if url.count("/") >= 4 and "-" in url else ""
