"""_inbox.yaml is read as site.yaml is: strictly, and with places."""

from __future__ import annotations

import pytest

from ssg.config.inbox import InboxFeed, decode_inbox
from ssg.errors import SsgError, format_diagnostic

_FILE = "content/_inbox.yaml"


def test_a_feed_is_an_address_or_keys() -> None:
    text = """\
# Those we read every day.
- https://slate.com/feeds/all.rss
- url: https://feeds.npr.org/1001/rss.xml
  outlet: NPR
  section: World
  tags: [media, No]
"""
    found = decode_inbox(text, _FILE)
    assert [one.feed for one in found] == [
        InboxFeed(url="https://slate.com/feeds/all.rss"),
        InboxFeed(
            url="https://feeds.npr.org/1001/rss.xml",
            outlet="NPR",
            section="World",
            tags=("media", "No"),
        ),
    ]
    assert [one.place.line for one in found] == [2, 3]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]", "~"])
def test_nothing_is_followed_by_an_empty_file(text: str) -> None:
    assert decode_inbox(text, _FILE) == ()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            "- url: https://e.org/feed\n  outlett: E\n",
            'error[inbox/unknown-key]: 0: unknown key "outlett"\n'
            "  content/_inbox.yaml:2:3\n"
            "  2 |   outlett: E\n"
            "    |   ^^^^^^^\n"
            '  hint: did you mean "outlet"?',
        ),
        (
            "- example.org/feed\n",
            'error[inbox/wrong-url]: 0.url: "example.org/feed" is not a web address\n'
            "  content/_inbox.yaml:1:3\n"
            "  1 | - example.org/feed\n"
            "    |   ^^^^^^^^^^^^^^^^\n"
            "  hint: write it in full, as https://example.org/page",
        ),
        (
            "- outlet: E\n",
            'error[inbox/missing-key]: 0: the key "url" is missing\n'
            "  content/_inbox.yaml:1:3\n"
            "  1 | - outlet: E\n"
            "    |   ^\n"
            '  hint: add "url:"',
        ),
    ],
)
def test_mistakes_are_named_with_their_place(text: str, complaint: str) -> None:
    with pytest.raises(SsgError) as caught:
        decode_inbox(text, _FILE)
    assert "\n".join(map(format_diagnostic, caught.value.diagnostics)) == complaint
