"""An editor reads the inbox: pulls, looks, clips, skips."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.broken.terminal import run_here
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest
from tests.unit.curate.feed_server import FeedServer, item, rss, serving_feeds

_TALKS = "The envoys of Ukraine and Russia met in Florida to talk of a ceasefire. " * 3
_SITE = f"""
-- content/posts/2025-12-22-talks.md --
---
title: Talks in Florida
thread: ukraine-talks
---
{_TALKS}
-- content/posts/2025-12-21-envoys.md --
---
title: Envoys
---
{_TALKS}
-- content/posts/2025-12-20-cars.md --
---
title: Cars
kind: curated
source: {{name: Slate, url: "https://slate.com/known/"}}
---
Exports of cars fell as tariffs rose.
-- content/posts/2025-12-19-steel.md --
---
title: Steel
---
Exports of steel fell as tariffs rose.
"""

_PAGE = b"""<!doctype html><html lang="en"><head><title>Envoys meet again</title>
<meta property="og:site_name" content="Slate"><meta property="og:title" content="Envoys meet again">
<meta property="article:published_time" content="2025-12-22T10:00:00Z"></head>
<body><article><h1>Envoys meet again</h1>
<p>The envoys met in Geneva on Monday, for the third time in a month, and spoke until midnight.</p>
<p>Nobody said what had been agreed, and each side left by a door of its own.</p>
</article></body></html>"""


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with serving_feeds({}) as one:
        one.feeds["/slate"] = rss(
            [
                item("Envoys meet in Florida", one.url("/page"), "Russia and Ukraine talk."),
                item(
                    "A chess champion",
                    "https://slate.com/chess",
                    "",
                    "Mon, 01 Dec 2025 00:00:00 GMT",
                ),
                item("Known", "http://www.slate.com/known?utm_source=rss"),
                item("&lt;script&gt;alert(1)&lt;/script&gt;", "javascript:alert(1)"),
            ]
        )
        one.feeds["/page"] = _PAGE
        one.headers["/page"] = {"Content-Type": "text/html; charset=utf-8"}
        yield one


@pytest.fixture
def site(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, server: FeedServer) -> SiteUnderTest:
    site = make_site(_SITE)
    feeds = f"# Daily\n- url: {server.url('/slate')}\n  section: World\n  tags: [envoys]\n"
    site.write({"content/_inbox.yaml": feeds})
    monkeypatch.chdir(site.root)
    return site


def _pull() -> tuple[str, int]:
    return run_here("inbox", "pull", "--allow-private")


def _listed(*options: str) -> list[dict[str, Any]]:
    text, code = run_here("inbox", "--format", "json", *options)
    assert code == 0, text
    found: list[dict[str, Any]] = json.loads(text)
    return found


def _numbers() -> dict[str, int]:
    return {one["title"]: one["number"] for one in _listed()}


@pytest.mark.usefixtures("site")
def test_the_inbox_shows_what_is_new_and_what_the_blog_has_covered(server: FeedServer) -> None:
    assert run_here("inbox") == ('nothing waits; "ssg inbox pull" asks the feeds what is new\n', 0)
    assert _pull() == ("1 feed: 3 new, 0 unchanged, 0 failed\n", 0)
    text, code = run_here("inbox")
    assert code == 0
    head, first, second = text.splitlines()
    assert head.split() == ["no", "age", "outlet", "title", "same", "nearest", "thread"]
    assert first.split()[0] == "3"
    assert "Slate   Envoys meet in Florida" in first
    assert first.endswith("Talks in Florida  ukraine-talks")
    assert second.rstrip().endswith("A chess champion")
    near, far = _listed()
    assert near["nearest"]["source"] == "posts/2025-12-22-talks.md"
    assert 0 < near["nearest"]["same"] <= 1
    assert (near["section"], near["tags"], near["url"]) == (
        "World",
        ["envoys"],
        server.url("/page"),
    )
    assert far["nearest"] is None


@pytest.mark.usefixtures("site")
def test_a_second_pull_asks_whether_something_changed(server: FeedServer) -> None:
    _pull()
    before = _numbers()
    assert _pull() == ("1 feed: 0 new, 1 unchanged, 0 failed\n", 0)
    assert server.statuses() == [200, 304]
    assert _numbers() == before


@pytest.mark.usefixtures("site")
def test_what_is_skipped_does_not_come_again_and_numbers_stay(server: FeedServer) -> None:
    _pull()
    numbers = _numbers()
    assert run_here("inbox", "skip", str(numbers["A chess champion"])) == ("1 piece skipped\n", 0)
    server.feeds["/slate"] = server.feeds["/slate"].replace(
        b"<item>", item("News", "https://slate.com/new").encode() + b"<item>", 1
    )
    _pull()
    assert _numbers() == {
        "Envoys meet in Florida": numbers["Envoys meet in Florida"],
        "News": max(numbers.values()) + 1,
    }


@pytest.mark.usefixtures("site")
def test_numbers_are_named_singly_or_from_one_to_another() -> None:
    _pull()
    text, code = run_here("inbox", "skip", "99")
    assert (code, text.splitlines()[0]) == (
        1,
        "error[inbox/no-entry]: number 99 is not in the inbox",
    )
    assert run_here("inbox", "skip", "one")[1] == 2
    assert run_here("inbox", "skip", "1-99")[0].endswith("pieces skipped\n")
    assert _listed() == []
    assert "number 2 is skipped already" in run_here("inbox", "skip", "2")[0]


def test_an_entry_is_clipped_as_a_page_is(site: SiteUnderTest, server: FeedServer) -> None:
    _pull()
    number = str(_numbers()["Envoys meet in Florida"])
    text, code = run_here("inbox", "clip", number, "--yes", "--allow-private")
    assert code == 0, text
    (path,) = (site.root / "content" / "posts").glob("*-envoys-meet-again.md")
    draft = path.read_text("utf-8")
    assert "draft: true" in draft
    assert server.url("/page") in draft
    assert "section: World" in draft
    assert "envoys" in draft
    assert [one["title"] for one in _listed()] == ["A chess champion"]
    text, code = run_here("inbox", "clip", number, "--yes", "--allow-private")
    assert (code, f"number {number} is clipped already" in text) == (1, True)


@pytest.mark.usefixtures("site")
def test_a_page_that_fails_stays_and_stops_no_other(server: FeedServer) -> None:
    server.feeds["/slate"] = rss(
        [item("Gone", server.url("/gone")), item("There", server.url("/page"))]
    )
    _pull()
    text, code = run_here("inbox", "clip", "1-9", "--yes", "--allow-private")
    assert code == 1
    assert "content/posts/" in text
    assert "404" in text
    assert list(_numbers()) == ["Gone"]


def test_nobody_can_be_asked_where_there_is_no_terminal(site: SiteUnderTest) -> None:
    text, code = run_here("inbox", "clip", "1")
    assert (code, "add --yes" in text) == (2, True)
    assert site.root.is_dir()


@pytest.mark.usefixtures("site")
def test_what_appeared_before_is_left_out() -> None:
    _pull()
    assert [one["title"] for one in _listed("--since", "2025-12-20")] == ["Envoys meet in Florida"]
    assert _listed("--since", "1d") == []
    text, code = run_here("inbox", "--since", "soon")
    assert (code, '--since: "soon": write 7d' in text) == (2, True)


@pytest.mark.usefixtures("site")
def test_options_stand_after_what_they_belong_to() -> None:
    text, code = run_here("inbox", "--format", "json", "pull")
    assert (code, 'write options of "pull" after it' in text) == (2, True)


def test_feeds_that_fail_are_named_at_the_end(site: SiteUnderTest, server: FeedServer) -> None:
    site.write({"content/_inbox.yaml": f"- {server.url('/none')}\n- {server.url('/slate')}\n"})
    text, code = _pull()
    assert code == 0
    assert text == (
        f"warning[inbox/feed-failed]: {server.url('/none')}: the server answers 404\n"
        "  content/_inbox.yaml:1:3\n"
        f"  1 | - {server.url('/none')}\n"
        f"    |   {'^' * len(server.url('/none'))}\n"
        "  hint: take the feed out if this lasts\n\n"
        "1 warning\n"
        "2 feeds: 3 new, 0 unchanged, 1 failed\n"
    )
    report = json.loads(run_here("inbox", "pull", "--allow-private", "--format", "json")[0])
    assert [(one["status"], one["new"]) for one in report["feeds"]] == [
        ("failed", 0),
        ("unchanged", 0),
    ]
    assert [one["code"] for one in report["diagnostics"]] == ["inbox/feed-failed"]


@pytest.mark.usefixtures("site")
def test_addresses_of_ones_own_network_are_not_asked() -> None:
    text, code = run_here("inbox", "pull")
    assert code == 1
    assert "127.0.0.1 is not an address of the public internet" in text


def test_outlets_and_lists_are_followed_too(site: SiteUnderTest, server: FeedServer) -> None:
    for name in ("npr", "ap"):
        server.feeds[f"/{name}"] = rss([item(name, f"https://{name}.org/a")], title=name)
    outlet = f"---\ntitle: NPR\nfeed: {server.url('/npr')}\n---\n"
    opml = f'<opml><body><outline text="AP" xmlUrl="{server.url("/ap")}"/></body></opml>'
    site.write({"content/sources/npr.md": outlet, "content/_inbox.opml": opml})
    assert _pull()[0] == "3 feeds: 5 new, 0 unchanged, 0 failed\n"
    assert {one["outlet"] for one in _listed()} == {"NPR", "AP", "Slate"}
    site.remove("content/_inbox.opml")
    assert {one["outlet"] for one in _listed()} == {"NPR", "Slate"}


def test_a_broken_article_does_not_keep_the_inbox_shut(site: SiteUnderTest) -> None:
    site.write({"content/posts/2025-12-23-new.md": "---\ntitel: x\n---\n"})
    assert _pull()[1] == 0
    assert len(_listed()) == 2


def test_lists_come_from_feed_readers_and_go_there(site: SiteUnderTest, tmp_path: Path) -> None:
    before = (site.root / "content" / "_inbox.yaml").read_text("utf-8")
    mine = tmp_path / "mine.opml"
    mine.write_text(
        '<opml><body><outline text="A: &quot;B&quot;" xmlUrl="https://a.example/feed"/>'
        '<outline text="N" xmlUrl="https://n.example/" category="/World,one"/></body></opml>'
    )
    said = "added 2 feeds to content/_inbox.yaml; 0 followed already\n"
    assert run_here("inbox", "opml", "import", str(mine)) == (said, 0)
    assert (site.root / "content" / "_inbox.yaml").read_text("utf-8") == before + (
        "- url: https://a.example/feed\n"
        "  outlet: 'A: \"B\"'\n"
        "- url: https://n.example/\n"
        "  outlet: N\n"
        "  section: World\n"
        "  tags:\n"
        "  - one\n"
    )
    said = "added 0 feeds to content/_inbox.yaml; 2 followed already\n"
    assert run_here("inbox", "opml", "import", str(mine)) == (said, 0)
    exported, code = run_here("inbox", "opml", "export")
    assert code == 0
    assert exported.count("<outline") == 3
    assert run_here("inbox", "opml", "export", "all.opml") == ("wrote 3 feeds to all.opml\n", 0)
    assert Path("all.opml").read_text("utf-8") == exported
    assert run_here("inbox", "opml", "export", "site.yaml")[1] == 1


@pytest.mark.parametrize("text", ["[https://e.org/feed]\n", "  - https://e.org/feed\n"])
def test_a_list_in_another_form_stays_as_it_is(
    site: SiteUnderTest, tmp_path: Path, text: str
) -> None:
    site.write({"content/_inbox.yaml": text})
    mine = tmp_path / "mine.opml"
    mine.write_text('<opml><body><outline xmlUrl="https://a.example/feed"/></body></opml>')
    said, code = run_here("inbox", "opml", "import", str(mine))
    assert (code, said.splitlines()[0]) == (
        1,
        "error[inbox/cannot-add]: nothing can be added at the end of this list",
    )
    assert (site.root / "content" / "_inbox.yaml").read_text("utf-8") == text


def test_a_file_that_is_no_list_is_refused(site: SiteUnderTest, tmp_path: Path) -> None:
    mine = tmp_path / "mine.opml"
    mine.write_text('<!DOCTYPE x [<!ENTITY a "b">]><opml>&a;</opml>')
    text, code = run_here("inbox", "opml", "import", str(mine))
    assert code == 1
    assert "this is no list of feeds: it declares entities" in text
    assert site.root.is_dir()
