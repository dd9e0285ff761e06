"""The documents of the search index, split by date into shards.

A shard is a stretch of time, and stretches are halves of halves of all time: one that holds too
many documents is halved. So a document that comes or goes changes the shard of its date and no
other; at most that shard is halved, or made one with its neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from ssg.model.site import Article, Page, Site
from ssg.render.context import RenderContext
from ssg.render.search_record import SearchRecord, findable, moment, record_of

Pieces = Sequence[Article | Page]
"""The articles and pages of a shard."""

_EXPONENT = 39
_START = -(1 << _EXPONENT - 1)
"""All years of four digits in seconds, as a power of two."""


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the documents that is indexed by itself."""

    name: str
    """Its name among the shards of its site, fit for a folder."""
    key: str
    """Changes whenever one of its records does."""
    documents: int
    """How many it holds."""
    records: Callable[[], Sequence[SearchRecord]]
    """Makes what is to be indexed."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time with the documents in it."""

    name: str
    """Where it is, in powers of two."""
    documents: int
    """How many of them there are."""


def search_shards(
    site: Site, context: RenderContext, key_of: Callable[[Pieces], str]
) -> tuple[Shard, ...]:
    """Return the shards of a site, the latest first and pages without a date last.

    Args:
        site: the site.
        context: the same, ready to be rendered.
        key_of: returns a digest of all that the records of a shard are made of.

    """
    articles, pages = findable(site, context)
    size = context.config.search.shard_size

    def shard(name: str, pieces: Pieces) -> Shard:
        records = partial(_records, pieces, context)
        return Shard(name, key_of(pieces), len(pieces), records)

    if len(articles) + len(pages) <= size:
        return (shard("all", (*articles, *pages)),)
    shards = []
    done = 0
    for stretch in stretches([moment(article) for article in articles], size):
        end = done + stretch.documents
        shards.append(shard(stretch.name, articles[done:end]))
        done = end
    return (*shards, shard("pages", pages)) if pages else tuple(shards)


def stretches(moments: Sequence[int], size: int) -> Iterator[Stretch]:
    """Yield stretches with at most ``size`` documents, or documents of one second, latest first.

    Args:
        moments: when documents were published, in seconds, latest first.
        size: how many a stretch may hold.

    """
    yield from _halved(moments, size, _START, _EXPONENT)


def _halved(moments: Sequence[int], size: int, start: int, exponent: int) -> Iterator[Stretch]:
    if not moments:
        return
    if len(moments) <= size or exponent == 0:
        yield Stretch(f"{exponent}-{(start - _START) >> exponent}", len(moments))
        return
    middle = start + (1 << exponent - 1)
    newer = sum(moment >= middle for moment in moments)
    yield from _halved(moments[:newer], size, middle, exponent - 1)
    yield from _halved(moments[newer:], size, start, exponent - 1)


def _records(pieces: Pieces, context: RenderContext) -> tuple[SearchRecord, ...]:
    return tuple(record_of(piece, context) for piece in pieces)
