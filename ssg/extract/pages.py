"""What a check looks at in a page: its title, and what tells it from another."""

from __future__ import annotations

import html
import re
from hashlib import blake2b

_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title", re.DOTALL | re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_LOOKED_AT = 300_000


def is_html(content_type: str) -> bool:
    """Tell whether an answer is a page, by what its server calls it."""
    kind = content_type.partition(";")[0].strip().lower()
    return kind in ("text/html", "application/xhtml+xml", "")


def page_title(body: bytes, content_type: str) -> str:
    """Return the title of an HTML page; nothing where it has none."""
    head = body[:_LOOKED_AT]
    named = _CHARSET.search(content_type.encode("ascii", "replace")) or _CHARSET.search(head[:2048])
    try:
        text = head.decode(named[1].decode("ascii") if named else "utf-8", "replace")
    except (LookupError, ValueError):
        text = head.decode("utf-8", "replace")
    match = _TITLE.search(text)
    return " ".join(html.unescape(match[1]).split()) if match else ""


def page_digest(body: bytes) -> str:
    """Return what tells one page from another."""
    return blake2b(body, digest_size=12).hexdigest() if body else ""
