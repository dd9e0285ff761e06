"""A text understood: HTML with holes for what only the whole site knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ssg.errors import Location
from ssg.text.outbound import link_url, outbound_urls


@dataclass(frozen=True, slots=True)
class Link:
    """A link to somewhere within the site, not yet resolved."""

    target: str
    """As it was written."""
    location: Location
    """Where it was written."""

    def __reduce__(self) -> tuple[object, ...]:
        # For the reason that a location has.
        return Link, (self.target, self.location)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the site within a text."""

    src: Link
    """The file."""
    alt: str = ""
    """What it shows."""
    attributes: tuple[tuple[str, str], ...] = ()
    """What else the editor wrote of it, such as a class."""


@dataclass(frozen=True, slots=True)
class ShortcodeCall:
    """A shortcode in a text, its arguments checked."""

    name: str
    """The shortcode."""
    arguments: Mapping[str, str | Link | Picture]
    """By name, as the theme declares them; files as links, images as pictures."""
    body: Body
    """What stands between its begin and its end."""
    location: Location
    """Where it was written."""


@dataclass(frozen=True, slots=True)
class Body:
    """HTML with holes: links, pictures and shortcodes are values until the whole site is known.

    A link stands for a URL within an attribute, the others for a piece of HTML.
    """

    parts: tuple[str | Link | Picture | ShortcodeCall, ...] = ()

    def links(self) -> Iterator[Link]:
        """Yield every link in the text, in shortcodes too."""
        for part in self.parts:
            if isinstance(part, Link):
                yield part
            elif isinstance(part, Picture):
                yield part.src
            elif isinstance(part, ShortcodeCall):
                for argument in part.arguments.values():
                    if not isinstance(argument, str):
                        yield argument.src if isinstance(argument, Picture) else argument
                yield from part.body.links()

    def pictures(self) -> Iterator[Link]:
        """Yield the link of every picture of the site that the text shows, in shortcodes too."""
        for part in self.parts:
            if isinstance(part, Picture):
                yield part.src
            elif isinstance(part, ShortcodeCall):
                given = part.arguments.values()
                yield from (one.src for one in given if isinstance(one, Picture))
                yield from part.body.pictures()

    def outbound(self) -> Iterator[str]:
        """Yield the address of every link in the text that leaves the site, in shortcodes too."""
        for part in self.parts:
            if isinstance(part, str):
                yield from outbound_urls(part)
            elif isinstance(part, ShortcodeCall):
                given = (one for one in part.arguments.values() if isinstance(one, str))
                yield from filter(None, map(link_url, given))
                yield from part.body.outbound()

    def markup(self) -> str:
        """Return the HTML with its holes left empty."""
        return "".join(part for part in self.parts if isinstance(part, str))

    def __bool__(self) -> bool:
        return bool(self.parts)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a text."""

    level: int
    """2 to 6."""
    id: str
    """The fragment it answers to."""
    title: str
    """Its words, without markup."""


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a document and what it says of itself."""

    body: Body
    """The text."""
    headings: tuple[Heading, ...]
    """Its headings in order."""
    ids: frozenset[str]
    """Every fragment that it answers to."""
    text: str
    """The words alone."""
    lead: str
    """The words of the first paragraphs, for summaries."""
    word_count: int
    """How many they are."""
