"""What a web archive answers, which is hostile until it is understood."""

from __future__ import annotations

import json
from datetime import date
from urllib.parse import quote, urljoin, urlsplit

from ssg.text.outbound import link_url


class ArchiveError(Exception):
    """A web archive answers something else than what it was asked; the message says what."""


def lookup_url(service: str, url: str, near: date | None) -> str:
    """Return the address that asks for the copy of a page nearest to a day."""
    moment = f"&timestamp={near:%Y%m%d}" if near else ""
    return f"{service}?url={quote(url, safe='')}{moment}"


def save_url(service: str, url: str) -> str:
    """Return the address that asks for a new copy of a page."""
    return f"{service.rstrip('/')}/{url}"


def closest_snapshot(body: bytes, service: str) -> str:
    """Return the address of the copy that a lookup found; nothing where it found none.

    Raises:
        ArchiveError: this is no answer to a lookup.

    """
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        raise ArchiveError("not an answer to a lookup") from None
    if not isinstance(answer, dict) or not isinstance(answer.get("archived_snapshots"), dict):
        raise ArchiveError("not an answer to a lookup")
    closest = answer["archived_snapshots"].get("closest")
    if not isinstance(closest, dict) or closest.get("available") is not True:
        return ""
    if not str(closest.get("status", "200")).startswith(("2", "3")):
        return ""
    return _snapshot(str(closest.get("url", "")), service)


def saved_snapshot(url: str, location: str, service: str) -> str:
    """Return the address of the copy that was made; nothing where there is none.

    Args:
        url: where the answer was found.
        location: what the server says of where the copy lies.
        service: the address of the service.

    """
    found = urljoin(url, location) if location else url
    return _snapshot(found, service) if "/web/" in urlsplit(found).path else ""


def _snapshot(text: str, service: str) -> str:
    url = link_url(text)
    # The Wayback Machine speaks of itself without TLS.
    if url.startswith("http://") and service.startswith("https://"):
        url = f"https://{url.removeprefix('http://')}"
    return url
