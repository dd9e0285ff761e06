"""Share cards, icons and what is kept offline, as outputs of builds."""

from __future__ import annotations

import json
import struct

import pytest

from ssg.build.memory import forget
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_SITE = """
-- site.yaml --
title: The Draft
base_url: https://example.org/blog/
description: A small paper.
-- content/posts/2025-12-22-talks.md --
---
title: Talks
section: World
kind: curated
source: {name: Slate, url: "https://slate.com/talks"}
---
They met.
-- content/posts/2025-12-21-cars.md --
---
title: Cars
---
They fell.
-- content/posts/2025-12-20-map.md --
---
title: Map
image: {src: ../static/map.png, alt: A map}
---
See.
-- content/posts/2025-12-19-plan.md --
---
title: Plan
image: {src: ../static/plan.svg, alt: A plan}
---
See.
-- content/about.md --
---
title: About
---
Us.
-- content/static/map.png --
a map
-- content/static/plan.svg --
<svg/>
"""
_TALKS = "content/posts/2025-12-22-talks.md"


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    return make_site(_SITE)


def _size(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _meta(html: str, name: str) -> str:
    marks = [line for line in html.splitlines() if f'"{name}"' in line]
    return marks[0].split('content="')[1].removesuffix('">') if marks else ""


def _made(report: object) -> set[str]:
    return set(getattr(report, "made"))  # noqa: B009 - a report of any kind


def test_every_article_without_a_picture_has_a_card(site: SiteUnderTest) -> None:
    site.build()
    made = site.outputs()
    cards = {path for path in made if path.endswith("card.png")}
    names = ("talks", "cars", "plan")
    assert cards == {"card.png", *(f"2025/12/{name}/card.png" for name in names)}
    assert all(_size(made[card]) == (1200, 630) for card in cards)


def test_pages_name_the_picture_that_stands_for_them(site: SiteUnderTest) -> None:
    site.build()
    talks = site.rendered("/2025/12/talks/")
    url = "https://example.org/blog/2025/12/talks/card.png"
    assert _meta(talks, "og:image") == url
    assert (_meta(talks, "og:image:width"), _meta(talks, "og:image:height")) == ("1200", "630")
    assert _meta(talks, "og:image:alt") == "Talks – The Draft"
    assert _meta(talks, "twitter:card") == "summary_large_image"
    size = '"width":1200,"height":630'
    assert f'"image":[{{"@type":"ImageObject","url":"{url}",{size}}}]' in talks
    assert _meta(site.rendered("/2025/12/plan/"), "og:image").endswith("/plan/card.png")
    assert _meta(site.rendered("/2025/12/map/"), "og:image").endswith("/blog/map.png")
    for path in ("/", "/about/", "/sections/world/"):
        assert _meta(site.rendered(path), "og:image") == "https://example.org/blog/card.png"


def test_cards_can_be_off(site: SiteUnderTest) -> None:
    site.edit("site.yaml", "title:", "share_cards: {enabled: false}\ntitle:")
    site.build()
    assert not [path for path in site.outputs() if path.endswith("card.png")]
    assert _meta(site.rendered("/2025/12/talks/"), "og:image") == ""
    assert _meta(site.rendered("/2025/12/talks/"), "twitter:card") == "summary"


def test_second_build_makes_no_picture(site: SiteUnderTest) -> None:
    site.build()
    assert _made(site.build()) == set()
    site.edit(_TALKS, "They met.", "They met again.")
    assert not [path for path in _made(site.build()) if path.endswith(".png")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Talks", "title: More talks"),
        ("section: World", "section: Press"),
        ("name: Slate", "name: Reuters"),
    ],
)
def test_other_words_make_one_card_anew(site: SiteUnderTest, old: str, new: str) -> None:
    site.build()
    site.edit(_TALKS, old, new)
    pictures = {path for path in _made(site.build()) if path.endswith(".png")}
    assert pictures == {"2025/12/talks/card.png"}
    after = site.outputs()
    forget(site.root)
    site.build()
    assert site.outputs() == after


def test_picture_takes_the_place_of_a_card(site: SiteUnderTest) -> None:
    site.build()
    site.edit(_TALKS, "section:", "image: {src: ../static/map.png, alt: A map}\nsection:")
    site.build()
    assert "2025/12/talks/card.png" not in site.outputs()


def test_what_stands_in_the_place_of_a_card_is_complained_of(site: SiteUnderTest) -> None:
    site.write({"content/static/card.png": "mine"})
    assert "two things would stand at /card.png" in site.complaints()


def test_letters_without_a_font_are_a_warning(site: SiteUnderTest) -> None:
    site.edit(_TALKS, "title: Talks", "title: 佛罗 talks")
    said = site.complaints()
    assert 'warning[share-card/letters]: no font of the share cards has the letters "佛 罗"' in said
    assert f"{_TALKS}:2" in said
    assert "share_cards.fonts" in said


def test_font_of_the_site_has_a_say(site: SiteUnderTest) -> None:
    site.edit("site.yaml", "title:", "share_cards: {fonts: [fonts/more.ttf]}\ntitle:")
    assert 'no font "fonts/more.ttf"' in site.complaints()
    site.write({"fonts/more.ttf": "no font"})
    site.edit(_TALKS, "title: Talks", "title: 佛罗 talks")
    assert "error[fonts/unreadable]" in site.complaints()


def test_icons_are_drawn_of_the_name(site: SiteUnderTest) -> None:
    site.build()
    made = site.outputs()
    for size in (32, 180, 192, 512):
        assert _size(made[f"icons/icon-{size}.png"]) == (size, size)
    said = json.loads(made["manifest.webmanifest"])
    assert (said["start_url"], said["scope"]) == ("/blog/", "/blog/")
    assert (said["name"], said["lang"], said["dir"]) == ("The Draft", "en", "ltr")
    assert {one["src"] for one in said["icons"]} == {
        *("/blog/icons/icon-192.png", "/blog/icons/icon-512.png"),
        "/blog/icons/maskable-512.png",
    }


def test_icon_of_the_site_is_made_smaller(site: SiteUnderTest) -> None:
    from tests.unit.pictures.test_icon import _png

    site.write({"icon.png": _png((10, 20, 30, 255))})
    site.edit("site.yaml", "title:", "icon: icon.png\nshort_title: Draft\ntitle:")
    site.build()
    before = site.outputs()
    assert json.loads(before["manifest.webmanifest"])["short_name"] == "Draft"
    assert 'rel="icon" href="/blog/icons/icon-192.png"' in site.rendered("/")
    site.write({"icon.png": _png((90, 20, 30, 255))})
    pictures = {path for path in _made(site.build()) if path.endswith(".png")}
    assert len(pictures) == 5
    assert all(path.startswith("icons/") for path in pictures)


def test_svg_is_shown_as_it_is(site: SiteUnderTest) -> None:
    site.write({"icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'})
    site.edit("site.yaml", "title:", "icon: icon.svg\ntitle:")
    site.build()
    assert site.outputs()["icons/icon.svg"].startswith(b"<svg")
    assert json.loads(site.outputs()["manifest.webmanifest"])["icons"][0]["sizes"] == "any"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("icon.png", None, "icon/missing"),
        ("icon.png", b"text", "icon/unreadable"),
        ("icon.svg", b"text", "icon/unreadable"),
        ("icon.gif", b"GIF89a", "icon/unknown-format"),
        ("icon.png", (512, 300), "icon/not-square"),
        ("icon.png", (100, 100), "icon/wrong-size"),
        ("icon.png", (30000, 30000), "icon/wrong-size"),
    ],
)
def test_wrong_icon_is_an_error(
    site: SiteUnderTest, name: str, data: bytes | tuple[int, int] | None, code: str
) -> None:
    if isinstance(data, tuple):
        data = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", *data)
    if data is not None:
        site.write({name: data})
    site.edit("site.yaml", "title:", f"icon: {name}\ntitle:")
    said = site.complaints()
    assert f"error[{code}]" in said
    assert "site.yaml:1:" in said


def test_worker_takes_itself_away_where_nothing_is_kept(site: SiteUnderTest) -> None:
    site.build()
    assert "unregister()" in site.rendered("/sw.js")
    assert "offline.js" not in site.rendered("/")


def test_list_of_what_is_kept_changes_with_it(site: SiteUnderTest) -> None:
    site.edit("site.yaml", "title:", "offline: {articles: 2}\ntitle:")
    site.build()
    before, worker = json.loads(site.rendered("/offline.json")), site.rendered("/sw.js")
    articles = {"/blog/2025/12/talks/", "/blog/2025/12/cars/"}
    assert set(before["pages"]) == {"/blog/", "/blog/offline/", *articles}
    assert any(file.startswith("/blog/theme/style.css?v=") for file in before["files"])
    assert not [file for file in before["files"] if file.split("?")[0].endswith(".txt")]
    site.edit("content/posts/2025-12-20-map.md", "See.", "Look.")
    site.build()
    assert site.rendered("/sw.js") == worker
    site.edit(_TALKS, "They met.", "They parted.")
    site.build()
    after = json.loads(site.rendered("/offline.json"))
    changed = {path for path in articles if before["pages"][path] != after["pages"][path]}
    assert changed == {"/blog/2025/12/talks/"}
    assert site.rendered("/sw.js") != worker
    there = site.outputs()
    forget(site.root)
    site.build()
    assert site.outputs() == there


def test_nothing_is_kept_in_the_development_server(site: SiteUnderTest) -> None:
    site.edit("site.yaml", "title:", "offline: {articles: 2}\ntitle:")
    site.build(live=True)
    assert "unregister()" in site.rendered("/sw.js")
