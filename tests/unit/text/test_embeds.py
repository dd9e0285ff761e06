"""Addresses of videos, posts and maps become those of frames; whatever else is refused."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from ssg.text.embeds import NoWebAddressError, UnknownEmbedError, embed_of

_YOUTUBE = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0"
_VIMEO = "https://player.vimeo.com/video/76979871"
_TUBE = "https://tube.example/videos/embed"
_UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d"
_SHORT = "kkGMgK9ZtnKfYAgnEtQxbv"
_BLUESKY = "https://embed.bsky.app/embed"


@pytest.mark.parametrize(
    ("url", "frame"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", _YOUTUBE),
        ("https://youtube.com/watch?v=dQw4w9WgXcQ&list=PL1&index=2", _YOUTUBE),
        ("https://m.youtube.com/watch?v=dQw4w9WgXcQ", _YOUTUBE),
        ("http://youtu.be/dQw4w9WgXcQ?si=abc", _YOUTUBE),
        ("https://youtu.be/dQw4w9WgXcQ?t=90", f"{_YOUTUBE}&start=90"),
        ("https://youtu.be/dQw4w9WgXcQ?t=1h2m3s", f"{_YOUTUBE}&start=3723"),
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=2m", f"{_YOUTUBE}&start=120"),
        ("https://www.youtube.com/embed/dQw4w9WgXcQ?start=7", f"{_YOUTUBE}&start=7"),
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=soon", _YOUTUBE),
        ("https://www.youtube.com/shorts/dQw4w9WgXcQ", _YOUTUBE),
        ("https://www.youtube.com/live/dQw4w9WgXcQ/", _YOUTUBE),
        ("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", _YOUTUBE),
        ("https://vimeo.com/76979871", f"{_VIMEO}?dnt=1"),
        ("https://vimeo.com/76979871/ab12cd34ef", f"{_VIMEO}?h=ab12cd34ef&dnt=1"),
        ("https://vimeo.com/76979871?h=ab12cd34ef", f"{_VIMEO}?h=ab12cd34ef&dnt=1"),
        ('https://vimeo.com/76979871?h="><script>', f"{_VIMEO}?dnt=1"),
        ("https://vimeo.com/channels/staffpicks/76979871#t=1m30s", f"{_VIMEO}?dnt=1#t=90s"),
        ("https://player.vimeo.com/video/76979871?h=ab12", f"{_VIMEO}?h=ab12&dnt=1"),
        (f"https://tube.example/w/{_SHORT}", f"{_TUBE}/{_SHORT}?p2p=0"),
        (f"https://tube.example/videos/watch/{_UUID}", f"{_TUBE}/{_UUID}?p2p=0"),
        (f"https://tube.example/w/{_SHORT}?start=1m5s", f"{_TUBE}/{_SHORT}?p2p=0&start=65s"),
        (
            "https://mastodon.example/@a.delegate/109405123456789012",
            "https://mastodon.example/@a.delegate/109405123456789012/embed",
        ),
        (
            "https://social.example:8443/users/press/statuses/109405123456789012",
            "https://social.example:8443/@press/109405123456789012/embed",
        ),
        (
            "https://bsky.app/profile/press.example/post/3kj2umze7zj2n",
            f"{_BLUESKY}/press.example/app.bsky.feed.post/3kj2umze7zj2n",
        ),
        (
            "https://bsky.app/profile/did:plc:ragtjsm2j2vknwkz3zp4oxrd/post/3kj2umze7zj2n",
            f"{_BLUESKY}/did:plc:ragtjsm2j2vknwkz3zp4oxrd/app.bsky.feed.post/3kj2umze7zj2n",
        ),
    ],
)
def test_address_becomes_that_of_its_frame(url: str, frame: str) -> None:
    assert embed_of(url).frame == frame


def _map(url: str) -> dict[str, str]:
    frame = embed_of(url).frame
    assert frame.startswith("https://www.openstreetmap.org/export/embed.html?")
    return {name: value for name, [value] in parse_qs(urlsplit(frame).query).items()}


def test_map_shows_what_its_address_shows() -> None:
    asked = _map("https://www.openstreetmap.org/#map=12/50.4501/30.5234")
    west, south, east, north = map(float, asked["bbox"].split(","))
    assert (west + east) / 2 == pytest.approx(30.5234, abs=1e-4)
    assert (south + north) / 2 == pytest.approx(50.4501, abs=1e-2)
    # 600 pixels of 256 * 2**12 around the earth.
    assert east - west == pytest.approx(360 * 600 / (256 * 4096), abs=1e-4)
    assert asked["layer"] == "mapnik"
    assert "marker" not in asked


def test_map_has_the_pin_and_the_zoom_of_its_address() -> None:
    far = _map("https://www.openstreetmap.org/?mlat=50.45&mlon=30.52#map=6/50.45/30.52")
    near = _map("https://osm.org/?mlat=50.45&mlon=30.52")
    assert far["marker"] == near["marker"] == "50.45,30.52"
    assert far["bbox"] != near["bbox"]


def test_map_that_was_exported_stays_as_it_is() -> None:
    asked = _map(
        "https://www.openstreetmap.org/export/embed.html"
        "?bbox=30.2%2C50.3%2C30.8%2C50.6&layer=cyclosm&marker=50.45%2C30.52"
    )
    assert asked == {"bbox": "30.2,50.3,30.8,50.6", "layer": "cyclosm", "marker": "50.45,30.52"}


def test_map_at_a_pole_or_the_edge_of_the_world_has_edges() -> None:
    for place in ("0/90/180", "99/-90/-180"):
        edges = map(float, _map(f"https://osm.org/#map={place}")["bbox"].split(","))
        assert all(-180 <= edge <= 180 for edge in edges)


@pytest.mark.parametrize(
    "url",
    [
        *("https://x.com/press/status/1", "https://www.instagram.com/p/abc/"),
        *("https://truthsocial.com/@press/109405123456789012", "https://t.me/press/12"),
    ],
)
def test_post_without_a_frame_is_a_link(url: str) -> None:
    found = embed_of(url)
    assert (found.kind, found.frame) == ("link", "")


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://youtu.be/dQw4w9WgXcQ", "video"),
        (f"https://tube.example/w/{_SHORT}", "video"),
        ("https://bsky.app/profile/press.example/post/3kj2umze7zj2n", "post"),
        ("https://osm.org/#map=5/1/2", "map"),
    ],
)
def test_kind_is_known(url: str, kind: str) -> None:
    assert embed_of(url).kind == kind


def test_frames_are_told_nothing_of_the_page_but_where_nothing_is_shown_otherwise() -> None:
    assert embed_of("https://vimeo.com/1").referrer == "no-referrer"
    assert embed_of("https://osm.org/#map=5/1/2").referrer == "no-referrer"
    assert embed_of("https://youtu.be/dQw4w9WgXcQ").referrer == "strict-origin"


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("javascript:alert(1)", "is not a web address"),
        ("JavaScript:alert(1)//https://youtu.be/dQw4w9WgXcQ", "is not a web address"),
        ("data:text/html,<script>alert(1)</script>", "is not a web address"),
        ("//youtu.be/dQw4w9WgXcQ", "is not a web address"),
        ("dQw4w9WgXcQ", "is not a web address"),
        ("", "is not a web address"),
        ("https://[::1/dQw4w9WgXcQ", "is not a web address"),
        ("https://youtu.be/dQw4w9WgXcQ\nx", "is not a web address"),
        ("https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ", "names a user"),
        ("https://a:b@youtu.be/dQw4w9WgXcQ", "names a user"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(url: str, said: str) -> None:
    with pytest.raises(NoWebAddressError, match=said):
        embed_of(url)


@pytest.mark.parametrize(
    "url",
    [
        *("https://example.org/film", "https://youtube.com/@channel", "https://youtu.be/short"),
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ%22onload=",
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        *("https://vimeo.com/about", "https://www.openstreetmap.org/node/1", "https://osm.org/"),
        "https://osm.org/?mlat=1&mlon=2;alert(1)",
        "https://mastodon.example/@press@other.example/109405123456789012",
        f"https://127.1%2f/w/{_SHORT}",
        "https://www.google.com/maps/place/Kyiv",
    ],
)
def test_what_is_not_known_is_refused(url: str) -> None:
    with pytest.raises(UnknownEmbedError, match="nothing is known"):
        embed_of(url)
