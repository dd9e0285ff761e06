"""Digests of files, read again only where they may have changed."""

from __future__ import annotations

import marshal
import time
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from ssg.build.files import Found
from ssg.errors import Location, error
from ssg.model.files import FileRef

# A file may change twice without its time stamp moving.
_SETTLED = 2_000_000_000


class Digests:
    """What files hold, by where they lie; size and time stamp tell whether one may have changed."""

    def __init__(self, kept: bytes | None = None) -> None:
        """Begin with what :meth:`dump` kept."""
        self._known: dict[str, tuple[int, int, bytes]] = {}
        self._asked: dict[str, tuple[int, int, bytes]] = {}
        with suppress(ValueError, EOFError, TypeError):
            self._known = marshal.loads(kept) if kept else {}

    def of(self, found: Found) -> bytes:
        """Return the digest of a file.

        Raises:
            OSError: it can't be read.

        """
        place = str(found.path)
        known = self._known.get(place)
        if known is None or known[:2] != (found.size, found.changed):
            known = (found.size, found.changed, digest_of(found.path))
        if found.changed < time.time_ns() - _SETTLED:
            self._asked[place] = known
        return known[2]

    def dump(self) -> bytes:
        """Return what was asked for and need not be read again."""
        return marshal.dumps(self._asked)


def digest_of(path: Path) -> bytes:
    """Return the digest of the bytes of a file.

    Raises:
        OSError: it can't be read.

    """
    digest = blake2b(digest_size=16)
    with path.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
    return digest.digest()


def bytes_of(file: FileRef) -> bytes:
    """Return what a file holds.

    Raises:
        OSError: it can't be read.
        SsgError: it holds something else by now.

    """
    data = Path(file.path).read_bytes()
    if blake2b(data, digest_size=16).hexdigest() != file.digest:
        message, hint = "the file was changed while the site was read", "build once more"
        raise error("files/changed", message, Location(file.label), hint)
    return data


def file_ref(found: Found, label: str, digests: Digests) -> FileRef:
    """Return a file with the digest of its bytes.

    Raises:
        OSError: it can't be read.

    """
    return FileRef(str(found.path), label, digests.of(found).hex())
