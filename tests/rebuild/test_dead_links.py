"""Links that the ledger knows to be dead: how they are shown, and which pages that remakes."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest

_SITE = """\
-- content/posts/2025-12-22-talks.md --
---
title: Talks
section: World
---
See [the report](https://report.example/a#part) and [more](https://report.example/b).
-- content/posts/2025-12-15-plan.md --
---
title: Plan
section: World
standfirst: A plan, [they say](https://say.example/).
---
A plan. {% quote source="Slate" url="https://quoted.example/" %}It goes.{% endquote %}
-- content/posts/2025-11-20-cars.md --
---
title: Cars
kind: curated
source: {name: Reuters, url: "https://reuters.example/cars", note: "See [it](https://note.example/)."}
---
Exports fell by much.
-- content/posts/2025-10-05-flood.md --
---
title: Flood
---
Water rose at [night](/about/).
-- content/about.md --
---
title: About
---
We, [elsewhere](https://about.example/).
-- content/sections/world.md --
---
title: World
standfirst: All of [it](https://world.example/).
---
"""

_FEEDS = {"feed.xml", "rss.xml", "feed.json"}


def _feeds(*folders: str) -> set[str]:
    return {f"{folder}{one}" for folder in ("", *folders) for one in _FEEDS}


def _ledger(*urls: str, dead: str = "2026-01-10") -> str:
    return "".join(
        f"{url}:\n  state: gone\n  dead: {dead}\n  archive: https://web.example/1/{url}\n"
        for url in urls
    )


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    site = make_site(_SITE)
    site.build()
    return site


def _made(site: SiteUnderTest, ledger: str) -> set[str]:
    """Return what is made anew once a ledger is there; it must be what a clean build makes."""
    site.write({"content/_links.yaml": ledger})
    made = {one.removesuffix("index.html") for one in site.build().made}
    outputs = site.outputs()
    site.build(clean=True)
    assert site.outputs() == outputs
    return made


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param(
            "https://report.example/a",
            {"2025/12/talks/", *_feeds("sections/world/")},
            id="text",
        ),
        pytest.param(
            "https://quoted.example/",
            {"2025/12/plan/", *_feeds("sections/world/")},
            id="shortcode",
        ),
        pytest.param(
            "https://reuters.example/cars",
            {"2025/11/cars/", *_feeds("sources/reuters/")},
            id="original",
        ),
        pytest.param("https://about.example/", {"about/"}, id="page"),
        pytest.param("https://nobody.example/", set(), id="nowhere"),
    ],
)
def test_pages_that_hold_the_link_are_made_again(
    url: str, expected: set[str], site: SiteUnderTest
) -> None:
    assert _made(site, _ledger(url)) == expected


def test_lists_are_made_again_that_show_the_link(site: SiteUnderTest) -> None:
    made = _made(site, _ledger("https://say.example/"))
    assert {"", "2025/12/", "sections/world/", "2025/12/plan/"} <= made
    assert not made & {"about/", "2025/10/flood/", "2025/10/", "sources/reuters/"}


def test_a_link_that_is_not_dead_or_has_no_copy_changes_nothing(site: SiteUnderTest) -> None:
    ailing = "https://report.example/a:\n  state: gone\n  archive: https://web.example/1\n"
    lost = "https://report.example/b:\n  state: gone\n  dead: 2026-01-10\n"
    assert _made(site, ailing + lost) == set()


def test_another_day_of_the_same_death_changes_nothing(site: SiteUnderTest) -> None:
    _made(site, _ledger("https://report.example/a"))
    assert _made(site, _ledger("https://report.example/a", dead="2026-01-11")) == set()


def test_a_link_that_comes_back_is_shown_as_before(site: SiteUnderTest) -> None:
    before = site.outputs()
    assert _made(site, _ledger("https://report.example/a"))
    assert site.outputs() != before
    assert _made(site, "") == {"2025/12/talks/", *_feeds("sections/world/")}
    assert site.outputs() == before


def _shown(site: SiteUnderTest, rule: str) -> dict[str, str]:
    site.edit("site.yaml", "title: Test\n", f"title: Test\nlinks: {{dead: {rule}}}\n")
    dead = ("https://report.example/a", "https://reuters.example/cars", "https://quoted.example/")
    site.write({"content/_links.yaml": _ledger(*dead)})
    site.build()
    paths = ("/2025/12/talks/", "/2025/11/cars/", "/2025/12/plan/", "/sources/reuters/rss.xml")
    return {path: site.rendered(path) for path in paths}


def test_a_copy_stands_beside_by_default(site: SiteUnderTest) -> None:
    shown = _shown(site, "archive-beside")
    talks = shown["/2025/12/talks/"]
    assert (
        '<a href="https://report.example/a#part">the report</a> <a class="archived" '
        'href="https://web.example/1/https://report.example/a" '
        'title="A copy in a web archive, since the page itself is gone">archived copy</a> and'
    ) in talks
    assert talks.count("archived copy") == 1
    cars = shown["/2025/11/cars/"]
    assert 'href="https://reuters.example/cars">Read the original</a>' in cars
    assert 'href="https://web.example/1/https://reuters.example/cars"' in cars
    assert shown["/2025/12/plan/"].count("https://web.example/1/https://quoted.example/") == 1
    assert "https://web.example/1/https://reuters.example/cars" in shown["/sources/reuters/rss.xml"]


def test_a_copy_stands_in_its_place_if_wanted(site: SiteUnderTest) -> None:
    shown = _shown(site, "archive-instead")
    copy = "https://web.example/1/https://report.example/a"
    assert f'<a href="{copy}" title=' in shown["/2025/12/talks/"]
    assert 'href="https://report.example/a' not in shown["/2025/12/talks/"]
    original = 'href="https://web.example/1/https://reuters.example/cars">Read the original</a>'
    assert original in shown["/2025/11/cars/"]
    assert "archived copy" not in "".join(shown.values())


def test_links_are_left_alone_if_wanted(site: SiteUnderTest) -> None:
    assert "web.example" not in "".join(_shown(site, "leave").values())


def test_a_broken_ledger_is_an_error_with_its_place(site: SiteUnderTest) -> None:
    site.write({"content/_links.yaml": "https://a.example/:\n  state: ok\n  cod: 1\n"})
    assert site.complaints().startswith(
        'error[ledger/unknown-key]: https://a.example/: unknown key "cod"\n'
        "  content/_links.yaml:3:3\n"
    )


def test_a_build_never_asks_the_network(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: Any, **_named: Any) -> None:
        raise AssertionError("a build asks the network")

    site = make_site(_SITE)
    site.write({"content/_links.yaml": _ledger("https://report.example/a")})
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert site.build().articles == 4
