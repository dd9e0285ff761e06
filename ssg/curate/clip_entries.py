"""Drafts of the pages that entries of the inbox lead to."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ssg.build.project import Options
from ssg.curate.blog import read_blog
from ssg.curate.fetch import Fetcher
from ssg.curate.inbox import waiting_entries
from ssg.curate.inbox_state import InboxState
from ssg.curate.page import fetch_page
from ssg.curate.take_up import Offer, refuse_known, take_up, write_draft
from ssg.errors import SsgError, error
from ssg.extract.draft import Choices


def offer_entry(
    number: int, root: Path, state: InboxState, fetcher: Fetcher, now: datetime
) -> Offer:
    """Return what the page of an entry makes of itself, with the section and tags of its feed.

    An entry whose page turns out to be clipped already leaves the inbox.

    Args:
        number: the number of the entry.
        root: the folder of site.yaml.
        state: what the inbox remembers.
        fetcher: asks servers.
        now: the current moment.

    Raises:
        SsgError: the page can't be fetched, lacks what a draft needs, or is clipped already.

    """
    # Anew each time: what was written a moment ago must be known.
    blog = read_blog(root, Options(now))
    entries = {one.entry.number: one for one in waiting_entries(root, blog, state)}
    if number not in entries:
        message = "its page is clipped already, or its feed is no longer followed"
        raise error("inbox/no-entry", message, None, '"ssg inbox" lists the numbers')
    url, feed = entries[number].entry.url, entries[number].feed
    try:
        refuse_known(blog, [url])
        page = fetch_page(fetcher, url)
        choices = Choices(section=feed.section, tags=feed.tags)
        return take_up(blog, page.clipping(), [url, page.url], choices, now)
    except SsgError as failure:
        if any(one.code == "clip/known" for one in failure.diagnostics):
            state.mark([number], "clipped")
        raise


def write_entry(number: int, root: Path, state: InboxState, offer: Offer) -> Path:
    """Write the draft of an entry, and take that out of the inbox; return the file.

    Raises:
        SsgError: it can't be written.

    """
    path = write_draft(root, offer.draft)
    state.mark([number], "clipped")
    return path
