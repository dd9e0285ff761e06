"""Copies of links in a web archive: looked for, and made where an editor says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ssg.curate.asking import Asker
from ssg.curate.checking import Advance, KeptLedger
from ssg.curate.fetch import FetchError
from ssg.curate.turns import RestingError
from ssg.extract.ledger import UNCHECKED
from ssg.extract.link_rules import is_sought
from ssg.extract.snapshots import (
    ArchiveError,
    closest_snapshot,
    lookup_url,
    save_url,
    saved_snapshot,
)
from ssg.extract.states import WELL

# An archive that fails so often in a row is not asked on.
_PATIENCE = 5


@dataclass(frozen=True, slots=True)
class Archive:
    """A service that keeps copies of pages."""

    asker: Asker
    """Asks it."""
    lookup: str
    """Where it tells of copies."""
    save: str
    """Where it makes them."""

    def closest(self, url: str, near: date | None) -> str:
        """Return the copy of a page nearest to a day; nothing where there is none.

        Raises:
            FetchError: it can't be asked.
            RestingError: it wants rest.
            ArchiveError: it answers something else.

        """
        answer = self.asker.walk(lookup_url(self.lookup, url, near), by_robots=False).answer
        if answer.status != 200:
            raise ArchiveError(f"status {answer.status}")
        return closest_snapshot(answer.body, self.lookup)

    def make(self, url: str) -> str:
        """Have a page copied and return where; nothing where that didn't work.

        Raises: as ``closest`` does.
        """
        answer = self.asker.walk(save_url(self.save, url), by_robots=False).answer
        if answer.status != 200:
            raise ArchiveError(f"status {answer.status}")
        return saved_snapshot(answer.url, answer.headers.get("content-location", ""), self.save)


@dataclass(slots=True)
class Archived:
    """What a run came to."""

    found: int = 0
    """Copies that were there."""
    made: int = 0
    """Copies that were made."""
    none: int = 0
    """Links without one."""
    failure: str = ""
    """Why the archive was not asked on; empty where it was asked for all."""


def links_to_seek(
    links: Iterable[str], ledger: KeptLedger, today: date, everything: bool
) -> list[str]:
    """Return the links that an archive is to be asked for, the dead and the ailing first."""
    known = ((url, ledger.records.get(url, UNCHECKED)) for url in links)
    sought = [
        (url, one)
        for url, one in known
        if is_sought(one, today) or (everything and not one.archive)
    ]
    sought.sort(key=lambda pair: (pair[1].dead is None, not pair[1].failures))
    return [url for url, _ in sought]


def seek_archives(
    links: Sequence[str],
    ledger: KeptLedger,
    archive: Archive,
    today: date,
    save: bool,
    advance: Advance,
) -> Archived:
    """Ask an archive for copies of links, and note them.

    Args:
        links: the addresses.
        ledger: what is known, and will be.
        archive: the archive.
        today: the day.
        save: have those copied that are well and have no copy.
        advance: is told the progress.

    """
    report = Archived()
    failures = 0
    for number, url in enumerate(links, 1):
        known = ledger.records.get(url, UNCHECKED)
        try:
            copy = archive.closest(url, known.good)
            report.found += bool(copy)
            if not copy and save and known.state in WELL:
                copy = archive.make(url)
                report.made += bool(copy)
        except (FetchError, RestingError, ArchiveError) as problem:
            failures += 1
            if failures == _PATIENCE or isinstance(problem, RestingError):
                report.failure = str(problem)
                break
            continue
        failures = 0
        report.none += not copy
        ledger.set(url, replace(known, archive=copy, sought=None if copy else today))
        ledger.tick()
        advance(number, len(links))
    return report
