"""Digests of terms."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b


@lru_cache(maxsize=1 << 18)
def term_id(term: str) -> int:
    """Return the digest of a term: an even number of 64 bits, never 0."""
    return int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "little") & ~1 | 2
