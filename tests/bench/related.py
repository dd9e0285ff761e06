"""What related articles cost: ``python -m tests.bench.related [sizes…]``.

Each size runs in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from ssg.config.site import RelatedRules, decode_site
from ssg.model.body import Body, Content
from ssg.model.document import Brief, Details, Document
from ssg.model.front_matter import FrontMatter
from ssg.model.site import NO_PREVIEW, Contents, Site
from ssg.relate.related import RelatedArticles
from ssg.relate.site import relate
from ssg.text.term_counts import count_terms
from tests.bench.corpus import WORDS, Piece, pieces
from tests.bench.measure import exponent

SIZES = (1_000, 3_000, 10_000, 30_000)
_CONFIG = decode_site("title: Bench\nbase_url: https://example.org/\n", "site.yaml")


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
    edited: float
    """Seconds to know all lists again after one article was edited, by what was known."""
    memory: float
    """Peak resident memory in MB, all that stands in the texts left out."""

    @property
    def total(self) -> float:
        """Seconds of CPU in all."""
        return self.counting + self.vectors + self.lists


def document_of(piece: Piece) -> Document:
    """Return an article as a document; its terms are counted here."""
    terms, spellings, nameable = count_terms(piece.title, piece.text, "en")
    content = Content(Body(), (), frozenset(), piece.text, "", WORDS)
    brief = Brief("", WORDS, Body(), Body(), None)
    details = Details(content, "", ())
    return Document(
        path=f"posts/{piece.name}.md",
        key=piece.name.encode(),
        front_matter=FrontMatter(title=piece.title, date=piece.date, tags=piece.tags, terms={}),
        language="en",
        title=piece.title,
        ids=frozenset(),
        targets=(),
        pictures=(),
        outbound=(),
        face=b"",
        nameable=nameable,
        warnings=(),
        fetch_brief=lambda: brief,
        fetch_details=lambda: details,
        fetch_terms=lambda: terms,
        fetch_spellings=lambda: spellings,
        fetch_positions=dict,
    )


def site_of(made: Sequence[Piece]) -> Site:
    """Return articles as a site; their terms are counted here."""
    return _related(tuple(map(document_of, made)))


def _related(documents: tuple[Document, ...]) -> Site:
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
    return Cost(
        articles=count,
        counting=counting,
        vectors=indexed - begin,
        lists=done - indexed,
        one=_one_alone(site),
        edited=_edited(site, made, finder),
        memory=memory,
    )


def _edited(site: Site, made: Sequence[Piece], finder: RelatedArticles) -> float:
    """Return how long an article edited in the middle of the archive takes."""
    known = {article.path: finder.inputs(article) for article in site.articles}
    piece = made[len(made) // 2]
    sentences = (*piece.sentences, "The committee adjourned without a word on its report.")
    edited = replace(document_of(replace(piece, sentences=sentences)), key=b"edited")
    documents = (edited if one.path == edited.path else one for one in site.contents.documents)
    after = _related(tuple(documents))
    begin = time.perf_counter()
    again = RelatedArticles(after, RelatedRules(), lambda: finder.index)
    for article in after.articles:
        if again.inputs(article) != known[article.path]:
            again.related(article, {one.path for one in again.next(article)})
    return time.perf_counter() - begin


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
    heads = [
        "articles",
        "counting, s",
        "vectors, s",
        "lists, s",
        "all, s",
        "one, ms",
        "edited, s",
        "memory, MB",
    ]
    print(f"| {' | '.join(heads)} |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    costs = []
    for size in given.sizes:
        command = [sys.executable, "-m", "tests.bench.related", "--one", str(size)]
        cost = Cost(**json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
        costs.append(cost)
        taken = (cost.counting, cost.vectors, cost.lists, cost.total)
        cells = [f"{size:,}", *(f"{one:.2f}" for one in taken), f"{cost.one:.1f}"]
        cells.append(f"{cost.edited:.2f}")
        print(f"| {' | '.join(cells)} | {cost.memory:.0f} |", flush=True)
    if len(costs) > 1:
        print(f"\nCost grows as n^{exponent([(one.articles, one.total) for one in costs]):.2f}.")


if __name__ == "__main__":
    main()
