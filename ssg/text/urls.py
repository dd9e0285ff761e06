"""Paths and URLs: joined, split, escaped."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
# What RFC 3986 lets stand in a path; quotes are escaped all the same, for attributes' sake.
_SAFE = "/:@!$&()*+,;=~-._"


def is_external(target: str) -> bool:
    """Tell whether a link leaves the site: it has a scheme or names a host."""
    return bool(_SCHEME.match(target)) or target.startswith("//")


def is_web_url(text: str) -> bool:
    """Tell whether a text is a full http or https address."""
    if not re.fullmatch(r"https?://[^\s/?#]+[^\s]*", text):
        return False
    try:
        parts = urlsplit(text)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False  # a bracket without its other half, a port that is no number


def split_target(target: str) -> tuple[str, str]:
    """Split a link into what it points at and the rest, from its ``?`` or ``#`` on."""
    match = re.search(r"[?#]", target)
    return (target[: match.start()], target[match.start() :]) if match else (target, "")


def decode_path(path: str) -> str:
    """Return a path as the names of files, percent signs decoded."""
    return unquote(path)


def encode_path(path: str) -> str:
    """Return a path of names as it stands in a URL: ASCII only, percent-encoded."""
    return quote(path, safe=_SAFE)


def join(base: str, relative: str) -> str:
    """Return the path that a relative path means, seen from the folder ``base``.

    Both are relative to the same root; the result has no dots, and begins with ``../``
    where it leaves that root.
    """
    return posixpath.normpath(posixpath.join(base, relative))


def relative_to(base: str, path: str) -> str:
    """Return a path as it is written in a file of the folder ``base``."""
    return posixpath.relpath(path, base or ".")


@dataclass(frozen=True, slots=True)
class BaseUrl:
    """Where a site is published: turns its paths into links."""

    url: str
    """With a slash at its end."""

    def link(self, path: str) -> str:
        """Return a root-relative link to a path; one that leaves the site stays as it is."""
        return _link(self.url, path)

    def absolute(self, path: str) -> str:
        """Return the full URL of a path; one that leaves the site stays as it is."""
        return _join(self.url, path)


# The same few links stand on every page. Markup stays Markup, so that it isn't taken for a text.
@lru_cache(maxsize=8192, typed=True)
def _link(url: str, target: str) -> str:
    return _join(urlsplit(url).path, target)


@lru_cache(maxsize=8192, typed=True)
def _join(base: str, target: str) -> str:
    if is_external(target) or not target.startswith("/"):
        return target
    path, rest = split_target(target)
    return base.rstrip("/") + encode_path(path) + rest


def hostname(url: str) -> str:
    """Return the host of a URL in lower case; empty where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def host_of(url: str) -> str:
    """Return the host of a URL as people say it, without ``www.``."""
    return hostname(url).removeprefix("www.")
