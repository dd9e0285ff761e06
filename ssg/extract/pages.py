"""What a check looks at in a page: its title, and what tells it from another."""

from __future__ import annotations

import html
import re
from hashlib import blake2b

_TITLE = re.compile(r"<title(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_END = re.compile(r"</title", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_LOOKED_AT = 300_000
_LONGEST_TITLE = 1000
# No encodings of pages; the first takes an hour to read a megabyte.
_NONE = ("punycode", "idna", "unicode_escape", "raw_unicode_escape")


def is_html(content_type: str) -> bool:
    """Tell whether an answer is a page, by what its server calls it."""
    kind = content_type.partition(";")[0].strip().lower()
    return kind in ("text/html", "application/xhtml+xml", "")


def page_title(body: bytes, content_type: str) -> str:
    """Return the title of an HTML page; nothing where it has none."""
    head = body[:_LOOKED_AT]
    named = _CHARSET.search(content_type.encode("ascii", "replace")) or _CHARSET.search(head[:2048])
    try:
        name = named[1].decode("ascii").lower().replace("-", "_") if named else "utf_8"
        text = head.decode("utf-8" if name in _NONE else name, "replace")
    except (LookupError, ValueError):
        text = head.decode("utf-8", "replace")
    begin = _TITLE.search(text)
    end = _END.search(text, begin.end()) if begin else None
    if not begin or not end:
        return ""
    return " ".join(html.unescape(text[begin.end() : end.start()][:_LONGEST_TITLE]).split())


def page_digest(body: bytes) -> str:
    """Return what tells one page from another."""
    return blake2b(body, digest_size=12).hexdigest() if body else ""
