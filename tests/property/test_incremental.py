"""After every edit a build that makes only what it must leaves what a build from nothing makes.

``SSG_TEST_EXAMPLES=500`` makes more of it than the few examples of a usual run.
"""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ssg.build.memory import forget
from tests.property.living import EDITS, LIVING_SITES, Edit, LivingSite, edited
from tests.support.sites import NOW, SiteUnderTest

_EXAMPLES = int(os.environ.get("SSG_TEST_EXAMPLES", "15"))
_EDITS = 6


class _Kept:
    """A site that is built again and again, beside one that is built from nothing."""

    def __init__(self, folder: Path) -> None:
        self.site = SiteUnderTest(folder / "kept")
        self._fresh = SiteUnderTest(folder / "fresh")
        self._files: dict[str, str] = {}
        folder = Path(__file__).parents[1] / "broken" / "site"
        paths = (path for path in folder.glob("themes/plain/**/*") if path.is_file())
        self._plain = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
        self.site.write(self._plain)
        # Long ago, so that what is known of a file counts; never twice the same.
        self._moments = itertools.count(1_600_000_000)

    def become(self, living: LivingSite) -> None:
        files = living.files()
        for name in self._files.keys() - files.keys():
            self.site.remove(name)
        changed = {name: text for name, text in files.items() if self._files.get(name) != text}
        self.site.write(changed)
        for name in sorted(changed):
            moment = next(self._moments)
            os.utime(self.site.root / name, (moment, moment))
        self._files = files

    def assert_same(self, days: int) -> None:
        now = NOW + timedelta(days=days)
        fresh = self._fresh
        forget(fresh.root)
        for name in ("content", "themes"):
            shutil.rmtree(fresh.root / name, ignore_errors=True)
        fresh.write(self._files)
        fresh.write(self._plain)
        before = self.site.outputs()
        found, said = self.site.diagnostics(now=now), fresh.diagnostics(now=now)
        assert found == said
        failed = any(one.severity == "error" for one in said)
        _assert_alike(self.site.outputs(), before if failed else fresh.outputs())


def _assert_alike(found: dict[str, bytes], expected: dict[str, bytes]) -> None:
    assert sorted(found) == sorted(expected)
    differ = [path for path in found if found[path] != expected[path]]
    assert not differ, "\n".join(f"{p}\n{found[p]!r}\n{expected[p]!r}" for p in differ[:1])


@settings(max_examples=_EXAMPLES)
@given(LIVING_SITES, st.lists(EDITS, min_size=_EDITS, max_size=_EDITS))
def test_every_edit_leaves_what_a_clean_build_makes(living: LivingSite, edits: list[Edit]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = _Kept(Path(folder))
        kept.become(living)
        kept.assert_same(living.days)
        for edit in edits:
            living = edited(living, edit)
            kept.become(living)
            kept.assert_same(living.days)
