"""How much of the hand-made pages is read rightly, beside trafilatura alone.

Call it with names of fields to see where they are wrong: ``python -m tests.bench.clipping title``.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable

from ssg.extract.clip import clip_page
from ssg.extract.clipping import Clipping
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
            for field, wrong, all_of in (
                ("passages kept", missing, page.keep),
                ("passages left out", foreign, page.drop),
            ):
                of[reader, field] += len(all_of)
                right[reader, field] += len(all_of) - len(wrong)
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


if __name__ == "__main__":
    main(sys.argv[1:])
