"""A cache that is broken, in whatever way, is made anew without a word, and costs no byte."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ssg.build import documents, make, manifest, pipeline
from ssg.build.cache import Cache, CacheBroken, Entry
from ssg.build.pipeline import build
from ssg.build.project import Options
from tests.broken.terminal import Copy, run_apart, run_here, snapshot
from tests.broken.without_power import obeying_permissions
from tests.support.sites import NOW

_TALKS = "content/posts/2025-12-22-talks.md"


def _garbage(cache: Path) -> None:
    cache.write_bytes(b"garbage" * 1000)


def _truncated(cache: Path) -> None:
    cache.write_bytes(cache.read_bytes()[: cache.stat().st_size // 2])


def _empty(cache: Path) -> None:
    cache.write_bytes(b"")


def _headless(cache: Path) -> None:
    cache.write_bytes(b"\0" * 100 + cache.read_bytes()[100:])


def _spoilt_throughout(cache: Path) -> None:
    data = bytearray(cache.read_bytes())
    for at in range(4096, len(data), 512):
        data[at] ^= 0xFF
    cache.write_bytes(bytes(data))


def _of_another_version(cache: Path) -> None:
    with sqlite3.connect(cache) as connection:
        connection.execute("UPDATE version SET program = 'another'")
        connection.execute("UPDATE documents SET facts = x'00'")
    connection.close()


def _emptied_rows(cache: Path) -> None:
    with sqlite3.connect(cache) as connection:
        connection.execute("UPDATE documents SET details = x'00'")
    connection.close()


def _without_tables(cache: Path) -> None:
    with sqlite3.connect(cache) as connection:
        connection.execute("DROP TABLE documents")
    connection.close()


@pytest.fixture(params=[1, 2])
def workers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many processes work, however little there is to do."""
    monkeypatch.setattr(make, "_WORTH_PROCESSES", 1)
    monkeypatch.setattr(documents, "_WORTH_PROCESSES", 1)
    count: int = request.param
    return count


def _build(root: Path, workers: int) -> int:
    options = Options(now=NOW, search=False)
    counts = build(root, root / "public", options, time.perf_counter, workers=workers).counts
    return counts.written


@pytest.mark.parametrize(
    "spoil",
    [
        *(_garbage, _truncated, _empty, _headless, _spoilt_throughout),
        *(_of_another_version, _emptied_rows, _without_tables),
    ],
)
def test_broken_cache_is_made_anew(
    good_site: Copy, workers: int, spoil: Callable[[Path], None]
) -> None:
    cache = good_site.root / ".ssg" / "cache.sqlite"
    _build(good_site.root, workers)
    expected = snapshot(good_site.root / "public")
    spoil(cache)
    (good_site.root / "public/2025/12/talks/index.html").unlink()
    assert _build(good_site.root, workers) == 1
    again = snapshot(good_site.root / "public")
    assert {path: data for path, (data, _) in again.items()} == {
        path: data for path, (data, _) in expected.items()
    }
    kept = Cache(cache)
    assert kept.facts()
    assert kept.value(f"manifest {good_site.root / 'public'}")
    kept.close()


def test_cache_removed_while_a_build_uses_it_costs_nothing(
    good_site: Copy, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The last that is done before files are made.
    stale = manifest.stale

    def removing(*arguments: Any) -> dict[str, str]:
        for file in (good_site.root / ".ssg").glob("cache*"):
            file.unlink()
        return stale(*arguments)

    monkeypatch.setattr(pipeline, "stale", removing)
    template = good_site.root / "themes/plain/templates/base.html"
    template.write_text(template.read_text().replace("</main>", "</main><!-- new -->"))
    _build(good_site.root, workers)
    assert "<!-- new -->" in (good_site.root / "public/2025/12/talks/index.html").read_text()
    monkeypatch.undo()
    _build(good_site.root, 1)
    assert (good_site.root / ".ssg" / "cache.sqlite").is_file()


def test_cache_that_may_not_be_written_costs_no_byte(
    good_site: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = good_site.root
    talks = root / _TALKS
    talks.write_text(talks.read_text().replace("Florida", "Miami"))
    for file in (root / ".ssg").glob("cache*"):
        file.chmod(0o444)
    for _ in range(2):
        shown, code = run_apart(root, "build", "--no-search", prepare=obeying_permissions())
        assert code == 0, shown
    found = {path: data for path, (data, _) in snapshot(root / "public").items()}
    monkeypatch.chdir(root)
    assert run_here("build", "--no-search", "--clean")[1] == 0
    assert found == {path: data for path, (data, _) in snapshot(root / "public").items()}


def test_what_is_kept_in_memory_alone_is_there_after_a_fork() -> None:
    cache = Cache(None)
    cache.add([Entry(b"key", b"facts", {"details": b"details"})])
    cache.set_values({"name": b"value"})
    child = os.fork()
    if child == 0:
        same = cache.part("details", b"key") == b"details" and cache.value("name") == b"value"
        os._exit(0 if same else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_document_that_is_gone_is_no_empty_document(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache.sqlite")
    with pytest.raises(CacheBroken):
        cache.part("terms", b"key")
    cache.close()
