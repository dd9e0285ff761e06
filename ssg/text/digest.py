"""Digests of terms."""

from __future__ import annotations

from hashlib import blake2b


def term_id(term: str) -> int:
    """Return the digest of a term: an even number of 32 bits, never 0.

    Among a million terms, one in two thousand has the digest of another; it counts as the same.
    """
    return int.from_bytes(blake2b(term.encode(), digest_size=4).digest(), "little") & ~1 or 2
