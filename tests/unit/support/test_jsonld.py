"""One broken page for each rule of structured data."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from tests.support.jsonld import check_jsonld, jsonld_blocks, jsonld_types

NOW = datetime(2025, 12, 23, tzinfo=UTC)
ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Talks in Florida",
    "datePublished": "2025-12-22T09:30:00Z",
    "dateModified": "2025-12-22T18:00:00+01:00",
    "author": [{"@type": "Person", "name": "M. Hale", "url": "https://example.org/hale/"}],
    "publisher": {"@type": "Organization", "name": "The Ledger"},
    "mainEntityOfPage": "https://example.org/2025/12/talks/",
    "image": ["https://example.org/a.png"],
}
BREADCRUMBS = {
    "@type": "BreadcrumbList",
    "itemListElement": [
        {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://example.org/"},
        {"@type": "ListItem", "position": 2, "name": "Talks"},
    ],
}
WEBSITE = {
    "@type": "WebSite",
    "name": "The Ledger",
    "url": "https://example.org/",
    "potentialAction": {
        "@type": "SearchAction",
        "target": {"urlTemplate": "https://example.org/search/?q={search_term_string}"},
        "query-input": "required name=search_term_string",
    },
}
PAGE = "\n".join(
    f'<script type="application/ld+json">{json.dumps(data)}</script><script>"{{"</script>'
    for data in (ARTICLE, {"@context": "https://schema.org", "@graph": [BREADCRUMBS, WEBSITE]})
)


def test_a_good_page_passes() -> None:
    assert check_jsonld(PAGE, "index.html", NOW) == []


def test_blocks_and_types_are_read() -> None:
    assert json.loads(jsonld_blocks(PAGE)[0]) == ARTICLE
    assert jsonld_types(PAGE) == ["NewsArticle", "BreadcrumbList", "WebSite"]
    assert jsonld_types("<p>none</p>") == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ('{"@context"', '"@context"', "block 1: is no JSON"),
        (json.dumps(ARTICLE), "[]", "block 1: is no object"),
        ("https://schema.org", "http://schema.org", "not https://schema.org"),
        ('"@type": "NewsArticle", ', "", "None: has no @type"),
        ('"headline": "Talks in Florida", ', "", "NewsArticle: headline is missing"),
        ("Talks in Florida", "x" * 111, "headline is longer than 110 characters"),
        ("Talks in Florida", "", "headline is empty"),
        ('"datePublished": "2025-12-22T09:30:00Z", ', "", "datePublished is missing"),
        ("2025-12-22T09:30:00Z", "2025-12-22T09:30:00", "datePublished: "),
        ("2025-12-22T09:30:00Z", "2025-12-22", '"2025-12-22" has no time'),
        ("2025-12-22T09:30:00Z", "2026-12-22T09:30:00Z", "is an implausible date"),
        ("2025-12-22T18:00:00+01:00", "2025-12-22T10:00:00+01:00", "modified before it is publ"),
        ("2025-12-22T18:00:00+01:00", "2025-13-22T10:00:00+01:00", "is no date"),
        ('"author"', '"writer"', "NewsArticle: author is missing"),
        ('"Person"', '"Robot"', "author: has the @type Robot"),
        ('"name": "M. Hale", ', "", "author: name is missing"),
        ('{"@type": "Organization", "name": "The Ledger"}', '"A"', "publisher: is no Person or"),
        ('"mainEntityOfPage"', '"page"', "mainEntityOfPage is missing"),
        ('"https://example.org/a.png"', '"/a.png"', "image: "),
        ('"https://example.org/hale/"', '"/hale/"', "url: "),
        ('"https://example.org/a.png"', "null", "image is empty"),
        ('"itemListElement"', '"items"', "itemListElement is no list of items"),
        ('"ListItem"', '"Thing"', "BreadcrumbList: item 1 is no ListItem"),
        ('"position": 2', '"position": 3', "item 2 has the position 3"),
        (', "item": "https://example.org/"', "", "BreadcrumbList: item 1: item is missing"),
        (', "name": "Talks"', "", "BreadcrumbList: item 2: name is missing"),
        (', "url": "https://example.org/", "pot', ', "pot', "WebSite: url is missing"),
        ("{search_term_string}", "{query}", "target has no {search_term_string}"),
        (', "query-input": "required name=search_term_string"', "", "query-input is missing"),
    ],
)
def test_a_broken_page_is_found(old: str, new: str, finding: str) -> None:
    assert old in PAGE
    findings = check_jsonld(PAGE.replace(old, new, 1), "index.html", NOW)
    assert any(finding in found for found in findings), findings
    assert all(found.startswith("index.html: block ") for found in findings)
