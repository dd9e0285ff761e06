"""Feeds carry what is one's own in full, and of others an excerpt with the way to it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest

from ssg.model.site import Preview
from tests.support.feeds import check_feed, errors
from tests.support.sites import NOW
from tests.unit.relate.making import article
from tests.unit.render.making import output_of, pieces, texts, xml_of

_FEEDS = ("/feed.xml", "/rss.xml", "/feed.json")
_TEXT = (
    article(
        "2025-12-22-own",
        "title: '\"Own\" & <more>'\nauthors: [Ada]\ntags: [Ukraine]\nupdated: 2025-12-23 10:00\n",
        "See [it](2025-12-21-curated.md) ![p](a.png).\n\n"
        "{% note title='N' %}[up](#x){% endnote %}\n\n## X\n",
    ).replace("title: 2025-12-22-own\n", "")
    + article(
        "2025-12-21-curated",
        "kind: curated\nsource: {name: Slate, url: 'https://slate.com/a', author: Fred}\n",
        "The whole text of it, sentence after sentence. " * 20,
    )
    + "-- posts/a.png --\nx\n"
)


def _json(text: str = _TEXT, config: str = "") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(output_of("/feed.json", text, config))
    return found


@pytest.mark.parametrize("path", _FEEDS)
def test_feed_is_valid(path: str) -> None:
    assert check_feed(output_of(path, _TEXT), path[1:], "https://example.org/", NOW) == []


@pytest.mark.parametrize("path", _FEEDS)
def test_empty_feed_is_valid(path: str) -> None:
    found = check_feed(output_of(path, ""), path[1:], "https://example.org/", NOW)
    assert errors(found) == []


def test_own_piece_is_there_in_full_with_full_addresses() -> None:
    html = _json()["items"][0]["content_html"]
    assert '<a href="https://example.org/2025/12/curated/">it</a>' in html
    assert '<img src="https://example.org/posts/a.png"' in html
    assert '<a href="https://example.org/2025/12/own/#x">up</a>' in html


def test_curated_piece_is_an_excerpt_with_the_way_to_its_original() -> None:
    item = _json()["items"][1]
    assert len(item["content_html"]) < 600
    assert 'href="https://slate.com/a"' in item["content_html"]
    assert item["external_url"] == "https://slate.com/a"
    assert item["authors"] == [{"name": "Fred"}]


def test_the_three_formats_say_the_same() -> None:
    atom, rss, in_json = xml_of("/feed.xml", _TEXT), xml_of("/rss.xml", _TEXT), _json()
    titles = ["“Own” & <more>", "2025-12-21-curated"]
    assert texts(atom, "entry/title") == texts(rss, "channel/item/title") == titles
    assert [item["title"] for item in in_json["items"]] == titles
    addresses = [f"https://example.org/2025/12/{slug}/" for slug in ("own", "curated")]
    assert texts(atom, "entry/id") == texts(rss, "channel/item/guid") == addresses
    assert [item["id"] for item in in_json["items"]] == addresses


def test_change_is_said_and_is_that_of_the_feed() -> None:
    atom = xml_of("/feed.xml", _TEXT)
    changed = ["2025-12-23T10:00:00+00:00", "2025-12-21T00:00:00+00:00"]
    assert texts(atom, "entry/updated") == changed
    assert texts(atom, "updated") == changed[:1]


def test_feed_holds_as_many_as_the_site_says() -> None:
    assert len(_json(pieces(30))["items"]) == 20
    assert len(_json(pieces(30), "feeds: {limit: 3}\n")["items"]) == 3


def test_feed_of_a_term_holds_its_articles_alone() -> None:
    found = json.loads(output_of("/tags/ukraine/feed.json", _TEXT))
    assert found["title"] == "Test: Ukraine"
    assert found["home_page_url"] == "https://example.org/tags/ukraine/"
    assert [item["url"] for item in found["items"]] == ["https://example.org/2025/12/own/"]


@pytest.mark.parametrize("path", _FEEDS)
def test_preview_puts_nothing_into_feeds(path: str) -> None:
    text = (
        article("2025-12-22-hidden", "draft: true\n")
        + article("2999-12-22-hidden")
        + article("2025-12-20-hidden", "expires: 2025-12-21\n")
    )
    preview = Preview(drafts=True, future=True, expired=True)
    assert b"hidden" not in output_of(path, text, preview=preview)


def test_moment_of_the_build_is_not_in_a_feed() -> None:
    later = datetime.fromisoformat("2026-06-01T00:00:00+00:00")
    for path in _FEEDS:
        assert output_of(path, _TEXT) == output_of(path, _TEXT, now=later)
