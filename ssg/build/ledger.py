"""What builds take from the ledger of links: the archived copies of those that are dead."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from ssg.build.files import unreadable
from ssg.build.load import read_text
from ssg.build.memory import Memory
from ssg.errors import Diagnostic, SsgError
from ssg.extract.ledger import LEDGER, LinkRecord, archives_of, parse_ledger

_LABEL = f"content/{LEDGER}"


def load_ledger(root: Path) -> dict[str, LinkRecord]:
    """Return the ledger of a site; an empty one where there is none.

    Raises:
        SsgError: it can't be read, or is wrong.

    """
    file = root / "content" / LEDGER
    return parse_ledger(read_text(file, _LABEL), _LABEL) if file.exists() else {}


def load_archives(root: Path, memory: Memory, problems: list[Diagnostic]) -> Mapping[str, str]:
    """Return the archived copies of addresses that the ledger of a site knows to be dead.

    What is wrong in it is added to ``problems``; the same ledger is understood once.
    """
    try:
        data = (root / "content" / LEDGER).read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as problem:
        problems.append(unreadable(problem, _LABEL))
        return {}
    key = blake2b(data, digest_size=16).digest()
    kept = memory.cache.value("archives")
    if kept and (found := marshal.loads(kept))[0] == key:
        archives: dict[str, str] = found[1]
        return archives
    try:
        archives = archives_of(load_ledger(root))
    except SsgError as failure:
        problems.extend(failure.diagnostics)
        return {}
    memory.cache.set_values({"archives": marshal.dumps((key, archives))})
    return archives
