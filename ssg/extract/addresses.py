"""The canonical address of a page, where what it states can be believed."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urldefrag, urlsplit

from ssg.extract.claims import Claims, all_of
from ssg.extract.tree import absolute
from ssg.extract.trust import ADDRESSES

_HOME = re.compile(r"/?(?:index\.\w+|home|[a-z]{2})?/?", re.I)
_SPARE = re.compile(
    r"^https?://(?:(?:www|m|mobile|amp|edition)\.)*|/(?:amp|amp\.html)?/?$|\.amp$|[?#].*$"
)


def canonical_url(claims: Claims, url: str, base: str) -> str:
    """Return the canonical address that a page states; empty where it states none.

    One that points at the home page is not believed, nor one that points at another article
    where other places of the page agree on the address at which it was found.
    """
    stated = [absolute(base or "", text) for text in all_of(claims, ADDRESSES)]
    stated = [urldefrag(one).url for one in stated if one]
    found_at_home = bool(_HOME.fullmatch(urlsplit(url).path)) if url else False
    stated = [one for one in stated if found_at_home or not is_home(one)]
    if not stated:
        return ""
    best, bare = stated[0], [_bare(one) for one in stated]
    if url and bare[0] != _bare(url) and _bare(url) in bare[1:]:
        return stated[bare.index(_bare(url))]
    if len(stated) > 2 and Counter(bare)[bare[0]] == 1 and not url:
        usual, times = Counter(bare).most_common(1)[0]
        return stated[bare.index(usual)] if times > 1 else best
    return best


def is_home(url: str) -> bool:
    """Tell whether an address is that of a home page."""
    parts = urlsplit(url)
    return bool(_HOME.fullmatch(parts.path)) and not re.search(r"\d", parts.query)


def _bare(url: str) -> str:
    """Return an address without what differs between forms of the same page."""
    return _SPARE.sub("", _SPARE.sub("", re.sub(r"[?#].*$", "", url)))
