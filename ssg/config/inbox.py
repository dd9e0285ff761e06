"""content/_inbox.yaml: the feeds that the inbox follows."""

from __future__ import annotations

from dataclasses import dataclass

from ssg.errors import Location, SsgError
from ssg.schema.decode import list_of, text, web_url, words
from ssg.schema.record import key, record
from ssg.schema.report import Invalid, Report
from ssg.schema.tree import Source, compose


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxFeed:
    """A feed that is followed."""

    url: str = key(web_url, "The address of the feed: RSS or Atom.")
    outlet: str = key(text, "Whose it is; what the feed calls itself otherwise.", "")
    section: str = key(text, "The section of what is clipped from it.", "")
    tags: tuple[str, ...] = key(list_of(words), "The tags of what is clipped from it.", ())


inbox_decoder = list_of(record(InboxFeed, shorthand="url"))
"""Decodes a list of feeds; an address alone stands for one."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed that is followed, and by whose word."""

    feed: InboxFeed
    """The feed."""
    place: Location
    """Where it is named."""


def decode_inbox(yaml_text: str, path: str) -> tuple[Followed, ...]:
    """Return the feeds that an _inbox.yaml names.

    Raises:
        SsgError: with everything that is wrong in it.

    """
    source = Source(path, yaml_text)
    node = compose(yaml_text, source, "inbox/invalid-yaml")
    if node is None:
        return ()
    report = Report(source, "inbox", unknown="error")
    try:
        feeds = inbox_decoder(node, report)
    except Invalid:
        raise SsgError(report.diagnostics) from None
    places = report.positions
    return tuple(
        Followed(feed, places.get(str(number)) or report.location(node))
        for number, feed in enumerate(feeds)
    )
