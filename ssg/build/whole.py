"""A site of which nothing changed: all of it stands."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from hashlib import blake2b

from ssg.build.manifest import Status
from ssg.build.searching import SearchReport
from ssg.errors import Diagnostic
from ssg.model.document import Document
from ssg.model.site import told_until
from ssg.relate.visibility import published_from
from ssg.render.sitemap_entries import NEWS_DAYS
from ssg.text.dates import in_zone


@dataclass(frozen=True, slots=True)
class Whole:
    """A site as it was built, and until when it stays so by itself."""

    key: bytes
    """A digest of all that it was made of."""
    files: bytes
    """A digest of the files of the output folder."""
    since: datetime
    """The moment for which it was built."""
    until: datetime | None
    """When time alone will change it; none for never."""
    articles: int
    """Articles that are published."""
    pages: int
    """Pages that are published."""
    warnings: tuple[Diagnostic, ...]
    """What was found that doesn't stop a build."""
    search: SearchReport | None
    """The search index, if there is one."""

    def stands(self, key: bytes, now: datetime, there: Mapping[str, Status]) -> bool:
        """Tell whether a build would change nothing."""
        in_time = self.since <= now and (self.until is None or now < self.until)
        return bool(key) and key == self.key and in_time and self.files == digest_of_files(there)

    def dump(self) -> bytes:
        """Return it as bytes."""
        return pickle.dumps(self, pickle.HIGHEST_PROTOCOL)


def load_whole(kept: bytes | None) -> Whole | None:
    """Return what :meth:`Whole.dump` made."""
    found: Whole | None = pickle.loads(kept) if kept else None
    return found


def digest_of_files(there: Mapping[str, Status]) -> bytes:
    """Return a digest of the files of an output folder."""
    return blake2b(repr(sorted(there.items())).encode(), digest_size=16).digest()


def next_change(documents: Iterable[Document], now: datetime, zone: tzinfo) -> datetime | None:
    """Return when time alone will change a site next; none for never.

    An article appears, disappears, or is no longer news; or a correction has been told for long
    enough to stand under the text.
    """
    moments: list[datetime] = []
    for document in documents:
        date, expires = published_from(document), document.front_matter.expires
        if date:
            appears = in_zone(date, zone)
            moments += [appears, appears + timedelta(days=NEWS_DAYS, microseconds=1)]
        for one in document.front_matter.corrections:
            moments.append(told_until(in_zone(one.date, zone)) + timedelta(microseconds=1))
        if expires:
            moments.append(in_zone(expires, zone))
    return min((one for one in moments if one > now), default=None)
