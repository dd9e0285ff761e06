"""What a check of a link can come to."""

from __future__ import annotations

from typing import Literal, get_args

State = Literal[
    "ok",
    "moved",
    "gone",
    "soft-404",
    "server-error",
    "tls",
    "timeout",
    "unknown-host",
    "unreachable",
    "redirects",
    "untold",
    "robots",
    "private",
    "unchecked",
]
"""What a check can come to.

well: ``ok``; ``moved`` for good, and well at its new address.
failed: ``gone`` (404, 410), ``soft-404`` (a page that says so without the status),
``server-error`` (5xx), ``tls``, ``timeout``, ``unknown-host``, ``unreachable``, ``redirects``
without end.
neither: ``untold`` (401, 403, 429 …: the server shows it to people alone, or to nobody),
``robots`` (robots.txt asks not to look), ``private`` (no address of the public internet),
``unchecked`` so far.
"""

STATES: tuple[State, ...] = get_args(State)
"""All of them."""

WELL = frozenset({"ok", "moved"})
"""States of links that lead somewhere."""

NEITHER = frozenset({"untold", "robots", "private", "unchecked"})
"""States that say nothing of whether a link leads somewhere."""
