"""Documents are split by date into shards, each with a key that tells whether it changed."""

from __future__ import annotations

from itertools import pairwise

from ssg.render.shards import Pieces, Shard, search_shards
from tests.unit.relate.making import article, site_of
from tests.unit.render.making import context_of

_PAGE = "-- about.md --\n---\ntitle: About\n---\nWe.\n"
_DATES = [f"{year}-{month:02}-05-piece" for year in (2021, 2022, 2023) for month in (2, 6, 10)]
_TEXT = "".join(article(date, "", f"Text of {date}.") for date in _DATES) + _PAGE


def _shards(text: str = _TEXT, size: int = 3) -> tuple[Shard, ...]:
    config = f"search: {{shard_size: {size}}}\n"
    return search_shards(site_of(text, config), context_of(text, config), _key)


def _key(pieces: Pieces) -> str:
    return " ".join(f"{piece.path} {piece.document.key.hex()}" for piece in pieces)


def test_small_site_has_one_shard_with_its_pages() -> None:
    (shard,) = _shards(size=10)
    assert (shard.name, shard.documents) == ("all", 10)
    assert [record.url for record in shard.records()][0::9] == ["/2023/10/piece/", "/about/"]


def test_site_without_documents_has_one_shard() -> None:
    (shard,) = _shards("")
    assert (shard.name, shard.documents, list(shard.records())) == ("all", 0, [])


def test_larger_site_is_split_with_the_latest_first_and_pages_last() -> None:
    *dated, pages = _shards()
    assert (pages.name, pages.documents) == ("pages", 1)
    assert all(1 <= shard.documents <= 3 for shard in dated)
    urls = [record.url for shard in dated for record in shard.records()]
    assert len(urls) == 9
    assert all(earlier > later for earlier, later in pairwise(urls))


def test_names_of_shards_are_fit_for_folders_and_differ() -> None:
    names = [shard.name for shard in _shards()]
    assert len(set(names)) == len(names)
    assert all(name.replace("-", "").isalnum() for name in names)


def test_edit_changes_the_key_of_one_shard() -> None:
    before = {shard.name: shard.key for shard in _shards()}
    after = {shard.name: shard.key for shard in _shards(_TEXT.replace("Text of 2022-06", "New"))}
    assert before.keys() == after.keys()
    assert len([name for name in before if before[name] != after[name]]) == 1


def test_what_must_not_be_found_counts_for_nothing() -> None:
    source = "{name: Slate, url: https://slate.com/a, rights: full, note: By leave.}"
    curated = f"kind: curated\nsource: {source}\n"
    (shard,) = _shards(article("2025-12-22-a", curated) + article("2025-12-23-b"), 1)
    assert shard.documents == 1
