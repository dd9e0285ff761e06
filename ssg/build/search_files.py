"""The files of a search index in a steady form.

Pagefind names its files by what they hold, but orders the values of filters by chance, so that
the same documents would make other files each time. What is ordered by chance is sorted here, and
named anew.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from ssg.build.cbor import decode, encode

ENTRY = "pagefind-entry.json"
"""The file of an index that names the others."""
FILTERS = 3
"""Where the filters stand in the array of a meta file: version, pages, chunks, filters, …"""

_SIGN = b"pagefind_dcd"


def steady(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index with what is ordered by chance sorted."""
    names: dict[str, str] = {}
    found: dict[str, bytes] = {}
    filters = [path for path in files if path.startswith("filter/")]
    metas = [path for path in files if path.endswith(".pf_meta")]
    for path in filters:
        name, values = unpacked(files[path])
        data = encode([name, sorted(values)])
        found[_renamed(path, data, names)] = packed(data)
    for path in metas:
        parts = unpacked(files[path])
        parts[FILTERS] = sorted([name, names.get(file, file)] for name, file in parts[FILTERS])
        data = encode(parts)
        found[_renamed(path, data, names)] = packed(data)
    entry = json.loads(files[ENTRY])
    for language in entry["languages"].values():
        language["hash"] = names[language["hash"]]
    entry["include_characters"].sort()
    found[ENTRY] = json_data(entry)
    done = {ENTRY, *metas, *filters}
    return {**{path: data for path, data in files.items() if path not in done}, **found}


def unpacked(data: bytes) -> Any:
    """Return what a file of Pagefind holds."""
    return decode(gzip.decompress(data).removeprefix(_SIGN))


def packed(data: bytes) -> bytes:
    """Return encoded data as a file of Pagefind."""
    return gzip.compress(_SIGN + data, mtime=0)


def json_data(value: object) -> bytes:
    """Return a value in JSON, always in the same words."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode()


def _renamed(path: str, data: bytes, names: dict[str, str]) -> str:
    """Return the path of a file by what it holds now: ``filter/en_2a6cef5.pf_filter``."""
    old = path.rpartition("/")[2].removeprefix("pagefind.").partition(".")[0]
    language, _, digest = old.rpartition("_")
    new = f"{language}_{blake2b(data).hexdigest()[: len(digest)]}"
    names[old] = new
    return path.replace(old, new)
