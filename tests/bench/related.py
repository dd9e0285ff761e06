"""What related articles cost: ``python -m tests.bench.related [sizes…]``.

Each size runs in a process of its own. The articles are made up, from a fixed seed: words as
common as in English, a subject with words and names of its own for each, four tags of 300.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from ssg.config.site import RelatedRules, decode_site
from ssg.model.document import Body, Content, Details, Document
from ssg.model.front_matter import FrontMatter
from ssg.model.site import NO_PREVIEW, Contents, Site
from ssg.relate.related import RelatedArticles
from ssg.relate.site import relate
from ssg.text.stop_words import stop_words
from ssg.text.term_counts import count_terms

SIZES = (1_000, 3_000, 10_000, 30_000)
WORDS = 800
_VOCABULARY = 60_000
_PER_SUBJECT = 25
_FIRST_DAY = datetime(2018, 1, 1, tzinfo=UTC)
_CONFIG = decode_site("title: Bench\nbase_url: https://example.org/\n", "site.yaml")
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]


@dataclass(frozen=True, slots=True)
class Piece:
    """An article that was made up."""

    number: int
    """Which."""
    title: str
    """Its headline."""
    text: str
    """What it says."""
    tags: tuple[str, ...]
    """Its tags."""
    date: datetime
    """When it was published."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What the related articles of a site cost."""

    articles: int
    """How many there are."""
    counting: float
    """Seconds of CPU to count the terms of all."""
    vectors: float
    """Seconds of CPU to weigh and index them, and to find the first list."""
    lists: float
    """Seconds of CPU to find all lists, with reasons and what happened next."""
    one: float
    """Milliseconds for one article, the index made: the median of 200."""
    memory: float
    """Peak resident memory in MB, all that stands in the texts left out."""

    @property
    def total(self) -> float:
        """Seconds of CPU in all."""
        return self.counting + self.vectors + self.lists


def pieces(count: int, words: int = WORDS, seed: int = 1) -> Iterator[Piece]:
    """Yield articles, the same ones for the same numbers."""
    chance = random.Random(seed)
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
    tags = [f"tag {number}" for number in range(300)]
    for number in range(count):
        own, names = chance.choice(subjects)
        drawn = chance.choices(vocabulary, cum_weights=common, k=words)
        for place in range(0, words, 8):
            drawn[place] = chance.choice(own)
        for place in range(3, words, 25):
            drawn[place : place + 2] = chance.choice(names), chance.choice(names)
        sentences = (" ".join(drawn[at : at + 20]).capitalize() for at in range(0, words, 20))
        title = " ".join([*chance.sample(own, 3), *chance.sample(names, 2), *drawn[5:8]])
        yield Piece(
            number=number,
            title=title,
            text=". ".join(sentences),
            tags=tuple(chance.sample(tags, 4)),
            date=_FIRST_DAY + timedelta(days=chance.random() * 2_500),
        )


def document_of(piece: Piece) -> Document:
    """Return an article as a document; its terms are counted here."""
    terms, spellings = count_terms(piece.title, piece.text, "en")
    content = Content(Body(), (), frozenset(), piece.text, "", WORDS)
    details = Details({}, content, Body(), "", Body(), None, (), spellings)
    return Document(
        path=f"posts/a{piece.number}.md",
        key=piece.number.to_bytes(8, "big"),
        front_matter=FrontMatter(title=piece.title, date=piece.date, tags=piece.tags, terms={}),
        title=piece.title,
        ids=frozenset(),
        targets=(),
        face=b"",
        warnings=(),
        fetch_details=lambda: details,
        fetch_terms=lambda: terms,
    )


def site_of(made: Sequence[Piece]) -> Site:
    """Return articles as a site; their terms are counted here."""
    documents = tuple(map(document_of, made))
    contents = Contents(documents, (), {}, {})
    return relate(contents, _CONFIG, datetime(2026, 1, 1, tzinfo=UTC), NO_PREVIEW)


def measure(count: int) -> Cost:
    """Return what a site of so many articles costs; for a process that does nothing else."""
    made = list(pieces(count))
    before = _peak()
    begin = time.process_time()
    for one in made:
        count_terms(one.title, one.text, "en")
    counting = time.process_time() - begin
    # Counted again, which is not measured, so that making the site isn't either.
    site = site_of(made)
    begin = time.process_time()
    finder = RelatedArticles(site, RelatedRules())
    finder.related(site.articles[0])
    indexed = time.process_time()
    for article in site.articles:
        later = {one.path for one in finder.next(article)}
        finder.related(article, later)
    done = time.process_time()
    memory = _peak() - before
    return Cost(count, counting, indexed - begin, done - indexed, _one_alone(site), memory)


def _one_alone(site: Site) -> float:
    """Return the median of single articles, each asked first after the index was made."""
    finder = RelatedArticles(site, RelatedRules())
    finder.related(site.articles[0])
    taken: list[float] = []
    for article in random.Random(2).sample(site.articles, min(200, len(site.articles))):
        begin = time.perf_counter()
        finder.related(article)
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken) * 1000


def growth(costs: Sequence[Cost]) -> float:
    """Return the exponent with which the cost grows: the slope in logarithms, by least squares."""
    points = [(math.log(one.articles), math.log(one.total)) for one in costs]
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def _words(chance: random.Random, count: int) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3, 3, 4))))] = None
    return list(made)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure the sizes that were named, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--one", type=int, help="measure one size here, and print JSON")
    given = parser.parse_args()
    if given.one:
        cost = measure(given.one)
        print(json.dumps({name: getattr(cost, name) for name in Cost.__slots__}))
        return
    print("| articles | counting, s | vectors, s | lists, s | all, s | one, ms | memory, MB |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    costs = []
    for size in given.sizes:
        command = [sys.executable, "-m", "tests.bench.related", "--one", str(size)]
        cost = Cost(**json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
        costs.append(cost)
        seconds = (cost.counting, cost.vectors, cost.lists, cost.total)
        cells = [f"{size:,}", *(f"{one:.2f}" for one in seconds), f"{cost.one:.1f}"]
        print(f"| {' | '.join(cells)} | {cost.memory:.0f} |", flush=True)
    if len(costs) > 1:
        print(f"\nCost grows as n^{growth(costs):.2f}.")


if __name__ == "__main__":
    main()
