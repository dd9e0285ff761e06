"""One broken feed for each rule of Atom."""

from __future__ import annotations

import pytest

from tests.unit.support.breaking import SAMPLES, findings_of_broken

ENTRY_ID = "tag:example.org,2025-12-22:/2025/12/talks/"
SELF = '<link href="https://example.org/feed.xml" rel="self" type="application/atom+xml"/>'
SAMPLE = (SAMPLES / "feed.xml").read_text(encoding="utf-8")
CONTENT = next(line for line in SAMPLE.splitlines() if '<content type="html">' in line)


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        # What must be there, and what only once.
        ("<id>https://example.org/</id>", "", "feed.xml: <atom:id> is missing"),
        ("<title>The Ledger</title>", "", "feed.xml: <atom:title> is missing"),
        ("<updated>2025-12-22T18:00:00+00:00</updated>", "", "feed.xml: <atom:updated> is miss"),
        (f"<id>{ENTRY_ID}</id>", "", "atom:entry 1: <atom:id> is missing"),
        ("<title>Talks in Florida</title>", "", "atom:entry 1: <atom:title> is missing"),
        ("<updated>2025-12-22T18:00:00Z</updated>", "", "entry 1: <atom:updated> is missing"),
        ("<rights>CC BY 4.0</rights>", "<rights>a</rights><rights>b</rights>", "stands 2 times"),
        ("<name>M. Hale</name>", "", "atom:author: <atom:name> is missing"),
        (
            "<author><name>The Ledger</name><uri>https://example.org/about/</uri></author>",
            "",
            "entry 2: <atom:author> is missing, and the feed has none",
        ),
        ('<category term="politics"/>', "<category/>", "atom:category: has no term"),
        (SELF, "", "warning: has no self link"),
        (' xml:lang="en"', "", "warning: has no xml:lang"),
        ("      <id>https://news.example.com/feed</id>", "", "atom:source: <atom:id> is missing"),
        ('xml:lang="en"', 'xml:lang="en_GB"', "@xml:lang: "),
        # What must not be there.
        ("<icon>", "<webmaster/><icon>", "<atom:webmaster> is unknown here"),
        ("<icon>", '<icon xmlns="">x</icon><icon>', "<icon> is unknown here"),
        ("<rights>", '<rights mode="escaped">', "@mode is unknown here"),
        ("<entry>", "<entry>stray", "contains text between its elements"),
        ("<icon>", "<icon><b/>", "contains <atom:b>, yet holds text alone"),
        ("</feed>", "<rights>x</rights></feed>", "has metadata after its first entry"),
        (
            '"https://example.org/2025/12/tariffs/"/>',
            '"https://example.org/2025/12/tariffs/" rel="next"/>',
            "a next link belongs to the feed",
        ),
        # Identity.
        ("<id>https://example.org/</id>", "<id>/</id>", 'id: "/" is no absolute URI'),
        ("<id>https://example.org/</id>", "<id> https://example.org/</id>", "white space"),
        ("<id>https://example.org/</id>", "<id>https://Example.org</id>", "canonical form"),
        ("<id>https://example.org/</id>", "<id>https://example.org:443/</id>", "canonical form"),
        ("<id>https://example.org/</id>", "<id>https://example.org/%c3</id>", "canonical form"),
        ("<id>https://example.org/</id>", "<id>https:///x</id>", "names no host"),
        ("<id>https://example.org/</id>", "<id>https://a:b/</id>", "is no URL"),
        ("<id>https://example.org/</id>", "<id>urn:uuid:1234</id>", "is no valid UUID"),
        (ENTRY_ID, "tag:x", "is no valid tag or URN"),
        (ENTRY_ID, "https://example.org/2025/12/tariffs/", "two entries have"),
        # Dates.
        ("2025-12-22T09:30:00Z", "2025-12-22", "is no RFC 3339 date-time"),
        ("2025-12-22T09:30:00Z", "2025-12-22T09:30:00", "is no RFC 3339 date-time"),
        ("2025-12-22T09:30:00Z", "2025-02-30T09:30:00Z", "is no date"),
        ("2025-12-22T09:30:00Z", "2026-12-22T09:30:00Z", "is an implausible date"),
        ("2025-12-22T09:30:00Z", "1970-01-01T00:00:00Z", "is an implausible date"),
        ("2025-12-21T08:00:00.5+01:00", "2025-12-22T18:00:00Z", "updated: two entries have"),
        # Links.
        ('href="https://example.org/feed.xml"', 'href="https://example.org/x"', "the self link"),
        ("application/atom+xml", "text/xml", "the self link has the type text/xml"),
        ('<link href="https://example.org/" rel', "<link rel", "atom:link 1: has no href"),
        ('<link href="https://example.org/" rel', '<link href="/" rel', "is no absolute URI"),
        ('href="https://example.org/" rel', 'href="https://example.org/ü" rel', "no absolute URI"),
        ('rel="via"', 'rel="origin"', "is no registered relation"),
        ('rel="via"', 'rel=""', "@rel: is blank"),
        ('"audio/mpeg"', '"mp3"', "is no media type"),
        ('length="1200"', 'length="1.2 kB"', "is no whole number"),
        ('rel="via"', 'rel="via" hreflang="English"', "is no language tag"),
        ('"The first report"', '"&lt;b&gt;The&lt;/b&gt;"', "@title: contains HTML"),
        (SELF, SELF.replace("/>", ">x</link>"), "is not empty"),
        (SELF, SELF + '<link href="https://example.org/b" type="text/html"/>', "two alternate"),
        # People and categories.
        ("<name>M. Hale</name>", "<name> </name>", "atom:name: is blank"),
        ("<name>M. Hale</name>", "<name>hale@example.org</name>", "contains a mail address"),
        ("<name>M. Hale</name>", "<name>M &amp;amp; H</name>", "contains an escaped character"),
        ("hale@example.org", "hale", "is no mail address"),
        ("<uri>https://example.org/about/</uri>", "<uri>about</uri>", "is no absolute URI"),
        ('scheme="https://example.org/tags/"', 'scheme="tags"', "is no absolute URI"),
        ("<logo>https://example.org/logo.png</logo>", "<logo>logo.png</logo>", "no absolute http"),
        # Texts.
        ("<title>Talks in Florida</title>", "<title/>", "atom:title: is blank"),
        ("Talks in Florida", "&lt;i&gt;Talks&lt;/i&gt;", "contains HTML, yet is plain text"),
        ("Talks in Florida", "<i>Talks</i>", 'yet its type is "text"'),
        ('<title type="html">', '<title type="text/html">', "is not one of: text, html, xhtml"),
        ("Talks in Florida", "Talks\x85", "bad character, U+0085"),
        ('type="xhtml"><div', 'type="xhtml">x<div', "is not one div of XHTML"),
        ("<p title=", '<x xmlns="urn:x"/><p title=', "elements that are not XHTML"),
        ("<p title=", "<script/><p title=", "<script> is dropped by readers"),
        # Content.
        ('<content type="html">', '<content type="text/html">', "which few readers show"),
        (CONTENT, '<content src="https://example.org/a"/>', "has a src, and no type"),
        ('<content type="html">', '<content type="html" src="https://a.org/">', "is not empty"),
        (CONTENT, '<content type="mp3" src="/a.mp3"/>', "no absolute http"),
        ('<content type="xhtml">', '<content type="nothing">', "is no media type"),
    ],
)
def test_a_broken_feed_is_found(old: str, new: str, finding: str) -> None:
    findings = findings_of_broken("feed.xml", old, new)
    assert any(finding in found for found in findings), findings


def test_content_elsewhere_wants_a_summary() -> None:
    both = f"<summary>Two envoys met, and parted.</summary>\n{CONTENT}"
    findings = findings_of_broken("feed.xml", both, '<content type="a/b" src="https://a.org/"/>')
    assert "feed.xml: atom:entry 1: has content elsewhere, and no summary" in findings


def test_an_entry_without_content_wants_a_link_and_a_summary() -> None:
    entry = "<entry><id>https://a.org/</id><title>A</title><updated>2025-12-20T00:00:00Z</updated>"
    findings = findings_of_broken("feed.xml", "</feed>", entry + "</entry></feed>")
    assert findings == [
        "feed.xml: atom:entry 3: has neither content nor an alternate link",
        "feed.xml: warning: atom:entry 3: has neither content nor a summary",
    ]
