"""One source file, as it is read and as it is understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ssg.errors import Diagnostic, Location
from ssg.model.body import Body, Content, Link
from ssg.model.front_matter import FrontMatter, TermFrontMatter
from ssg.text.outbound import link_url
from ssg.text.term_counts import TermCounts


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A Markdown file as it lies on the disk."""

    path: str
    """Below content/, with slashes."""
    text: str
    """The text, with line ends of Unix and no byte order mark."""
    key: bytes = b""
    """A digest of all that it will be understood from."""


@dataclass(frozen=True, slots=True)
class ImageContent:
    """A picture that front matter names, its caption understood."""

    src: Link | str
    """The file, or a full URL."""
    alt: str
    """What it shows."""
    caption: Body
    """The words under it."""
    credit: str
    """Who made it."""
    focus: str = ""
    """The point of it that must be seen where it is cut, as `30% 60%`; may be empty."""
    narrow: Link | str = ""
    """Another picture for narrow screens, or its full URL; may be empty."""

    def links(self) -> Iterator[Link]:
        """Yield every link in it."""
        yield from self.caption.links()
        yield from self.pictures()

    def pictures(self) -> Iterator[Link]:
        """Yield the link of every picture of the site that it shows."""
        for one in (self.src, self.narrow):
            if isinstance(one, Link):
                yield one
        yield from self.caption.pictures()


@dataclass(frozen=True, slots=True)
class Brief:
    """What lists show of a document besides its front matter."""

    summary: str
    """The standfirst, or else the beginning of the text; plain text."""
    word_count: int
    """Words in the text."""
    standfirst: Body
    """The sentence over it."""
    source_note: Body
    """The note on the use of a source."""
    image: ImageContent | None
    """The lead image."""

    def links(self) -> Iterator[Link]:
        """Yield every link in its texts."""
        yield from self.standfirst.links()
        yield from self.source_note.links()
        if self.image:
            yield from self.image.links()

    def pictures(self) -> Iterator[Link]:
        """Yield the link of every picture of the site in its texts."""
        yield from self.standfirst.pictures()
        yield from self.source_note.pictures()
        if self.image:
            yield from self.image.pictures()

    def outbound(self) -> Iterator[str]:
        """Yield the address of every link in its texts that leaves the site."""
        yield from self.standfirst.outbound()
        yield from self.source_note.outbound()
        if self.image:
            yield from self.image.caption.outbound()


@dataclass(frozen=True, slots=True)
class Details:
    """What a document says at length: needed where it is shown, not to know its place."""

    content: Content
    """The text."""
    standfirst_text: str
    """The sentence over it, without markup."""
    corrections: tuple[Body, ...]
    """The texts of its corrections."""

    def links(self) -> Iterator[Link]:
        """Yield every link in its texts."""
        yield from self.content.body.links()
        for correction in self.corrections:
            yield from correction.links()

    def pictures(self) -> Iterator[Link]:
        """Yield the link of every picture of the site in its texts."""
        yield from self.content.body.pictures()
        for correction in self.corrections:
            yield from correction.pictures()

    def outbound(self) -> Iterator[str]:
        """Yield the address of every link in its texts that leaves the site."""
        yield from self.content.body.outbound()
        for correction in self.corrections:
            yield from correction.outbound()


@dataclass(frozen=True, slots=True)
class Document:
    """An article or page understood, knowing nothing of others.

    Thousands of them make a site of which a build shows a few anew, so that all that takes room
    is fetched when it is asked for.
    """

    path: str
    """The file, below content/."""
    key: bytes
    """A digest of all that it was understood from."""
    front_matter: FrontMatter
    """What stands over it."""
    language: str
    """The language it is written in, as a tag."""
    title: str
    """The title with typographic quotes and dashes."""
    ids: frozenset[str]
    """Every fragment that its text answers to."""
    targets: tuple[str, ...]
    """Where the links in all its texts lead, as they are written, each once."""
    outbound: tuple[str, ...]
    """The addresses elsewhere that its texts and its front matter link to, each once."""
    pictures: tuple[str, ...]
    """The targets among them that are shown as pictures, each once."""
    face: bytes
    """A digest of what lists show of it."""
    nameable: bytes
    """Which of its terms can be named as what it is about: a bit for each, in their order."""
    warnings: tuple[Diagnostic, ...]
    """What was found that doesn't stop a build."""
    fetch_brief: Callable[[], Brief] = field(compare=False, repr=False)
    """Fetches what lists show of it."""
    fetch_details: Callable[[], Details] = field(compare=False, repr=False)
    """Fetches what it says at length."""
    fetch_terms: Callable[[], TermCounts] = field(compare=False, repr=False)
    """Fetches what it says, counted."""
    fetch_spellings: Callable[[], Mapping[int, str]] = field(compare=False, repr=False)
    """Fetches how the terms are spelt that can be named as what it is about."""
    fetch_positions: Callable[[], Mapping[str, Location]] = field(compare=False, repr=False)
    """Fetches where each key of the front matter stands, by dotted name."""

    @property
    def brief(self) -> Brief:
        """What lists show of it."""
        return self.fetch_brief()

    @property
    def details(self) -> Details:
        """What it says at length."""
        return self.fetch_details()

    @property
    def terms(self) -> TermCounts:
        """What it says, counted."""
        return self.fetch_terms()

    @property
    def spellings(self) -> Mapping[int, str]:
        """How the terms are spelt that can be named as what it is about."""
        return self.fetch_spellings()

    @property
    def content(self) -> Content:
        """The text."""
        return self.details.content

    @property
    def standfirst(self) -> Body:
        """The sentence over it."""
        return self.brief.standfirst

    @property
    def image(self) -> ImageContent | None:
        """The lead image."""
        return self.brief.image

    @property
    def positions(self) -> Mapping[str, Location]:
        """Where each key of the front matter stands, by dotted name."""
        return self.fetch_positions()

    def place(self, *keys: str) -> Location:
        """Return where the first of some keys stands that does, or the file where none does."""
        positions = self.positions
        found = (positions[key] for key in keys if key in positions)
        return next(found, Location(f"content/{self.path}"))

    def links(self) -> Iterator[Link]:
        """Yield every link in all its texts."""
        yield from self.details.links()
        yield from self.brief.links()


@dataclass(frozen=True, slots=True)
class TermDocument:
    """The page of a term understood, such as ``tags/ukraine.md``."""

    path: str
    """The file, below content/."""
    key: bytes
    """A digest of all that it was understood from."""
    taxonomy: str
    """The folder it lies in."""
    front_matter: TermFrontMatter
    """What stands over it."""
    positions: Mapping[str, Location]
    """Where each key of the front matter stands, by dotted name."""
    content: Content
    """The text."""
    standfirst: Body
    """The sentence over it."""
    image: ImageContent | None
    """A portrait or mark."""
    warnings: tuple[Diagnostic, ...]
    """What was found that doesn't stop a build."""

    @property
    def ids(self) -> frozenset[str]:
        """Every fragment that its text answers to."""
        return self.content.ids

    @property
    def targets(self) -> tuple[str, ...]:
        """Where the links in all its texts lead, as they are written, each once."""
        return tuple(dict.fromkeys(link.target for link in self.links()))

    @property
    def outbound(self) -> tuple[str, ...]:
        """The addresses elsewhere that its texts and its front matter link to, each once."""
        bodies = (self.content.body, self.standfirst, *([self.image.caption] if self.image else []))
        named = map(link_url, (self.front_matter.url, self.front_matter.feed))
        found = (*filter(None, named), *(url for body in bodies for url in body.outbound()))
        return tuple(dict.fromkeys(found))

    @property
    def pictures(self) -> tuple[str, ...]:
        """The targets among them that are shown as pictures, each once."""
        found = [*self.content.body.pictures(), *self.standfirst.pictures()]
        found += self.image.pictures() if self.image else ()
        return tuple(dict.fromkeys(link.target for link in found))

    def place(self, *keys: str) -> Location:
        """Return where the first of some keys stands that does, or the file where none does."""
        found = (self.positions[key] for key in keys if key in self.positions)
        return next(found, Location(f"content/{self.path}"))

    def links(self) -> Iterator[Link]:
        """Yield every link in all its texts."""
        yield from self.content.body.links()
        yield from self.standfirst.links()
        if self.image:
            yield from self.image.links()
