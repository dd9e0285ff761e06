"""What an editor is told of the links that need a look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ssg.errors import Location
from ssg.extract.ledger import LinkRecord
from ssg.extract.linked import Places
from ssg.extract.states import NEITHER, WELL

# Those first that ask for something to be done.
_ORDER = ("dead", "failing", "moved", "private", "untold", "robots", "unchecked", "ok")


@dataclass(frozen=True, slots=True)
class ReportedLink:
    """A link as a report shows it."""

    url: str
    """The address."""
    record: LinkRecord
    """What is known of it."""
    places: tuple[Location, ...]
    """Where it stands."""

    @property
    def standing(self) -> str:
        """``dead``, ``failing``, or what else the last check came to."""
        if self.record.dead:
            return "dead"
        return self.record.state if self.record.state in WELL | NEITHER else "failing"

    @property
    def cause(self) -> str:
        """What the last check came to, with the status of HTTP where there was one."""
        return f"{self.record.state} {self.record.code or ''}".strip()

    @property
    def way_out(self) -> str:
        """What to do about it."""
        one = self.record
        match self.standing:
            case "dead" if one.archive:
                return f"archived: {one.archive}"
            case "dead":
                return "replace it, or run: ssg links check --archive"
            case "failing":
                return f"since {one.failing}; is checked again on {one.due}"
            case "moved":
                return f"write {one.to}"
            case "private":
                return "readers cannot follow it: mend it, or take it out"
            case "untold":
                return "open it yourself: it may be there for people alone"
            case "robots":
                return "not looked at, as its host asks"
        return ""


def reported(ledger: Mapping[str, LinkRecord], places: Places) -> tuple[ReportedLink, ...]:
    """Return links with what is known of each, those first that need something done."""
    found = (ReportedLink(url, ledger[url], each) for url, each in places.items() if url in ledger)
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.standing), one.url)))


def rows(links: Iterable[ReportedLink], everything: bool) -> list[tuple[str, str, str, str]]:
    """Return a table: a line for each place at which a link stands that needs a look.

    Args:
        links: the links.
        everything: also those of which nothing can be told.

    """
    quiet = {"ok"} if everything else {"ok", "untold", "robots", "unchecked"}
    return [
        (f"{one.standing}: {one.cause}", _line(where), one.url, one.way_out)
        for one in links
        if one.standing not in quiet
        for where in one.places
    ]


def _line(where: Location) -> str:
    return f"{where.path}:{where.line}" if where.line else where.path
