"""Files are put into the staging folder, whatever stands in their place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ssg.build.write import Staging, files_in, spare_files


@pytest.fixture
def staging(tmp_path: Path) -> Staging:
    """Return a staging folder beside an output folder, both empty."""
    for name in ("public", "staging"):
        (tmp_path / name).mkdir()
    return Staging(tmp_path / "public", tmp_path / "staging", {})


def test_file_is_written_with_its_folders(staging: Staging, tmp_path: Path) -> None:
    written = staging.write("2025/12/talks/index.html", b"talks")
    file = tmp_path / "staging/2025/12/talks/index.html"
    assert file.read_bytes() == b"talks"
    assert written.changed
    assert written.status == (5, file.stat().st_mtime_ns)


def test_file_that_holds_the_same_is_that_of_the_output_folder(
    staging: Staging, tmp_path: Path
) -> None:
    (tmp_path / "public/feed.xml").write_bytes(b"feed")
    os.utime(tmp_path / "public/feed.xml", (1, 1))
    written = staging.write("feed.xml", b"feed")
    assert not written.changed
    assert written.status == (4, 1_000_000_000)
    assert (tmp_path / "staging/feed.xml").samefile(tmp_path / "public/feed.xml")


def test_file_of_the_output_folder_by_another_name_stays_as_it_is(
    staging: Staging, tmp_path: Path
) -> None:
    (tmp_path / "public/index.html").write_bytes(b"before")
    (tmp_path / "staging/index.html").hardlink_to(tmp_path / "public/index.html")
    staging.write("index.html", b"after")
    assert (tmp_path / "public/index.html").read_bytes() == b"before"
    assert (tmp_path / "staging/index.html").read_bytes() == b"after"


def test_spare_folder_begins_as_the_output_folder(tmp_path: Path) -> None:
    output, spare = tmp_path / "public", tmp_path / "cache/spare"
    (output / "2025").mkdir(parents=True)
    (output / "2025/index.html").write_bytes(b"year")
    assert spare_files(output, files_in(output), spare) == files_in(output)
    assert (spare / "2025/index.html").samefile(output / "2025/index.html")


def test_spare_folder_stays_as_it_is(tmp_path: Path) -> None:
    output, spare = tmp_path / "public", tmp_path / "spare"
    for folder, text in ((output, "new"), (spare, "old")):
        folder.mkdir()
        (folder / "index.html").write_text(text)
    assert spare_files(output, files_in(output), spare) == files_in(spare)
    assert (spare / "index.html").read_text() == "old"


def test_there_is_no_spare_folder_without_an_output_folder(tmp_path: Path) -> None:
    assert spare_files(tmp_path / "public", (), tmp_path / "spare") == {}
    assert not (tmp_path / "spare").exists()
