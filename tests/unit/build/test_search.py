"""The search index is whole, steady, and made anew only when something changed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from ssg.build import search
from ssg.build.search import SearchIndex, build_index
from ssg.errors import SsgError
from ssg.render.search_record import SearchRecord


def _records(count: int) -> list[SearchRecord]:
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
            + f"<h1>Piece {number}</h1><p>Words of number{number}, text.</p></body></html>",
        )
        for number in range(count)
    ]


def _files(index: SearchIndex) -> dict[str, bytes]:
    return {
        path.relative_to(index.folder).as_posix(): path.read_bytes()
        for path in sorted(index.folder.rglob("*"))
        if path.is_file()
    }


def test_index_holds_every_document_and_its_filters(tmp_path: Path) -> None:
    index = build_index(_records(30), tmp_path / "cache")
    files = _files(index)
    assert (index.documents, index.reused) == (30, False)
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


def test_same_documents_make_the_same_files(tmp_path: Path) -> None:
    made = [_files(build_index(_records(40), tmp_path / f"cache{run}")) for run in range(4)]
    assert made[0] == made[1] == made[2] == made[3]


def test_program_of_the_index_is_whole(tmp_path: Path) -> None:
    for run in range(3):
        files = _files(build_index(_records(2), tmp_path / f"cache{run}"))
        assert files["pagefind-modular-ui.js"].rstrip().endswith(b"();")
        assert b"export" in files["pagefind.js"][-400:]


def test_same_documents_are_not_indexed_again(tmp_path: Path) -> None:
    first = build_index(_records(3), tmp_path)
    second = build_index(_records(3), tmp_path)
    assert (second.reused, second.folder) == (True, first.folder)


def test_index_of_other_documents_takes_the_place_of_the_old(tmp_path: Path) -> None:
    old = build_index(_records(3), tmp_path)
    new = build_index(_records(2), tmp_path)
    assert not new.reused
    assert not old.folder.exists()
    assert len(list(tmp_path.iterdir())) == 1


def test_index_that_was_not_finished_is_made_again(tmp_path: Path) -> None:
    first = build_index(_records(3), tmp_path)
    (first.folder.parent / "finished").unlink()
    (first.folder / "pagefind-entry.json").write_bytes(b"")
    second = build_index(_records(3), tmp_path)
    assert not second.reused
    assert (second.folder / "pagefind-entry.json").read_bytes()


def test_nothing_to_find_is_an_index_too(tmp_path: Path) -> None:
    index = build_index([], tmp_path)
    assert (index.folder / "pagefind-entry.json").is_file()


def test_failure_of_pagefind_is_told_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho 'out of cheese' >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setattr(search, "_executable", lambda: str(program))
    with pytest.raises(SsgError) as caught:
        build_index(_records(1), tmp_path / "cache")
    (found,) = caught.value.diagnostics
    assert found.message == "Pagefind failed: out of cheese"
    assert found.hint == "build with --no-search"
    assert not list((tmp_path / "cache").iterdir())
