"""The same inputs make the same bytes, wherever and whenever they are built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import MakeSite
from tests.support.sites import NOW, SiteUnderTest
from tests.unit.build.whole_site import WHOLE_SITE


@pytest.fixture
def site(make_site: MakeSite) -> SiteUnderTest:
    return make_site(WHOLE_SITE)


def _copy(site: SiteUnderTest, folder: Path) -> SiteUnderTest:
    shutil.copytree(site.root, folder)
    return SiteUnderTest(folder)


def test_two_copies_at_different_paths_make_the_same_bytes(
    site: SiteUnderTest, tmp_path: Path
) -> None:
    other = _copy(site, tmp_path / "elsewhere" / "a much longer name")
    site.build(search=True)
    other.build(search=True)
    assert any(path.startswith("pagefind/fragment/") for path in site.outputs())
    assert site.outputs() == other.outputs()


def test_second_build_over_the_first_makes_the_same_bytes(site: SiteUnderTest) -> None:
    site.build(search=True)
    first = site.outputs()
    site.build(search=True)
    assert site.outputs() == first
    shutil.rmtree(site.root / ".ssg")
    site.build(search=True)
    assert site.outputs() == first


def test_time_stamps_and_order_of_files_do_not_count(site: SiteUnderTest, tmp_path: Path) -> None:
    site.build()
    other = SiteUnderTest(tmp_path / "other")
    paths = [path for path in site.root.rglob("*") if path.is_file()]
    for path in reversed(paths):
        name = path.relative_to(site.root)
        if name.parts[0] not in ("public", ".ssg"):
            other.write({name.as_posix(): path.read_bytes()})
            os.utime(other.root / name, (1, 1))
    other.build()
    assert other.outputs() == site.outputs()


def test_moment_does_not_count_while_the_same_pieces_are_out(site: SiteUnderTest) -> None:
    site.build()
    first = site.outputs()
    site.build(now=NOW + timedelta(minutes=10))
    assert site.outputs() == first


@pytest.mark.parametrize(
    "environment",
    [{"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"}],
)
def test_environment_does_not_count(site: SiteUnderTest, environment: dict[str, str]) -> None:
    site.build(search=True)
    here = site.outputs()
    command = [sys.executable, "-m", "ssg", "build", "-o", "other", "--today", "2026-01-15 12:00"]
    subprocess.run(command, cwd=site.root, env={**os.environ, **environment}, check=True)
    site.output = site.root / "other"
    assert site.outputs() == here


def test_cache_that_was_spoilt_does_not_count(site: SiteUnderTest) -> None:
    site.build(search=True)
    first = site.outputs()
    for path in (site.root / ".ssg").rglob("*"):
        if path.is_file() and "search" not in path.parts:
            path.write_bytes(b"spoilt")
    site.build(search=True)
    assert site.outputs() == first
