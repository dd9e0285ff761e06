"""One broken file for each rule of sitemaps."""

from __future__ import annotations

import pytest

from tests.unit.support.breaking import findings_of_broken

LOCATION = "<loc>https://example.org/</loc>"
LASTMOD = "<lastmod>2025-12-22T18:00:00Z</lastmod>"


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (LOCATION, "", "url 1: <sitemap:loc> is missing"),
        (LOCATION, LOCATION + LOCATION, "<sitemap:loc> stands 2 times"),
        (LOCATION, "<loc>/</loc>", "is no absolute http or https URL"),
        (LOCATION, "<loc>https://www.example.org/</loc>", "is outside https://example.org/"),
        (LOCATION, f"<loc>https://example.org/{'x' * 2048}</loc>", "is longer than 2047"),
        ("<loc>https://example.org/2025/12/talks/</loc>", LOCATION, "twice"),
        ("2025-12-22T18:00:00Z", "22 December", "is no W3C date"),
        ("2025-12-22T18:00:00Z", "2025-12-22T18:00:00", "is no W3C date"),
        ("<lastmod>2025-12-22</lastmod>", "<lastmod>2026-12-22</lastmod>", "implausible date"),
        ("daily", "often", "is not one of: always"),
        ("1.0</priority>", "1.1</priority>", "is no priority from 0.0 to 1.0"),
        (f"{LOCATION}\n    {LASTMOD}", LASTMOD + LOCATION, "in the wrong order"),
        (LASTMOD, LASTMOD + "<title>x</title>", "<sitemap:title> is unknown here"),
        ("https://cdn.example.com/a.png", "a.png", "image:image: image:loc: "),
        (' hreflang="fr"', "", "xhtml:link: has no hreflang"),
        ('rel="alternate"', 'rel="canonical"', "is not one of: alternate"),
    ],
)
def test_a_broken_sitemap_is_found(old: str, new: str, finding: str) -> None:
    findings = findings_of_broken("sitemap.xml", old, new)
    assert any(finding in found for found in findings), findings


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("<news:name>The Ledger</news:name>", "", "<news:name> is missing"),
        ("<news:language>en</news:language>", "", "<news:language> is missing"),
        (">en<", ">English<", "is no language tag"),
        ("<news:title>Talks in Florida</news:title>", "", "<news:title> is missing"),
        ("2025-12-22T09:30:00Z", "Monday", "is no W3C date"),
        ("<news:title>", "<news:keywords>a</news:keywords><news:title>", "is unknown here"),
    ],
)
def test_a_broken_news_sitemap_is_found(old: str, new: str, finding: str) -> None:
    findings = findings_of_broken("news-sitemap.xml", old, new)
    assert any(finding in found for found in findings), findings


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("<loc>https://example.org/sitemap.xml</loc>", "", "<sitemap:loc> is missing"),
        ("</loc>", "</loc><priority>1.0</priority>", "<sitemap:priority> is unknown here"),
    ],
)
def test_a_broken_index_is_found(old: str, new: str, finding: str) -> None:
    findings = findings_of_broken("sitemap-index.xml", old, new)
    assert any(finding in found for found in findings), findings


def test_more_news_than_a_sitemap_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.support.feed_rules.sitemap.MOST_NEWS", 0)
    findings = findings_of_broken("news-sitemap.xml", "en", "en")
    assert findings == ["news-sitemap.xml: has more than 0 news"]
