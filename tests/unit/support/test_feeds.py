"""The check of a folder of feeds, and the rules that all XML formats share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.feeds import check_feed, check_feeds, errors
from tests.unit.support.breaking import BASE_URL, NOW, SAMPLES, findings_of_broken


def test_good_samples_pass() -> None:
    assert check_feeds(SAMPLES, BASE_URL, NOW) == []


def test_a_finding_names_the_file_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "tags/ukraine").mkdir(parents=True)
    shutil.copy(SAMPLES / "feed.xml", tmp_path / "tags/ukraine/feed.xml")
    assert check_feeds(tmp_path, "https://example.org/blog/", NOW) == [
        "tags/ukraine/feed.xml: warning: atom:link 2: the self link is "
        "https://example.org/feed.xml, the document "
        "https://example.org/blog/tags/ukraine/feed.xml"
    ]


def test_a_folder_without_feeds_is_no_clean_result(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no feeds to check"):
        check_feeds(tmp_path, BASE_URL)


def test_errors_leaves_warnings_out() -> None:
    assert errors(["a: warning: b", "a: c: warning"]) == ["a: c: warning"]


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("</feed>", "", "is not well-formed: no element found"),
        ("The Ledger", "The&nbsp;Ledger", "is not well-formed: undefined entity"),
        ("<?xml", "\n<?xml", "is not well-formed: XML or text declaration not at start"),
        ('<?xml version="1.0" encoding="utf-8"?>\n', "", "does not begin with <?xml"),
        ("<feed", "<!DOCTYPE feed>\n<feed", "has a document type"),
        ("<feed", '<feed xmlns:x="urn:x"', 'unknown namespace, "urn:x"'),
        (
            "<feed",
            '<feed xmlns:creator="http://purl.org/dc/elements/1.1/"',
            'calls http://purl.org/dc/elements/1.1/ "creator", usually "dc"',
        ),
        (
            'xmlns="http://www.w3.org/2005/Atom"',
            'xmlns="http://purl.org/atom/ns#"',
            "is no feed, sitemap or list of sources",
        ),
    ],
)
def test_a_broken_document_is_found(old: str, new: str, finding: str) -> None:
    findings = findings_of_broken("feed.xml", old, new)
    assert any(finding in found for found in findings), findings


def test_a_document_too_large_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.support.feeds.MOST_BYTES", 10)
    data = (SAMPLES / "sitemap.xml").read_bytes()
    assert check_feed(data, "sitemap.xml", BASE_URL, NOW) == [
        "sitemap.xml: is larger than 10 bytes"
    ]
