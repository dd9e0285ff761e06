"""Reading without a connection."""

from __future__ import annotations

from dataclasses import dataclass

from ssg.schema.decode import integer
from ssg.schema.record import key


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineRules:
    """Reading without a connection."""

    articles: int = key(
        integer(0, 100),
        "How many of the latest articles the browsers of readers keep, besides the front page; "
        "with 0 they keep nothing.",
        0,
    )
