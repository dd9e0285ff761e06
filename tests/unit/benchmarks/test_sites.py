"""Made-up articles as sites."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bench.corpus import edited
from tests.bench.sites import ELEVENTY, HUGO, PELICAN, SSG, Layout, write_article, write_sites
from tests.support.sites import SiteUnderTest

_HEAD = re.compile(r"\A(?:---\n(?s:.*?)\n---\n|(?:[A-Z]\w+: .*\n)+\n)")
_LINK = re.compile(r"\]\([^)]*\)")


def test_the_site_of_ssg_builds_without_a_complaint(tmp_path: Path) -> None:
    middle = write_sites(20, {tmp_path: SSG})
    site = SiteUnderTest(tmp_path)
    report = site.build()
    assert report.articles == 20
    assert not report.warnings
    path = f"/{middle.date:%Y/%m}/{middle.name}/"
    assert "Amendment7 " not in site.rendered(path)
    write_article(tmp_path, SSG, edited(middle, 7))
    site.build()
    assert "Amendment7 " in site.rendered(path)


@pytest.mark.parametrize("layout", [SSG, HUGO, ELEVENTY, PELICAN], ids=lambda one: one.templates)
def test_sites_hold_the_same_articles(layout: Layout, tmp_path: Path) -> None:
    sites = {tmp_path / "one": SSG, tmp_path / "other": layout}
    write_sites(11, sites)
    texts = []
    for root, one in sites.items():
        files = sorted((root / one.articles).glob("*.md"))
        assert [file.stem for file in files] == sorted(f"a{number}" for number in range(11))
        assert len(list((root / one.pictures).iterdir())) == 2
        # What stands before the text, and where links lead, is each generator's own.
        texts.append([_LINK.sub("", _HEAD.sub("", file.read_text("utf-8"))) for file in files])
    assert texts[0] == texts[1]
    assert len(texts[0][5].split()) > 800


def test_an_article_from_the_middle_of_the_archive_is_named(tmp_path: Path) -> None:
    middle = write_sites(100, {tmp_path: SSG})
    assert middle.date.year == 2021
