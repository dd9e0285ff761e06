"""OPML of strangers: the feeds that it lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from ssg.extract.plain_text import plain_text
from ssg.text.urls import is_web_url

_DEEPEST, _MOST = 50, 10_000
_NAME = 200


class NotOpmlError(Exception):
    """What was read is no OPML; the message says why, as far as it is known with the line."""


@dataclass(frozen=True, slots=True)
class ListedFeed:
    """A feed, as a list says it."""

    url: str
    """Its address."""
    name: str
    """Whose it is; may be empty."""
    section: str
    """The first of its categories that begins with a slash; may be empty."""
    tags: tuple[str, ...]
    """Its other categories."""


def parse_opml(data: bytes) -> tuple[ListedFeed, ...]:
    """Return the feeds of a list, in whatever folder they stand, each address once.

    Raises:
        NotOpmlError: it is none, declares entities, is nested without end, or longer than anybody
            reads.

    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.EntityDeclHandler = reader.entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as problem:
        words = expat.ErrorString(problem.code)
        raise NotOpmlError(f"line {problem.lineno} is no XML: {words}") from None
    except LookupError:
        raise NotOpmlError("an encoding that nobody knows") from None
    if not reader.is_opml:
        raise NotOpmlError("no OPML")
    return tuple(reader.found.values())


class _Reader:
    """Gathers what a parser meets."""

    def __init__(self) -> None:
        self.found: dict[str, ListedFeed] = {}
        self.is_opml = False
        self._depth = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            self.is_opml = name.lower() == "opml"
        if self._depth > _DEEPEST:
            raise NotOpmlError(f"more than {_DEEPEST} levels within each other")
        given = {key.lower(): value for key, value in attributes.items()}
        url = given.get("xmlurl", "").strip()
        if name.lower() == "outline" and is_web_url(url) and url.isprintable():
            self.found.setdefault(url, _listed(url, given))
        if len(self.found) > _MOST:
            raise NotOpmlError(f"more than {_MOST:,} feeds")

    def end(self, _name: str) -> None:
        self._depth -= 1

    def entity(self, *_said: object) -> None:
        raise NotOpmlError("it declares entities")


def _listed(url: str, given: Mapping[str, str]) -> ListedFeed:
    name = plain_text(given.get("text") or given.get("title") or "", _NAME)
    categories = [plain_text(one, _NAME) for one in given.get("category", "").split(",")]
    sections = [one.strip("/") for one in categories if one.startswith("/")]
    tags = [one for one in categories if one and not one.startswith("/")]
    return ListedFeed(url, name, next(filter(None, sections), ""), tuple(dict.fromkeys(tags)))
