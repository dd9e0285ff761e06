"""Feeds are read whatever their form, and nothing of a hostile one is alive."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from ssg.extract.feeds import MOST_ENTRIES, FeedEntry, NotAFeedError, ParsedFeed, parse_feed
from tests.unit.curate.feed_server import item, rss

_URL = "https://slate.com/feeds/all.rss"


def _parsed(data: bytes, kind: str = "") -> ParsedFeed:
    return parse_feed(data, _URL, kind)


def _entries(*items: str) -> tuple[FeedEntry, ...]:
    return _parsed(rss(items)).entries


def test_rss_says_what_is_new() -> None:
    found = _parsed(
        rss([item("Talks &amp; envoys", "/a", "&lt;p&gt;They &lt;b&gt;met&lt;/b&gt;.")])
    )
    assert found.title == "Slate"
    date = datetime(2025, 12, 22, 10, tzinfo=UTC)
    assert found.entries == (
        FeedEntry("https://slate.com/a", "Talks & envoys", "They met.", "", date),
    )


def test_atom_says_what_is_new() -> None:
    found = _parsed(
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>NPR</title><entry>'
        b'<title type="html">One &lt;i&gt;two&lt;/i&gt;</title><author><name>A. Writer</name>'
        b'</author><link href="https://npr.org/1"/><updated>2025-12-22T11:00:00+01:00</updated>'
        b'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></div>'
        b"</content></entry></feed>"
    )
    date = datetime(2025, 12, 22, 10, tzinfo=UTC)
    assert found.entries == (FeedEntry("https://npr.org/1", "One two", "Text", "A. Writer", date),)


def test_rdf_says_what_is_new() -> None:
    found = _parsed(
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        b'xmlns="http://purl.org/rss/1.0/"><channel><title>Old</title></channel>'
        b"<item><title>One</title><link>https://e.org/1</link></item></rdf:RDF>"
    )
    assert [one.title for one in found.entries] == ["One"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (rss([item("Gespräche", "/a")]).replace(b"utf-8", b"iso-8859-1"), ""),
        (rss([item("Gespräche", "/a")]), "application/rss+xml; charset=us-ascii"),
        (rss([item("Gespräche", "/a")]).decode().encode("latin-1"), ""),
        (rss([item("Gespräche", "/a")]).decode().replace("utf-8", "utf-16").encode("utf-16"), ""),
        (rss([item("Gespräche", "/a")]).replace(b"utf-8", b"no-such-charset"), ""),
    ],
    ids=["declared wrong", "served wrong", "not as declared", "utf-16", "unknown"],
)
def test_a_wrong_charset_costs_no_more_than_letters(data: bytes, kind: str) -> None:
    (entry,) = _parsed(data, kind).entries
    assert entry.title.startswith("Gespr")
    assert entry.title.endswith("che")
    assert entry.url == "https://slate.com/a"


def test_a_broken_feed_gives_what_it_holds() -> None:
    data = rss([item("One", "/1"), item("Two & <b", "/2")])[:-30]
    assert _parsed(data).entries[0].title == "One"


@pytest.mark.parametrize(
    "link",
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x"),
        *("", "mailto:a@example.org", "ftp://e.org/a", "file:///etc/passwd", "http://[::1"),
        *("https://e.org/\x1b[0m", 'https://e.org/"onx=', "https://e.org/&lt;b&gt;"),
        "https://e.org/" + "a" * 3_000,
    ],
)
def test_what_leads_nowhere_on_the_web_is_left_out(link: str) -> None:
    found = _entries(item("Bad", link), item("Good", "/g"))
    assert [(one.title, one.url) for one in found] == [("Good", "https://slate.com/g")]


def test_scripts_in_titles_and_summaries_are_gone() -> None:
    text = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;Text"
    (entry,) = _entries(item(text.replace("Text", "Title"), "/a", f"<![CDATA[{text}]]>{text}"))
    assert entry.title == "Title"
    assert "alert" not in entry.summary
    assert "<" not in entry.summary


def test_a_huge_title_is_cut() -> None:
    begin = time.process_time()
    (entry,) = _entries(item("x " * 2_000_000, "/a", "y " * 100_000))
    assert len(entry.title) <= 300
    assert len(entry.summary) <= 2_000
    assert time.process_time() - begin < 3


def test_of_endless_entries_the_first_are_read() -> None:
    begin = time.process_time()
    found = _parsed(rss([item(f"Piece {number}", f"/{number}") for number in range(100_000)]))
    assert time.process_time() - begin < 3
    assert [one.title for one in found.entries] == [f"Piece {n}" for n in range(MOST_ENTRIES)]


def test_of_endless_entries_of_atom_the_first_are_read() -> None:
    entry = b'<entry><title>One</title><link href="https://e.org/1"/></entry>'
    found = _parsed(b'<feed xmlns="http://www.w3.org/2005/Atom">' + entry * 5_000 + b"</feed>")
    assert len(found.entries) == MOST_ENTRIES


_BOMB = "".join(f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in pairwise("abcdefghi"))


def test_a_bomb_of_entities_is_not_expanded() -> None:
    begin = time.process_time()
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "{"x" * 1000}">{_BOMB}]>'
    (entry,) = _parsed(head.encode() + rss([item("&i;", "/a")]).partition(b"?>")[2]).entries
    assert len(entry.title) <= 300
    assert time.process_time() - begin < 3


@pytest.mark.parametrize("kind", ["SYSTEM", 'PUBLIC "x"'])
def test_an_external_entity_is_not_read(kind: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a {kind} "{secret.as_uri()}">]>'
    data = head.encode() + rss([item("x &a; y", "/a", "&a;")]).partition(b"?>")[2]
    assert "secret" not in repr(_parsed(data))


def test_bytes_are_no_name_of_a_file(tmp_path: Path) -> None:
    there = tmp_path / "feed.xml"
    there.write_bytes(rss([item("Secret", "/a")]))
    with pytest.raises(NotAFeedError, match="no feed"):
        _parsed(str(there).encode())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no feed"),
        (b"<!doctype html><html><body>Not here", "a page of HTML, no feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', "no feed"),
        (b"\x00\xff" * 1000, "no feed"),
        (b"<rss><channel>" + b"<a>" * 300_000, "a feed with more tags than anybody reads"),
    ],
)
def test_what_is_no_feed_is_named(data: bytes, words: str) -> None:
    with pytest.raises(NotAFeedError) as caught:
        _parsed(data)
    assert str(caught.value) == words


@pytest.mark.parametrize("date", ["0001-01-01", "99999-12-22", "yesterday", "Mon, 32 Dec 2025", ""])
def test_a_date_that_is_none_is_left_out(date: str) -> None:
    (entry,) = _entries(item("One", "/a", date=date))
    assert entry.published is None
