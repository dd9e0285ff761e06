"""Lists of feeds are read whoever wrote them."""

from __future__ import annotations

import pytest

from ssg.config.inbox import InboxFeed
from ssg.extract.opml import ListedFeed, NotOpmlError, parse_opml
from ssg.render.opml import feed_list

_LIST = b"""<?xml version="1.0"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="News"><outline text="Slate &amp; Co" xmlUrl="https://slate.com/feed"
  category="/World,media,/Other, envoys"/>
<outline text="No feed" htmlUrl="https://example.org/"/>
<outline text="Again" xmlUrl="https://slate.com/feed"/></outline>
<outline title="&lt;b&gt;NPR&lt;/b&gt;" xmlURL="https://npr.org/feed"/>
<outline text="Bad" xmlUrl="javascript:alert(1)"/>
</body></opml>"""


def test_feeds_are_found_in_folders_each_once() -> None:
    assert parse_opml(_LIST) == (
        ListedFeed("https://slate.com/feed", "Slate & Co", "World", ("media", "envoys")),
        ListedFeed("https://npr.org/feed", "NPR", "", ()),
    )


def test_what_is_written_is_read_again() -> None:
    feeds = [
        InboxFeed(url="https://a.example/?x=1&y=2", outlet='A "B" <C>', section="World"),
        InboxFeed(url="https://b.example/", tags=("one", "two")),
    ]
    assert parse_opml(feed_list("Mine", feeds)) == (
        ListedFeed("https://a.example/?x=1&y=2", 'A "B"', "World", ()),
        ListedFeed("https://b.example/", "https://b.example/", "", ("one", "two")),
    )


def test_an_empty_list_is_one() -> None:
    assert parse_opml(feed_list("Mine", [])) == ()


_BOMB = b'<!DOCTYPE opml [<!ENTITY a "xxxx"><!ENTITY b "&a;&a;">]>'
_OUTSIDE = b'<!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "line 1 is no XML: no element found"),
        (b"feeds:\n- x", "line 1 is no XML: syntax error"),
        (b"<html></html>", "no OPML"),
        (_LIST[:-5], "line 9 is no XML: unclosed token"),
        (_BOMB + b"<opml><body>&b;</body></opml>", "it declares entities"),
        (_OUTSIDE + b"<opml><body>&a;</body></opml>", "it declares entities"),
        (b"<opml>" + b"<outline>" * 100_000, "more than 50 levels within each other"),
        (b'<?xml version="1.0" encoding="no-such"?><opml/>', "an encoding that nobody knows"),
        (
            b"<opml>"
            + b"".join(b'<outline xmlUrl="https://e.org/%d"/>' % n for n in range(20_000))
            + b"</opml>",
            "more than 10,000 feeds",
        ),
    ],
    ids=["empty", "yaml", "html", "cut", "bomb", "outside", "deep", "encoding", "long"],
)
def test_what_is_no_list_is_named(data: bytes, words: str) -> None:
    with pytest.raises(NotOpmlError) as caught:
        parse_opml(data)
    assert str(caught.value) == words
