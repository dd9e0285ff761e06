"""The indexes of several shards as one.

What is small is merged here: which documents there are, their order, and the values of filters
with their documents. What is large stays as it is: fragments, and the words with the documents
in which they stand. Where Pagefind would find the words of a range, a list says in which files
of the shards they are, and a script before Pagefind's own (``search_merge.js``) merges these
when a reader searches. So Pagefind sees one index, and counts, sorts and ranks as it does in one.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from ssg.build.cbor import encode
from ssg.build.search_files import ENTRY, json_data, packed, unpacked

_BY_SHARD = ("fragment", "index")
"""Folders of files that stay as they are, in a folder for each shard."""
_PROGRAMS = ("pagefind.js", "pagefind-worker.js")
"""The scripts that fetch files of the index."""
_BEGINNING = 3
"""Words that begin with the same letters, so many of them, are in the same range."""
_LAST = chr(sys.maxunicode)
"""Comes after all words."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What a shard has in one language."""

    shard: str
    folder: Path
    base: int
    """The number of its first document among those of all shards."""
    meta: list[Any]
    """Version, documents, ranges of words, filters, orders, fields."""


def merged(folders: dict[str, Path]) -> dict[str, Path | bytes]:
    """Return the files of an index of several shards by their paths.

    Args:
        folders: the folder of each shard by its name, the latest shard first.

    """
    if len(folders) == 1:
        (only,) = folders.values()
        return {path.relative_to(only).as_posix(): path for path in _files(only)}
    entries = {shard: json.loads((place / ENTRY).read_bytes()) for shard, place in folders.items()}
    entry = {**next(iter(entries.values())), "languages": {}}
    found: dict[str, Path | bytes] = {}
    for language in sorted({code for one in entries.values() for code in one["languages"]}):
        there = [shard for shard in folders if language in entries[shard]["languages"]]
        facts = [entries[shard]["languages"][language] for shard in there]
        metas = [
            unpacked((folders[shard] / f"pagefind.{fact['hash']}.pf_meta").read_bytes())
            for shard, fact in zip(there, facts, strict=True)
        ]
        parts = _parts(there, folders, metas)
        hash_ = _merge(language, parts, found)
        count = sum(fact["page_count"] for fact in facts)
        entry["languages"][language] = {**facts[0], "hash": hash_, "page_count": count}
    found[ENTRY] = json_data(entry)
    for shard, place in folders.items():
        for kind in _BY_SHARD:
            for path in _files(place / kind):
                found[f"{kind}/{shard}/{path.name}"] = path
    return {**_programs(next(iter(folders.values()))), **found}


def shard_of(path: str) -> str:
    """Return the name of the shard whose file this is; empty where it is of all shards."""
    kind, _, rest = path.partition("/")
    shard, within, _ = rest.partition("/")
    return shard if within and kind in _BY_SHARD else ""


def _programs(folder: Path) -> dict[str, Path | bytes]:
    script = Path(__file__).with_suffix(".js").read_bytes()
    paths = {path.name: path for path in _files(folder) if path.parent == folder}
    return {
        name: script + path.read_bytes() if name in _PROGRAMS else path
        for name, path in paths.items()
        if name != ENTRY and not name.endswith(".pf_meta")
    }


def _parts(there: Sequence[str], folders: dict[str, Path], metas: list[list[Any]]) -> list[_Part]:
    parts, base = [], 0
    for shard, meta in zip(there, metas, strict=True):
        parts.append(_Part(shard, folders[shard], base, meta))
        base += len(meta[1])
    return parts


def _merge(language: str, parts: Sequence[_Part], found: dict[str, Path | bytes]) -> str:
    """Add the files of a language; return what its meta file is called."""
    fields = sorted({field for part in parts for field in part.meta[5]})
    ranges, filters = [], []
    for first, last, data in _ranges(parts, fields):
        name = _named(language, data)
        found[f"index/{name}.pf_index"] = data
        ranges.append([first, last, name])
    for filter_ in sorted({name for part in parts for name, _ in part.meta[3]}):
        data = encode([filter_, _values(filter_, parts)])
        name = _named(language, data)
        found[f"filter/{name}.pf_filter"] = packed(data)
        filters.append([filter_, name])
    pages = [[f"{part.shard}/{name}", words] for part in parts for name, words in part.meta[1]]
    meta = encode([parts[0].meta[0], pages, ranges, filters, _orders(parts), fields])
    name = _named(language, meta)
    found[f"pagefind.{name}.pf_meta"] = packed(meta)
    return name


def _ranges(parts: Sequence[_Part], fields: list[str]) -> Iterator[tuple[str, str, bytes]]:
    """Yield ranges of words, each with its bounds and the list of files that hold its words."""
    there = [file for part in parts for file in _word_files(part, fields)]
    for start, end in pairwise([*_cuts(first for first, _, _ in there), _LAST]):
        files = [told for first, after, told in there if first < end and after > start]
        yield start, end, json_data({"from": start, "to": end, "files": files})


def _word_files(part: _Part, fields: list[str]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the files of words: where each begins and ends, and what a reader needs of it."""
    numbers = [fields.index(field) for field in part.meta[5]]
    # A file ends where the next begins: the last word that Pagefind tells is cut short.
    for (first, _, name), (after, _, _) in pairwise([*part.meta[2], (_LAST, "", "")]):
        yield first, after, {"file": f"{part.shard}/{name}", "base": part.base, "fields": numbers}


def _cuts(firsts: Iterable[str]) -> list[str]:
    """Return where ranges begin, so that words with the same beginning stay together."""
    cuts = [""]
    for first in sorted(set(firsts)):
        beginnings = (first[:length] for length in range(1, _BEGINNING + 1))
        cuts.extend(islice((one for one in beginnings if one > cuts[-1]), 1))
    return cuts


def _values(filter_: str, parts: Sequence[_Part]) -> list[Any]:
    """Return the values of a filter, each with the numbers of its documents."""
    found: dict[str, list[int]] = {}
    for part in parts:
        for name, file in part.meta[3]:
            if name == filter_:
                path = part.folder / "filter" / f"{file}.pf_filter"
                for value, pages in unpacked(path.read_bytes())[1]:
                    found.setdefault(value, []).extend(part.base + page for page in pages)
    return [[value, pages] for value, pages in sorted(found.items())]


def _orders(parts: Sequence[_Part]) -> list[Any]:
    """Return the numbers of the documents in each order.

    Shards come latest first, so that the order by date is theirs from the last to the first.
    """
    found: dict[str, list[int]] = {}
    for part in reversed(parts):
        for name, pages in part.meta[4]:
            found.setdefault(name, []).extend(part.base + page for page in pages)
    return [[name, pages] for name, pages in sorted(found.items())]


def _named(language: str, data: bytes) -> str:
    return f"{language}_{blake2b(data, digest_size=5).hexdigest()}"


def _files(folder: Path) -> list[Path]:
    return sorted(Path(above, name) for above, _, names in os.walk(folder) for name in names)
