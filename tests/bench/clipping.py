"""How much of the hand-made pages is read rightly, beside trafilatura alone.

Call it with names of fields to see where they are wrong, ``python -m tests.bench.clipping title``,
or with ``--places`` to see how far each place of a page could be believed alone.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from ssg.extract.claims import Claims, all_of, first
from ssg.extract.clip import clip_page
from ssg.extract.clipping import Clipping, Metadata
from ssg.extract.dates import parse_date
from ssg.extract.metadata import gather
from ssg.extract.names import author_names
from ssg.extract.tree import read_tree
from ssg.extract.trust import AUTHORS, CHANGED, HEADLINES, PUBLISHED
from tests.support.pages_of_outlets import (
    FIELDS,
    OutletPage,
    judge,
    of_trafilatura,
    outlet_pages,
    passages,
)

_READERS: dict[str, Callable[[OutletPage], Clipping]] = {
    "ssg": lambda page: clip_page(page.data, page.url, page.charset),
    "trafilatura": of_trafilatura,
}


def main(shown: list[str]) -> None:
    """Print what share of every field is right, and of the passages kept and left out."""
    pages = outlet_pages()
    right: Counter[tuple[str, str]] = Counter()
    of: Counter[tuple[str, str]] = Counter()
    seconds: dict[str, float] = {}
    for reader, read in _READERS.items():
        start = time.perf_counter()
        clippings = [read(page) for page in pages]
        seconds[reader] = (time.perf_counter() - start) / len(pages)
        for page, clipping in zip(pages, clippings, strict=True):
            verdict = judge(page, clipping.metadata)
            missing, foreign = passages(page, clipping.text)
            for field, is_right in verdict.items():
                of[reader, field] += 1
                right[reader, field] += is_right
                if field in shown and reader == "ssg" and not is_right:
                    print(f"{page.name}: {field}: {clipping.metadata}\n")
            for field, wrong, judged in (
                ("passages kept", missing, page.keep),
                ("passages left out", foreign, page.drop),
            ):
                of[reader, field] += len(judged)
                right[reader, field] += len(judged) - len(wrong)
                if field in shown and reader == "ssg" and wrong:
                    print(f"{page.name}: {field}: {wrong}\n")
    print(f"{len(pages)} pages\n\n| of what pages state | ssg | trafilatura |\n|---|---:|---:|")
    for field in (*FIELDS, "passages kept", "passages left out"):
        cells = [
            f"{right[reader, field]} of {of[reader, field]} "
            f"({100 * right[reader, field] / (of[reader, field] or 1):.1f} %)"
            for reader in _READERS
        ]
        print(f"| {field} | {' | '.join(cells)} |")
    print(f"| ms a page | {' | '.join(f'{1000 * one:.0f}' for one in seconds.values())} |")


def places() -> None:
    """Print of every place how many pages state a field there, and how many of them rightly."""
    pages = outlet_pages()
    gathered = [(page, gather(read_tree(page.data, page.charset), page.url)) for page in pages]
    print("| place | stated | right |\n|---|---:|---:|")
    for field, where, read in _ALONE:
        for place in where:
            verdicts = []
            for page, claims in gathered:
                text = first(claims, (place,))
                if text and page.expected.get(field):
                    alone = read(Metadata(page.url), text, claims, place)
                    verdicts.append(judge(page, alone)[field])
            if verdicts:
                print(f"| {field}: `{place}` | {len(verdicts)} | {sum(verdicts)} |")


_Read = Callable[[Metadata, str, Claims, str], Metadata]


def _title(found: Metadata, text: str, _claims: Claims, _place: str) -> Metadata:
    return replace(found, title=text)


def _published(found: Metadata, text: str, _claims: Claims, _place: str) -> Metadata:
    return replace(found, published=parse_date(text))


def _authors(found: Metadata, _text: str, claims: Claims, place: str) -> Metadata:
    return replace(found, authors=author_names(all_of(claims, (place,))))


_ALONE: tuple[tuple[str, tuple[str, ...], _Read], ...] = (
    ("title", (*HEADLINES, "shown h1", "shown title"), _title),
    ("published", (*PUBLISHED, *CHANGED), _published),
    ("authors", AUTHORS, _authors),
)


if __name__ == "__main__":
    if sys.argv[1:] == ["--places"]:
        places()
    else:
        main(sys.argv[1:])
