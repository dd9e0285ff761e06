"""Which articles were read most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from urllib.parse import urlsplit

from ssg.model.site import Article, Site
from ssg.text.urls import decode_path


def rank_by_views(site: Site, views: Mapping[str, int], base_url: str) -> tuple[Article, ...]:
    """Return the published articles that were read, the most read first, ties by date.

    Args:
        site: the site.
        views: how often each path was read, whatever its spelling: in full or below the host,
            with or without a slash at its end, an alias of the article.
        base_url: where the site is published.

    """
    published = [one for one in site.articles if one.status == "published"]
    places: dict[str, Article] = {}
    for article in published:
        for alias in article.document.front_matter.aliases:
            places.setdefault(_key(alias), article)
    places |= {_key(article.path): article for article in published}
    base = urlsplit(base_url).path.rstrip("/")
    totals: Counter[str] = Counter()
    for path, count in views.items():
        if found := places.get(_key(_without_base(path, base))):
            totals[found.path] += count
    read = [one for one in published if totals[one.path]]
    return tuple(sorted(read, key=lambda one: (-totals[one.path], one.order)))


def _without_base(path: str, base: str) -> str:
    """Return a path as the site has it; counters see it below the base path."""
    below = re.sub(r"^https?://[^/]*", "", path)
    return below.removeprefix(base) if f"{below}/".startswith(f"{base}/") else below


def _key(path: str) -> str:
    bare = decode_path(re.split(r"[?#]", path)[0])
    return bare.strip("/").removesuffix("index.html").strip("/")
