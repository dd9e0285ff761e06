"""Changes are told once they are whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from ssg.serve import watch
from ssg.serve.watch import Watcher

_PATIENCE = 40.0
_LONG = 6.0

Told = Queue[frozenset[Path]]


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    """Watch a folder, waiting long for what is not whole."""
    monkeypatch.setattr(watch, "QUIET", _LONG)
    monkeypatch.setattr(watch, "PATIENCE", 3 * _LONG)
    (tmp_path / "a.md").write_text("old")
    found: Told = Queue()
    watcher = Watcher([tmp_path], [])
    watcher.watch()
    watcher.start(found.put)
    yield found
    watcher.stop()


def test_file_that_is_closed_is_told_at_once(told: Told, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("new")
    assert told.get(timeout=_LONG - 1) == {tmp_path / "a.md"}


def test_file_in_the_middle_of_being_written_is_waited_for(told: Told, tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("w") as stream:
        stream.write("half")
        stream.flush()
        with pytest.raises(Empty):
            told.get(timeout=0.3)
        stream.write("whole")
    assert told.get(timeout=_LONG - 1) == {tmp_path / "a.md"}


def test_file_that_nobody_closes_is_told_in_the_end(told: Told, tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("w") as stream:
        stream.write("half")
        stream.flush()
        assert told.get(timeout=_PATIENCE) == {tmp_path / "a.md"}


def test_file_put_in_the_place_of_another_is_told(told: Told, tmp_path: Path) -> None:
    (tmp_path / ".a.md.tmp").write_text("new")
    (tmp_path / ".a.md.tmp").replace(tmp_path / "a.md")
    assert told.get(timeout=_LONG - 1) == {tmp_path / "a.md"}


def test_change_before_the_start_is_told(tmp_path: Path) -> None:
    found: Told = Queue()
    watcher = Watcher([tmp_path], [])
    watcher.watch()
    (tmp_path / "a.md").write_text("new")
    watcher.start(found.put)
    try:
        assert found.get(timeout=_PATIENCE) == {tmp_path / "a.md"}
    finally:
        watcher.stop()
