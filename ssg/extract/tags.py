"""What the outlet says a piece is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ssg.extract.claims import Claims, all_of, folded
from ssg.extract.trust import TAGS

MOST = 10
"""Tags that are kept; pages that state more are made for machines."""

_JUNK = re.compile(
    r"(?:(?:breaking|latest|top|world|local|business|national|international)\s)?news|article|"
    r"newsletter|home|homepage|story|stories|post|blog|uncategorized|allgemein|nachrichten|"
    r"aktuell|actualités?|noticias|notícias|notizie|nieuws|headlines|standard|none|null|n/a|"
    r"general\snews|top\sstory|.{1,20}\stop\snews|חדשות|default|general|featured|hidden|premium|plus|paywall",
    re.I,
)


def tags_of(claims: Claims, outlet: str) -> tuple[str, ...]:
    """Return what a page says it is about, from the most trusted place that says anything."""
    for place in TAGS:
        tags = list(_cleaned(all_of(claims, (place,)), outlet))
        # Names in capitals without a space, many at once, are codes of a newsroom.
        codes = [tag for tag in tags if tag.isupper() and " " not in tag and tag.isascii()]
        if len(codes) > 2:
            tags = [tag for tag in tags if tag not in codes]
        if tags:
            return tuple({folded(tag): tag for tag in reversed(tags)}.values())[::-1][:MOST]
    return ()


def _cleaned(texts: Iterable[str], outlet: str) -> Iterator[str]:
    for text in texts:
        for part in re.split(r"[,;،、|]", text):
            tag = part.strip(" \"'“”.").removeprefix("#")
            if not 2 <= len(tag) <= 50 or len(tag.split()) > 6:
                continue
            if part.strip().startswith("#hash-") or not re.search(r"[^\W\d_]", tag):
                continue
            if re.search(r"[:/{}<>=]|\w_\w", tag) or _JUNK.fullmatch(tag):
                continue
            if outlet and folded(outlet) in folded(tag):
                continue
            yield tag
