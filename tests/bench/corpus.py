"""Articles that are made up: the same ones for the same numbers.

Words are as common as Zipf's law says; each subject has words and names of its own; each article
has four tags of 300, one of 30 authors, one of 12 outlets, and 800 words with links, quotations,
headings and now and then a picture.
"""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import TypeVar

from ssg.text.stop_words import stop_words

WORDS = 800
DAYS = 2_500
FIRST_DAY = datetime(2018, 1, 1, tzinfo=UTC)
SECTIONS = ("World", "Politics", "Economy", "Courts", "Press", "Climate", "Cities", "Science")

_SEED = 1
_VOCABULARY = 60_000
_PER_SUBJECT = 25
_TAGS = 300
_AUTHORS = 30
_OUTLETS = 12
_PER_SENTENCE = 20
_PER_PARAGRAPH = 4
_PICTURE_EVERY = 10
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
_One = TypeVar("_One")


@dataclass(frozen=True, slots=True)
class Piece:
    """An article that was made up."""

    number: int
    """Which; its file is named by it."""
    title: str
    """Its headline."""
    sentences: tuple[str, ...]
    """What it says."""
    tags: tuple[str, ...]
    """Its tags."""
    date: datetime
    """When it was published."""
    section: str
    """The section it stands in."""
    author: str
    """Who wrote it."""
    outlet: str
    """The outlet it comes from."""
    earlier: int
    """The number of an article that it links to; its own where there is none yet."""

    @property
    def text(self) -> str:
        """What it says, without any marks."""
        return " ".join(self.sentences)

    @property
    def name(self) -> str:
        """The name of its file, and the last segment of its path."""
        return f"a{self.number}"

    @property
    def original(self) -> str:
        """The address from which it comes."""
        return f"https://{self.outlet.lower().replace(' ', '-')}.example/{self.name}"

    @property
    def picture(self) -> str:
        """The name of the picture that it shows; empty for most."""
        return "" if self.number % _PICTURE_EVERY else f"{self.name}.png"


def pieces(count: int, added: int = 0) -> Iterator[Piece]:
    """Yield the articles of a site of so many, and after them some more to be added to it."""
    chance = random.Random(_SEED)
    vocabulary = [*sorted(stop_words("en"))[:200], *_words(chance, _VOCABULARY)]
    # Zipf's law: the word of rank r stands there as often as 1/r says.
    common = list(accumulate(1 / rank for rank in range(1, len(vocabulary) + 1)))
    subjects = [
        (
            chance.sample(vocabulary[200:20_000], 40),
            [word.title() for word in chance.sample(vocabulary[2_000:], 12)],
        )
        for _ in range(max(count // _PER_SUBJECT, 4))
    ]
    tags = [f"tag {number}" for number in range(_TAGS)]
    names = [word.title() for word in chance.sample(vocabulary[2_000:], 2 * _AUTHORS)]
    authors = [f"{one} {other}" for one, other in zip(names[::2], names[1::2], strict=True)]
    outlets = [f"The {word.title()}" for word in chance.sample(vocabulary[2_000:], _OUTLETS)]
    for number in range(count + added):
        own, people = chance.choice(subjects)
        drawn = chance.choices(vocabulary, cum_weights=common, k=WORDS)
        for place in range(0, WORDS, 8):
            drawn[place] = chance.choice(own)
        for place in range(3, WORDS, 25):
            drawn[place : place + 2] = chance.choice(people), chance.choice(people)
        yield Piece(
            number=number,
            title=_upper(
                " ".join([*chance.sample(own, 3), *chance.sample(people, 2), *drawn[5:8]])
            ),
            sentences=tuple(_upper(" ".join(part)) + "." for part in _groups(drawn, _PER_SENTENCE)),
            tags=tuple(chance.sample(tags, 4)),
            date=FIRST_DAY + timedelta(minutes=chance.randrange(DAYS * 24 * 60)),
            section=chance.choice(SECTIONS),
            author=chance.choice(authors),
            outlet=chance.choice(outlets),
            earlier=chance.randrange(number) if number else number,
        )


def edited(piece: Piece, times: int) -> Piece:
    """Return an article in which a sentence in the middle says something else every time."""
    place = len(piece.sentences) // 2
    return replace(
        piece,
        sentences=(
            *piece.sentences[:place],
            f"Amendment{times} was made here by the editors, who have read it once more.",
            *piece.sentences[place + 1 :],
        ),
    )


def markdown(piece: Piece, link: Callable[[int], str]) -> str:
    """Return the text of an article in Markdown.

    Args:
        piece: the article.
        link: returns the target of a link to the article of a number.

    """
    blocks: list[str] = []
    for place, sentences in enumerate(_groups(piece.sentences, _PER_PARAGRAPH)):
        first, *rest = sentences
        if place in (3, 6):
            blocks.append("## " + _upper(" ".join(rest[0].rstrip(".").split()[:5])))
        if place in (0, 4, 8):
            first = _linked(first, f"{piece.original}?part={place}")
        if place == 2 and piece.earlier != piece.number:
            first = _linked(first, link(piece.earlier))
        if place == 1 and piece.picture:
            blocks.append(f"![{piece.title}](/pictures/{piece.picture})")
        quote = "> " if place == 5 else ""
        blocks.append(quote + " ".join([first, *rest]))
    return "\n\n".join(blocks) + "\n"


def picture(number: int) -> bytes:
    """Return a small picture as PNG, another one for every number."""
    width, height = 48, 32
    chance = random.Random(number)
    rows = b"".join(b"\0" + chance.randbytes(12) * 4 for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def _linked(sentence: str, target: str) -> str:
    first, second, third, rest = sentence.split(" ", 3)
    return f"{first} [{second} {third}]({target}) {rest}"


def _groups(members: Sequence[_One], size: int) -> Iterator[Sequence[_One]]:
    return (members[at : at + size] for at in range(0, len(members), size))


def _upper(text: str) -> str:
    # Not capitalize(), which takes the capitals from names.
    return text[:1].upper() + text[1:]


def _words(chance: random.Random, count: int) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3, 3, 4))))] = None
    return list(made)
