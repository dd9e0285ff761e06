"""A build indexes the shards that changed, and nothing else stays in the output."""

from __future__ import annotations

import gzip

import pytest

from ssg.serve.session import Session
from tests.conftest import MakeSite
from tests.support.sites import DEFAULT_CONFIG, NOW, SiteUnderTest

_POST = "content/posts/{}-05-10-piece.md"
_YEARS = range(2012, 2024)


@pytest.fixture
def site(light_site: MakeSite) -> SiteUnderTest:
    """Make a site whose articles, one a year, are in several shards."""
    site = light_site()
    site.write(
        {_POST.format(year): f"---\ntitle: Of {year}\n---\nXylo{year}.\n" for year in _YEARS}
    )
    site.write({"content/about.md": "---\ntitle: About\n---\nWe.\n"})
    config = f"{DEFAULT_CONFIG}theme: plain\nsearch: {{shard_size: 4}}\n"
    site.write({"site.yaml": config})
    return site


def _made(site: SiteUnderTest) -> set[str]:
    search = site.build(search=True).search
    assert search
    return set(search.indexed)


def _indexed(site: SiteUnderTest) -> bytes:
    folders = (site.output / "pagefind", site.root / ".ssg" / "search")
    paths = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    found = [path.read_bytes() for path in paths]
    return b"".join(
        gzip.decompress(one) if one[:2] == b"\x1f\x8b" else one for one in found
    ).lower()


def test_first_build_indexes_all_and_the_next_nothing(site: SiteUnderTest) -> None:
    assert len(_made(site)) > 3
    before = site.outputs()
    assert _made(site) == set()
    assert site.outputs() == before


def test_edit_indexes_the_shard_of_its_date(site: SiteUnderTest) -> None:
    _made(site)
    site.edit(_POST.format(2016), "Xylo2016", "Zebra")
    assert len(_made(site)) == 1
    assert b"xylo2016" not in _indexed(site)
    assert b"zebra" in _indexed(site)


def test_server_indexes_the_shard_of_an_edit(site: SiteUnderTest) -> None:
    session = Session(site.root, site.options, lambda: NOW)
    cache = site.root / ".ssg" / "serve"

    def made() -> int:
        assert session.refresh() == "reload"
        index = session.index(cache)
        assert index
        return len(index.made)

    assert made() > 3
    assert made() == 0
    site.edit(_POST.format(2016), "Xylo2016", "Zebra")
    assert made() == 1


def test_new_article_indexes_one_shard_or_its_halves(site: SiteUnderTest) -> None:
    _made(site)
    site.write({_POST.format(2024): "---\ntitle: New\n---\nNew.\n"})
    assert 1 <= len(_made(site)) <= 2


def test_what_is_withdrawn_or_removed_is_gone_from_every_shard(site: SiteUnderTest) -> None:
    _made(site)
    site.edit(_POST.format(2013), "title:", "draft: true\ntitle:")
    site.remove(_POST.format(2021))
    _made(site)
    indexed = _indexed(site)
    assert b"xylo2013" not in indexed
    assert b"xylo2021" not in indexed
    assert b"xylo2014" in indexed


def test_index_made_piece_by_piece_is_that_of_a_fresh_build(site: SiteUnderTest) -> None:
    _made(site)
    site.edit(_POST.format(2016), "Xylo2016", "Zebra")
    site.remove(_POST.format(2012))
    _made(site)
    before = site.outputs()
    afresh = site.build(search=True, clean=True).search
    assert afresh
    assert len(afresh.indexed) > 3
    assert site.outputs() == before


def test_site_that_shrinks_to_one_shard_has_the_plain_index(site: SiteUnderTest) -> None:
    _made(site)
    for year in _YEARS[3:]:
        site.remove(_POST.format(year))
    assert _made(site) == {"all"}
    names = {path for path in site.outputs() if path.startswith("pagefind/fragment/")}
    assert len(names) == 4
    assert all(name.count("/") == 2 for name in names)
