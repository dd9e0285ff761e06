"""Where each address stands that a site links to."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from ssg.errors import Location, place
from ssg.model.document import Document, TermDocument

# What would make of an address the beginning of a longer one.
_GOES_ON = r"(?![A-Za-z0-9_/%=&?~+-]|\.\w)"

Places = Mapping[str, tuple[Location, ...]]
"""By address: everywhere that it stands."""


def places_in(document: Document | TermDocument, text: str) -> Iterator[tuple[str, Location]]:
    """Yield every address elsewhere that a document links to, with each place where it stands.

    Args:
        document: the document.
        text: the whole file, front matter too.

    """
    path = f"content/{document.path}"
    for url in document.outbound:
        found = next((there for one in _spellings(url) if (there := _find(one, text))), [])
        for start, end in found:
            yield url, place(text, path, start, end - start)
        if not found:
            yield url, Location(path)


def gathered(places: Iterable[tuple[str, Location]]) -> dict[str, tuple[Location, ...]]:
    """Return places by address, in their order."""
    found: dict[str, list[Location]] = {}
    for url, where in places:
        found.setdefault(url, []).append(where)
    return {url: tuple(each) for url, each in found.items()}


def _spellings(url: str) -> Iterator[str]:
    """Yield how an address may have been written."""
    yield url
    yield html.escape(url)
    yield unquote(url)
    yield url.partition(":")[2]  # without its scheme


def _find(words: str, text: str) -> list[tuple[int, int]]:
    pattern = re.compile(re.escape(words) + _GOES_ON, re.IGNORECASE)
    return [match.span() for match in pattern.finditer(text)]
