"""A folder is replaced so that at every moment the old or the new one is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssg.build import swap
from ssg.build.swap import replace_folder


def _folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "file").write_text(text)
    return path


@pytest.mark.parametrize("in_one_step", [True, False])
def test_new_folder_takes_the_place_of_the_old(
    tmp_path: Path, in_one_step: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not in_one_step:
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    new, place = _folder(tmp_path / "new", "new"), _folder(tmp_path / "place", "old")
    (place / "deep").mkdir()
    _folder(tmp_path / "spare", "older")
    replace_folder(new, place, tmp_path / "spare")
    assert (place / "file").read_text() == "new"
    assert (tmp_path / "spare" / "file").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["place", "spare"]


def test_folder_takes_a_place_that_is_free(tmp_path: Path) -> None:
    replace_folder(_folder(tmp_path / "new", "new"), tmp_path / "place", tmp_path / "spare")
    assert (tmp_path / "place" / "file").read_text() == "new"


def test_old_folder_comes_back_where_the_new_one_cannot_be_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    place = _folder(tmp_path / "place", "old")
    with pytest.raises(OSError, match="No such file"):
        replace_folder(tmp_path / "nothing", place, tmp_path / "spare")
    assert (place / "file").read_text() == "old"
