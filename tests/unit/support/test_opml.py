"""One broken file for each rule of OPML."""

from __future__ import annotations

import pytest

from tests.unit.support.breaking import SAMPLES, findings_of_broken

SAMPLE = (SAMPLES / "opml.xml").read_text(encoding="utf-8")
FEED = next(line for line in SAMPLE.splitlines() if 'type="rss"' in line)


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (' version="2.0"', "", "has no version"),
        ('version="2.0"', 'version="3.0"', "is not one of: 2.0"),
        ("<title>Sources of The Ledger</title>", "", "head: <title> is missing"),
        ("Mon, 22 Dec 2025 18:00:00 GMT", "2025-12-22", "is no RFC 822 date-time"),
        ("<ownerName>", "<owner/><ownerName>", "<owner> is unknown here"),
        ("hale@example.org", "hale", "is no mail address"),
        (' text="The News"', "", "outline 1: has no text"),
        (' text="The News"', ' text=""', "@text: is blank"),
        (' text="The News"', ' text="&lt;b&gt;News&lt;/b&gt;"', "@text: contains HTML"),
        (' title="The News"', "", "warning: body: outline: outline 1: has no title"),
        (' xmlUrl="https://news.example.com/feed"', "", "outline 1: has no xmlUrl"),
        ("https://news.example.com/feed", "feed", "@xmlUrl: "),
        ("https://news.example.com/feed", "https://news.example.com", "canonical form"),
        (' url="https://other.example.com/"', "", "outline 2: has no url"),
        ('type="rss" ', "", "warning: body: outline: outline 1: has no type"),
        ("RSS2", "2.0", "@version: "),
        ('created="Mon,', 'created="Tue,', "is a Mon"),
        ('type="rss"', 'type="rss" icon="x"', "@icon is unknown here"),
        ('type="rss"', 'type="rss" language="x y"', "is no language tag"),
        ('type="rss"', 'type="rss" isComment="1"', "is not one of: true, false"),
        (FEED, FEED + FEED, "two outlines have the feed"),
    ],
)
def test_a_broken_list_is_found(old: str, new: str, finding: str) -> None:
    findings = findings_of_broken("opml.xml", old, new)
    assert any(finding in found for found in findings), findings


def test_a_list_wants_a_body_with_an_outline() -> None:
    inside = SAMPLE[SAMPLE.index("<body>") : SAMPLE.index("</opml>")]
    assert findings_of_broken("opml.xml", inside, "") == ["opml.xml: <body> is missing"]
    assert findings_of_broken("opml.xml", inside, "<body/>") == [
        "opml.xml: body: <outline> is missing"
    ]
