"""Answers of servers, unpacked piece by piece, so that no small one becomes a vast one at once."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

_AT_ONCE = 1 << 20
"""Bytes that one step of unpacking makes at most."""
_WINDOW = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_BARE = -15


class UnknownPackingError(ValueError):
    """The answer is packed in a way that was not asked for, or packed wrongly."""


def unpacked(parts: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Yield what an answer holds, in pieces of a megabyte at most.

    Args:
        parts: the answer as it comes.
        encoding: the header Content-Encoding.

    Raises:
        UnknownPackingError: it is packed in another way than gzip or deflate, more than once, or
            not at all.

    """
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        yield from parts
        return
    if encoding not in _WINDOW:
        raise UnknownPackingError(f'its answer is packed as "{encoding[:40]}"')
    unpacker = None
    for part in parts:
        if not part:
            continue
        if unpacker is None:
            # Some servers leave the header of zlib out.
            bare = encoding == "deflate" and part[0] & 0x0F != 8
            unpacker = zlib.decompressobj(_BARE if bare else _WINDOW[encoding])
        while part and not unpacker.eof:
            try:
                piece = unpacker.decompress(part, _AT_ONCE)
            except zlib.error:
                raise UnknownPackingError("its answer cannot be unpacked") from None
            part = unpacker.unconsumed_tail
            if piece:
                yield piece
