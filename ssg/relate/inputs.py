"""All that the related articles of an article depend on, as a digest.

Found for thousands of articles at once; the lists themselves are worked out where it changed.
"""

from __future__ import annotations

import numpy as np

from ssg.relate.hashes import Hashes, folded, mixed
from ssg.relate.index import Index
from ssg.relate.nearest import LOOKED_AT, Nearest


def inputs_of(index: Index, nearest: Nearest) -> Hashes:
    """Return for each article a digest of what it and those near it say, and how near they are.

    The lists of all articles are found for it.
    """
    for row in nearest.missing():
        nearest.of(row)
    count = len(index.keys)
    keys = np.frombuffer(b"".join(key[:8] for key in index.keys), np.uint64)
    lists = index.lists
    scores = lists.scores[:, :LOOKED_AT].view(np.uint32).astype(np.uint64)
    own = mixed(keys ^ index.said) + folded(mixed(scores))
    # What ends a list is near to nothing.
    theirs = np.append(own, np.uint64(0))[lists.rows[:, :LOOKED_AT]]
    cosines = lists.cosines[:, :LOOKED_AT].view(np.uint32).astype(np.uint64)
    return own ^ folded(mixed(theirs ^ mixed(cosines))) if count else own
