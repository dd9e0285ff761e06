"""What stands beside an article where nothing but nearness decides: found for all at once.

Most articles have no pins, no thread and no twin; for these the rules of
:mod:`ssg.relate.related` come to the first few of a list. Whether these are still the same can be
told for ten thousand articles in the time in which a few are asked one by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from ssg.config.site import RelatedRules
from ssg.relate.hashes import Hashes
from ssg.relate.nearest import LOOKED_AT, Mask, NearLists
from ssg.relate.similarity import damped, densities_of
from ssg.relate.vectors import Columns

STRONG = 0.3
"""Texts that say so much the same are about one story, if they are near in time too."""
SOON = timedelta(days=60)
"""So long after an article one may still be about the same story."""
ALIKE = 0.8
"""Of articles that differ so little from one another, one is enough."""

_DAY, _TICK = datetime(1970, 1, 1), timedelta(microseconds=1)

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Companions:
    """For each article those beside it; rows of a table."""

    usual: Mask
    """Where nothing but nearness decides; elsewhere the table says nothing."""
    rows: Columns
    """Articles by nearness; -1 for one that is not shown."""
    ranks: Numbers
    """How many are shown up to each."""
    next: Columns
    """Those that happened next, by nearness; -1 for one that did not."""


def usual_companions(
    lists: NearLists,
    rules: RelatedRules,
    dates: Numbers,
    published: Mask,
    free: Mask,
    originals: Hashes,
) -> Companions:
    """Return what is shown beside each article.

    Args:
        lists: the articles nearest to each; all are known.
        rules: the settings.
        dates: when each was published, as :func:`number_of` says.
        published: which articles may be shown.
        free: of which articles the editors say nothing that decides.
        originals: what tells one original of curated articles from another; 0 for none.

    """
    rows, scores = lists.rows[:, :LOOKED_AT], lists.scores[:, :LOOKED_AT]
    densities = np.append(densities_of(scores), np.float32(1))
    order = np.lexsort((rows, -damped(scores, densities[rows], rules.hub)), axis=1)
    rows = np.take_along_axis(rows, order, axis=1)
    cosines = np.take_along_axis(lists.cosines[:, :LOOKED_AT], order, axis=1)
    # What ends a list is no twin, stands for nothing, and is not shown.
    twins = np.append((cosines >= ALIKE).any(axis=1), False)[rows].any(axis=1)
    stands_for = np.append(originals, np.uint64(0))[rows]
    same = ((stands_for == originals[:, None]) & (stands_for != 0)).any(axis=1)
    fit = (cosines >= rules.threshold) & np.append(published, False)[rows]
    after = np.append(dates, 0)[rows] - dates[:, None]
    follows = fit & (cosines >= STRONG) & (after > 0) & (after <= SOON // _TICK)
    usual = free & ~twins & ~same & (follows.sum(axis=1) <= rules.next)
    beside = fit & ~follows
    ranks = np.cumsum(beside, axis=1)
    none = np.int32(-1)
    return Companions(
        usual=usual,
        rows=np.where(beside & (ranks <= rules.count), rows, none),
        ranks=ranks,
        next=np.where(follows, rows, none),
    )


def number_of(date: datetime) -> int:
    """Return the microseconds from a fixed day to a date, by the clock on the wall: so does Python
    count from one date to another of one zone.
    """
    return (date.replace(tzinfo=None) - _DAY) // _TICK
