"""The search index is whole, steady, and made anew only where something changed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from ssg.build import search_service
from ssg.build.search import SearchIndex, build_index, remove_others
from ssg.errors import SsgError
from ssg.render.search_record import SearchRecord
from ssg.render.shards import Shard


def _records(numbers: Sequence[int], word: str = "text") -> list[SearchRecord]:
    return [
        SearchRecord(
            f"/a{number}/",
            f'<!doctype html><html lang="en"><head><title>Piece {number}</title></head>'
            "<body data-pagefind-body>"
            + "".join(
                f'<span data-pagefind-filter="{name}[data-v]" data-v="{name} {number % size}">'
                "</span>"
                for name, size in (("tag", 7), ("author", 5), ("source", 11), ("year", 3))
            )
            + f'<span data-pagefind-sort="date[data-v]" data-v="{number}"></span>'
            f"<h1>Piece {number}</h1><p>Words of number{number}, {word}.</p></body></html>",
        )
        for number in numbers
    ]


def _shard(numbers: Sequence[int], name: str = "all", word: str = "text") -> Shard:
    return Shard(name, f"{numbers} {word}", len(numbers), lambda: _records(numbers, word))


def _three(word: str = "text") -> list[Shard]:
    latest_first = [range(29, 19, -1), range(19, 9, -1), range(9, -1, -1)]
    return [
        _shard(numbers, f"s{number}", word if number == 1 else "text")
        for number, numbers in enumerate(latest_first)
    ]


def _files(index: SearchIndex) -> dict[str, bytes]:
    return {
        path: file.read_bytes() if isinstance(file, Path) else file
        for path, file in sorted(index.files.items())
    }


def _unzipped(folder: Path) -> bytes:
    found = [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]
    return b"".join(gzip.decompress(one) if one[:2] == b"\x1f\x8b" else one for one in found)


def test_index_holds_every_document_and_its_filters(tmp_path: Path) -> None:
    index = build_index([_shard(range(30))], tmp_path / "cache")
    files = _files(index)
    assert (index.documents, index.made) == (30, frozenset({"all"}))
    assert len([path for path in files if path.startswith("fragment/")]) == 30
    entry = json.loads(files["pagefind-entry.json"])
    language = entry["languages"]["en"]
    assert language["page_count"] == 30
    meta = gzip.decompress(files[f"pagefind.{language['hash']}.pf_meta"])
    filters = [path for path in files if path.startswith("filter/")]
    assert len(filters) == 4
    for path in filters:
        assert Path(path).stem.encode() in meta
        assert gzip.decompress(files[path]).startswith(b"pagefind_dcd")


def test_one_shard_is_as_pagefind_made_it(tmp_path: Path) -> None:
    index = build_index([_shard(range(3))], tmp_path)
    assert set(index.files.values()) == {
        path for path in index.folders["all"].rglob("*") if path.is_file()
    }


def test_shards_are_one_index(tmp_path: Path) -> None:
    index = build_index(_three(), tmp_path)
    files = _files(index)
    entry = json.loads(files["pagefind-entry.json"])
    assert entry["languages"]["en"]["page_count"] == index.documents == 30
    assert len([path for path in files if path.endswith(".pf_meta")]) == 1
    assert len([path for path in files if path.startswith("filter/")]) == 4
    for shard in ("s0", "s1", "s2"):
        assert len([path for path in files if path.startswith(f"fragment/{shard}/")]) == 10


def test_same_documents_make_the_same_files(tmp_path: Path) -> None:
    one = [_files(build_index([_shard(range(40))], tmp_path / f"one{run}")) for run in range(3)]
    assert one[0] == one[1] == one[2]
    jobs = (1, 2, 3)
    three = [_files(build_index(_three(), tmp_path / f"three{run}", run)) for run in jobs]
    assert three[0] == three[1] == three[2]


def test_program_of_the_index_is_whole(tmp_path: Path) -> None:
    for run in range(3):
        files = _files(build_index([_shard(range(2))], tmp_path / f"cache{run}"))
        assert files["pagefind-modular-ui.js"].rstrip().endswith(b"();")
        assert b"export" in files["pagefind.js"][-400:]


def test_same_documents_are_not_indexed_again(tmp_path: Path) -> None:
    first = build_index(_three(), tmp_path)
    second = build_index(_three(), tmp_path)
    assert second.made == frozenset()
    assert (second.folders, _files(second)) == (first.folders, _files(first))


def test_shard_that_is_there_needs_no_records(tmp_path: Path) -> None:
    def records() -> Sequence[SearchRecord]:
        raise AssertionError("nothing is to be indexed")

    build_index([_shard(range(3))], tmp_path)
    again = Shard("all", _shard(range(3)).key, 3, records)
    assert build_index([again], tmp_path).documents == 3


def test_only_the_shard_that_changed_is_indexed_again(tmp_path: Path) -> None:
    old = build_index(_three(), tmp_path)
    new = build_index(_three("xylophone"), tmp_path)
    assert new.made == {"s1"}
    assert {name for name in new.folders if new.folders[name] != old.folders[name]} == {"s1"}
    fresh = build_index(_three("xylophone"), tmp_path / "fresh")
    assert _files(new) == _files(fresh)


def test_what_was_withdrawn_is_in_no_file(tmp_path: Path) -> None:
    build_index(_three("xylophone"), tmp_path)
    assert b"xylophone" in _unzipped(tmp_path)
    index = build_index(_three(), tmp_path)
    remove_others(tmp_path, index)
    assert b"xylophone" not in _unzipped(tmp_path)
    assert len(list(tmp_path.iterdir())) == 3
    assert {path.parent.parent for path in index.folders.values()} == {tmp_path}


def test_shard_that_is_no_more_leaves_nothing(tmp_path: Path) -> None:
    build_index(_three("xylophone"), tmp_path)
    first, _, last = _three()
    index = build_index([first, last], tmp_path)
    remove_others(tmp_path, index)
    assert (index.documents, index.made) == (20, frozenset())
    assert b"xylophone" not in _unzipped(tmp_path)


def test_index_that_was_not_finished_is_made_again(tmp_path: Path) -> None:
    first = build_index([_shard(range(3))], tmp_path)
    folder = first.folders["all"]
    (folder.parent / "finished").unlink()
    (folder / "pagefind-entry.json").write_bytes(b"")
    second = build_index([_shard(range(3))], tmp_path)
    assert second.made == {"all"}
    assert (folder / "pagefind-entry.json").read_bytes()


def test_records_that_fail_are_told_and_leave_nothing(tmp_path: Path) -> None:
    def records() -> Sequence[SearchRecord]:
        raise SsgError(())

    with pytest.raises(SsgError):
        build_index([*_three(), Shard("bad", "", 1, records)], tmp_path)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(("bad", "new-"))]


def test_nothing_to_find_is_an_index_too(tmp_path: Path) -> None:
    assert "pagefind-entry.json" in build_index([_shard([])], tmp_path).files


def test_failure_of_pagefind_is_told_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho 'out of cheese' >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setattr(search_service, "_executable", lambda: str(program))
    with pytest.raises(SsgError) as caught:
        build_index(_three(), tmp_path / "cache")
    (found,) = caught.value.diagnostics
    assert found.message == "Pagefind failed: out of cheese"
    assert found.hint == "build with --no-search"
    assert not list((tmp_path / "cache").iterdir())
