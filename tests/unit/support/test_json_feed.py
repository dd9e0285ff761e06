"""One broken feed for each rule of JSON Feed."""

from __future__ import annotations

import pytest

from tests.unit.support.breaking import findings_of_broken


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("{\n", "[{\n", "is no JSON"),
        ('"icon"', '"title": "again", "icon"', 'the key "title" stands 2 times'),
        # What must be there.
        ('"version": "https://jsonfeed.org/version/1.1",', "", "version is missing"),
        ('"title": "The Ledger",', "", "title is missing"),
        ('"home_page_url": "https://example.org/",', "", "home_page_url is missing"),
        ('"feed_url": "https://example.org/feed.json",', "", "feed_url is missing"),
        ('"items": [', '"_items": [', "items is missing"),
        ('"id": "note", ', "", "items: item 2: id is missing"),
        (', "content_text": "A note."', "", "item 2: has neither content_html nor content_text"),
        (', "mime_type": "audio/mpeg"', "", "attachment 1: mime_type is missing"),
        ('"type": "WebSub", ', "", "hub 1: type is missing"),
        # What must not be there.
        ('"expired"', '"author": {}, "expired"', "author is unknown"),
        ('"_source"', '"source"', "source is unknown, and no extension"),
        ('{"name": "M. Hale"}', "{}", "author 1: is empty"),
        # Types.
        ('"https://jsonfeed.org/version/1.1"', "1.1", "version: is no string"),
        ("version/1.1", "version/1", "is not https://jsonfeed.org/version/1.1"),
        ('"expired": false', '"expired": "no"', "is neither true nor false"),
        ('["ukraine", "talks"]', '"ukraine"', "tags: is no list"),
        ('["ukraine", "talks"]', '["ukraine", 1]', "tag 2: is no string"),
        ('"size_in_bytes": 1200', '"size_in_bytes": "1200"', "is no number from 0 up"),
        ('{"name": "M. Hale"}', '"M. Hale"', "author 1: is no object"),
        ('{"id": "note", "content_text": "A note."}', '"note"', "item 2: is no object"),
        ('"2025-12-22T09:30:00Z"', "20251222", "date_published: is no string"),
        # Values.
        ('"Talks in Florida"', '""', "title: is blank"),
        ("Talks in Florida", "<b>Talks</b>", "contains HTML, yet is plain text"),
        ("<p>Two", "<script></script><p>Two", "<script> is dropped by readers"),
        ("2025-12-22T09:30:00Z", "2025-12-22", "is no RFC 3339 date-time"),
        ("https://example.org/a.png", "a.png", "is no absolute http or https URL"),
        ("en-GB", "en_GB", "is no language tag"),
        ('"audio/mpeg"', '"mp3"', "is no media type"),
        ('"note"', '"https://example.org/2025/12/talks/"', "id: 2 items have"),
        ("https://example.org/feed.json", "https://example.org/x.json", "feed_url is"),
    ],
)
def test_a_broken_feed_is_found(old: str, new: str, finding: str) -> None:
    findings = findings_of_broken("feed.json", old, new)
    assert any(finding in found for found in findings), findings
