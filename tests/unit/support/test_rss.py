"""One broken feed for each rule of RSS."""

from __future__ import annotations

import pytest

from tests.unit.support.breaking import SAMPLES, findings_of_broken

SAMPLE = (SAMPLES / "rss.xml").read_text(encoding="utf-8")
SELF = next(line for line in SAMPLE.splitlines() if "<atom:link" in line)
CONTENT = next(line for line in SAMPLE.splitlines() if "<content:encoded>" in line)
IMAGE = "<url>https://example.org/logo.png</url>\n      <title>"
GUID = '<guid isPermaLink="true">https://example.org/2025/12/talks/</guid>'


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        # What must be there, and what only once.
        (' version="2.0"', "", "has no version"),
        ('version="2.0"', 'version="0.92"', "is not one of: 2.0"),
        ("</channel>", "</channel><channel/>", "<channel> stands 2 times"),
        ("<title>The Ledger</title>", "", "channel: <title> is missing"),
        ("<link>https://example.org/</link>", "", "channel: <link> is missing"),
        ("<description>Politics, and what came of it</description>", "", "<description> is miss"),
        ("<language>en-GB</language>", "", "warning: channel: <language> is missing"),
        ("<ttl>", "<ttl>1</ttl><ttl>", "<ttl> stands 2 times"),
        (SELF, "", "warning: channel: has no atom:link to itself"),
        ("<url>https://example.org/logo.png</url>", "", "image: <url> is missing"),
        ("<pubDate>", "<title>x</title><pubDate>", "item 1: <title> stands 2 times"),
        ("<description>A note without a title.</description>", "", "neither a title nor a desc"),
        (GUID, "", "warning: channel: item 1: <guid> is missing"),
        ('<source url="https://news.example.com/feed">', "<source>", "source: has no url"),
        (' length="1200"', "", "enclosure: has no length"),
        # What must not be there.
        ("<ttl>", "<published>x</published><ttl>", "<published> is unknown here"),
        ("<ttl>", '<ttl unit="h">', "@unit is unknown here"),
        ("<item>", "<item>stray", "contains text between its elements"),
        ("</channel>", "<ttl>1</ttl></channel>", "has metadata after its first item"),
        ("</item>", "<author>a@b.org (A)</author></item>", "its twin of an extension"),
        ("<comments>", "<dc:date>2025-12-22</dc:date><comments>", "its twin of an extension"),
        # Addresses.
        ('href="https://example.org/rss.xml"', 'href="https://example.org/x"', "the self link is"),
        ("<link>https://example.org/2025/12/talks/</link>", "<link>/2025/</link>", "no absolute"),
        ("<link>https://example.org/2025/12/talks/</link>", "<link>mailto:a@b.org</link>", "no ab"),
        ("<docs>https://www.rssboard.org/rss-specification</docs>", "<docs>x</docs>", "no absol"),
        ('url="https://example.org/talks.mp3"', 'url="talks.mp3"', "no absolute http"),
        # Guids.
        (GUID, GUID.replace("https://example.org", ""), "guid: "),
        (GUID, GUID.replace("true", "yes"), "is not one of: true, false"),
        (GUID, "<guid></guid>", "guid: is blank"),
        ("tag:example.org,2025:note", "17", "is hardly unique"),
        ('"false">tag:example.org,2025:note', '"true">https://example.org/2025/12/talks/', "two"),
        # Dates.
        ("Mon, 22 Dec 2025 09:30:00 +0000", "2025-12-22T09:30:00Z", "is no RFC 822 date-time"),
        ("Mon, 22 Dec 2025 09:30:00 +0000", "Mon, 22 Dec 25 09:30:00 GMT", "is no RFC 822"),
        ("Mon, 22 Dec 2025 09:30:00 +0000", "Tue, 22 Dec 2025 09:30:00 GMT", "is a Mon"),
        ("Mon, 22 Dec 2025 09:30:00 +0000", "31 Nov 2025 09:30:00 GMT", "is no date"),
        ("Mon, 22 Dec 2025 09:30:00 +0000", "22 Dec 2026 09:30:00 GMT", "implausible date"),
        ("Mon, 22 Dec 2025 18:00:00 GMT", "yesterday", "lastBuildDate: "),
        # People, languages and numbers.
        ("hale@example.org (M. Hale)", "M. Hale", "managingEditor: "),
        ("hale@example.org (M. Hale)", "hale (M. Hale)", "is no mail address"),
        ("en-GB", "British English", "is no language tag"),
        ("<ttl>60</ttl>", "<ttl>0</ttl>", "is no whole number from 1 up"),
        ('length="1200"', 'length="-1"', "is no whole number from 0 up"),
        ('type="audio/mpeg"', 'type="mp3"', "is no media type"),
        ("<hour>3</hour>", "<hour>24</hour>", "hour: "),
        ("<day>Sunday</day>", "<day>Sun</day>", "day: "),
        # The image.
        ("logo.png</url>", "logo.webp</url>", "is no GIF, JPEG or PNG"),
        ("<width>88</width>", "<width>145</width>", "is over 144"),
        ("<height>31</height>", "<height>0</height>", "is no whole number from 1 up"),
        (IMAGE, IMAGE + "Not ", "its title isn't that of the channel"),
        # Texts.
        ("<title>Talks in Florida</title>", "<title></title>", "title: is blank"),
        ("Talks in Florida", "Talks &lt;b&gt;in&lt;/b&gt;", "contains HTML, yet is plain text"),
        ("Talks in Florida", "Talks &amp;amp; more", "contains an escaped character"),
        ("<category>Ukraine</category>", "<category/>", "category: is blank"),
        ("Two envoys met, and parted.", "&lt;em&gt;Two envoys", "<em> is not ended"),
        (CONTENT, CONTENT.replace("https://example.org/", "/talks/"), "is a relative reference"),
        ("<description>Two envoys met, and parted.</description>", "", "no description before it"),
    ],
)
def test_a_broken_feed_is_found(old: str, new: str, finding: str) -> None:
    findings = findings_of_broken("rss.xml", old, new)
    assert any(finding in found for found in findings), findings


def test_an_image_links_to_the_channel() -> None:
    link = "<link>https://example.org/</link>\n      <width>"
    findings = findings_of_broken("rss.xml", link, link.replace(".org/", ".org/x/"))
    assert findings == ["rss.xml: warning: channel: image: its link isn't that of the channel"]
