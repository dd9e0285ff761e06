"""The files of a search index in a steady form.

Pagefind names its files by what they hold, but orders the values of filters by chance, so that
the same documents would make other files each time. What is ordered by chance is sorted here, and
named anew.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b

_SIGN = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"
_FILTERS = 3
"""Where the filters stand in the array of a meta file: version, pages, chunks, filters, …"""


def steady(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index with what is ordered by chance sorted."""
    names: dict[str, str] = {}
    found: dict[str, bytes] = {}
    filters = (path for path in files if path.startswith("filter/"))
    metas = [path for path in files if path.endswith(".pf_meta")]
    for path in filters:
        name, values = _items(_unpacked(files[path]))
        data = _array([name, _array(sorted(_items(values)))])
        found[_renamed(path, data, names)] = _packed(data)
    for path in metas:
        parts = _items(_unpacked(files[path]))
        parts[_FILTERS] = _array(sorted(_items(parts[_FILTERS])))
        data = _replaced(_array(parts), names)
        found[_renamed(path, data, names)] = _packed(data)
    entry = json.loads(_replaced(files[_ENTRY], names))
    entry["include_characters"].sort()
    found[_ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True).encode()
    done = {_ENTRY, *metas, *(path for path in files if path.startswith("filter/"))}
    return {**{path: data for path, data in files.items() if path not in done}, **found}


def _renamed(path: str, data: bytes, names: dict[str, str]) -> str:
    """Return the path of a file by what it holds now: ``filter/en_2a6cef5.pf_filter``."""
    old = path.rpartition("/")[2].removeprefix("pagefind.").partition(".")[0]
    language, _, digest = old.rpartition("_")
    new = f"{language}_{blake2b(data).hexdigest()[: len(digest)]}"
    names[old] = new
    return path.replace(old, new)


def _replaced(data: bytes, names: Mapping[str, str]) -> bytes:
    for old, new in names.items():
        data = data.replace(old.encode(), new.encode())
    return data


def _unpacked(data: bytes) -> bytes:
    return gzip.decompress(data).removeprefix(_SIGN)


def _packed(data: bytes) -> bytes:
    return gzip.compress(_SIGN + data, mtime=0)


def _items(array: bytes) -> list[bytes]:
    """Return the items of an array in CBOR (RFC 8949), each as it is written."""
    _, count, at = _head(array, 0)
    items: list[bytes] = []
    for _ in range(count):
        end = _end(array, at)
        items.append(array[at:end])
        at = end
    return items


def _array(items: Iterable[bytes]) -> bytes:
    there = list(items)
    count = len(there)
    if count < 24:
        head = bytes([0x80 | count])
    else:
        width = next(width for width in (1, 2, 4, 8) if count < 1 << 8 * width)
        head = bytes([0x98 + width.bit_length() - 1]) + count.to_bytes(width, "big")
    return head + b"".join(there)


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Return the type and the number of an item, and where what it holds begins."""
    kind, small = data[at] >> 5, data[at] & 31
    if small < 24:
        return kind, small, at + 1
    end = at + 1 + (1 << (small - 24))
    return kind, int.from_bytes(data[at + 1 : end], "big"), end


def _end(data: bytes, at: int) -> int:
    kind, number, at = _head(data, at)
    if kind == 4:
        for _ in range(number):
            at = _end(data, at)
        return at
    return at + number if kind in (2, 3) else at
