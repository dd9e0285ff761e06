"""Addresses of videos, posts and maps elsewhere become those of the frames that show them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qs, urlsplit

from ssg.text.maps import map_frame
from ssg.text.urls import is_web_url

Kind = Literal["video", "post", "map", "link"]
"""What is shown; a `link` has no frame that readers could be spared."""

_ID = r"[\w-]{11}"
_UUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_SHORT = r"[1-9A-HJ-NP-Za-km-z]{22}"
_ACTOR = r"did:[a-z]+:[A-Za-z0-9._:%-]+|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_SECONDS = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?")

# What they offer as a frame is a script, or asks for consent before it shows anything.
_WITHOUT_FRAME = frozenset(
    {
        *("x.com", "twitter.com", "threads.net", "threads.com", "facebook.com", "instagram.com"),
        *("tiktok.com", "linkedin.com", "reddit.com", "t.me", "truthsocial.com", "vk.com"),
    }
)

KNOWN = "YouTube, Vimeo, PeerTube, Mastodon, Bluesky, OpenStreetMap"
"""Whose frames are known, for messages."""


@dataclass(frozen=True, slots=True)
class Embed:
    """What is known of an address elsewhere."""

    kind: Kind
    """What it shows."""
    frame: str
    """The address of its frame; empty for a link."""
    referrer: str = "no-referrer"
    """What the frame's host is told of the page."""


class NoWebAddressError(ValueError):
    """The address is none that may be shown; the message says why."""


class UnknownEmbedError(ValueError):
    """Nothing is known of how to show the address."""


@dataclass(frozen=True, slots=True)
class _Address:
    host: str
    """Without ``www.`` and ``m.``."""
    server: str
    """As it stands there, with its port."""
    path: str
    """Without slashes at its end."""
    query: Mapping[str, str]
    fragment: str


def embed_of(url: str) -> Embed:
    """Return what is known of an address elsewhere.

    Raises:
        NoWebAddressError: it is no address of the web, or names a user.
        UnknownEmbedError: nothing is known of how to show it.

    """
    address = _address(url)
    if address.host in _WITHOUT_FRAME:
        return Embed("link", "")
    for kind, referrer, frame_of in _PROVIDERS:
        if frame := frame_of(address):
            return Embed(kind, frame, referrer)
    raise UnknownEmbedError(f'nothing is known of how to show "{url}"')


def _address(url: str) -> _Address:
    if not url.isprintable() or not is_web_url(url):
        raise NoWebAddressError(f'"{url}" is not a web address')
    parts = urlsplit(url)
    if "@" in parts.netloc:
        raise NoWebAddressError(f'"{url}" names a user before its host')
    host = re.sub(r"^(?:www|m|music)\.", "", parts.hostname or "")
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    server = parts.netloc.lower()
    return _Address(host, server, parts.path.rstrip("/"), query, parts.fragment)


def _youtube(address: _Address) -> str:
    path, query = address.path, address.query
    if address.host == "youtu.be":
        found = re.fullmatch(rf"/({_ID})", path)
    elif address.host in ("youtube.com", "youtube-nocookie.com"):
        shown = f"/v/{query.get('v', '')}" if path == "/watch" else path
        found = re.fullmatch(rf"/(?:v|shorts|live|embed)/({_ID})", shown)
    else:
        return ""
    if not found:
        return ""
    start = _seconds(query.get("t") or query.get("start", ""))
    # No videos of other channels at the end.
    options = f"?rel=0&start={start}" if start else "?rel=0"
    return f"https://www.youtube-nocookie.com/embed/{found[1]}{options}"


def _vimeo(address: _Address) -> str:
    if address.host == "player.vimeo.com":
        found = re.fullmatch(r"/video/(\d+)()", address.path)
    elif address.host == "vimeo.com":
        inside = r"(?:channels/[\w-]+/|groups/[\w-]+/videos/)?"
        found = re.fullmatch(rf"/{inside}(\d+)(?:/([0-9a-f]+))?", address.path)
    else:
        return ""
    if not found:
        return ""
    key = found[2] or address.query.get("h", "")
    # dnt: neither cookies nor counting.
    options = f"?h={key}&dnt=1" if re.fullmatch(r"[0-9a-f]+", key) else "?dnt=1"
    start = _seconds(address.fragment.removeprefix("t="))
    return f"https://player.vimeo.com/video/{found[1]}{options}" + (f"#t={start}s" if start else "")


def _peertube(address: _Address) -> str:
    found = re.fullmatch(rf"/(?:w|videos/watch|videos/embed)/({_UUID}|{_SHORT})", address.path)
    if not found or not _is_server(address.server):
        return ""
    start = _seconds(address.query.get("start", ""))
    # p2p: other viewers would see the reader's address.
    options = f"?p2p=0&start={start}s" if start else "?p2p=0"
    return f"https://{address.server}/videos/embed/{found[1]}{options}"


def _mastodon(address: _Address) -> str:
    found = re.fullmatch(
        r"/(?:@(\w[\w.-]*)|users/(\w[\w.-]*)/statuses)/(\d{6,20})(?:/embed)?", address.path
    )
    if not found or not _is_server(address.server):
        return ""
    return f"https://{address.server}/@{found[1] or found[2]}/{found[3]}/embed"


def _bluesky(address: _Address) -> str:
    found = re.fullmatch(rf"/profile/({_ACTOR})/post/([a-z0-9]+)", address.path)
    if not found or address.host != "bsky.app":
        return ""
    return f"https://embed.bsky.app/embed/{found[1]}/app.bsky.feed.post/{found[2]}"


def _openstreetmap(address: _Address) -> str:
    if address.host not in ("openstreetmap.org", "osm.org"):
        return ""
    return map_frame(address.query, address.fragment)


# YouTube answers "error 153" where it isn't told the host of the page; it gets no more than that.
_PROVIDERS: tuple[tuple[Kind, str, Callable[[_Address], str]], ...] = (
    ("video", "strict-origin", _youtube),
    ("video", "no-referrer", _vimeo),
    ("map", "no-referrer", _openstreetmap),
    ("post", "no-referrer", _bluesky),
    # These stand on any host and are known by their paths.
    ("video", "no-referrer", _peertube),
    ("post", "no-referrer", _mastodon),
)


def _is_server(server: str) -> bool:
    return bool(re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?", server))


def _seconds(text: str) -> int:
    """Return a moment of a video, as ``90``, ``90s`` or ``1h2m3s``, in seconds; 0 for no such."""
    found = _SECONDS.fullmatch(text)
    if not found:
        return 0
    hours, minutes, seconds = (int(one or 0) for one in found.groups())
    return hours * 3600 + minutes * 60 + seconds
