"""Whatever is edited, a site carried over is the one that is made afresh.

``SSG_TEST_EXAMPLES=500`` makes more of it than the few examples of a usual run.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssg.build.cache import Cache
from ssg.build.edit import edited as carried
from ssg.build.edit import ground_of
from ssg.build.memory import Memory
from ssg.build.project import Options, Project, open_project
from ssg.errors import Diagnostic, SsgError
from ssg.model.site import Preview
from tests.property.living import EDITS, LIVING_SITES, Edit, LivingSite, edited
from tests.support.projects import assert_same_project
from tests.support.sites import NOW, SiteUnderTest

_EXAMPLES = int(os.environ.get("SSG_TEST_EXAMPLES", "10"))
_EDITS = 5
_OPTIONS = Options(now=NOW, preview=Preview(drafts=True, future=True), live=True)


@settings(max_examples=_EXAMPLES)
@given(LIVING_SITES, st.lists(EDITS, min_size=_EDITS, max_size=_EDITS))
def test_site_carried_over_is_the_one_made_afresh(living: LivingSite, edits: list[Edit]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        # On the theme that is always there.
        living = replace(living, base="default")
        site = SiteUnderTest(Path(folder).resolve() / "site")
        files = living.files()
        site.write(files)
        for edit in edits:
            memory = Memory(Cache(None))
            project = None
            with suppress(SsgError):
                project = open_project(site.root, _OPTIONS, memory)
            living = edited(living, edit)
            before, files = files, living.files()
            touched = {
                name for name in before.keys() | files.keys() if before.get(name) != files.get(name)
            }
            for name in touched - files.keys():
                site.remove(name)
            site.write({name: files[name] for name in touched & files.keys()})
            if project:
                paths = [site.root / name for name in touched]
                _assert_carried(site, partial(carried, project, ground_of(project), paths, memory))


def _assert_carried(site: SiteUnderTest, carry: Callable[[], Project | None]) -> None:
    try:
        found = carry()
    except SsgError:
        assert _complaints(carry) == _complaints(
            partial(open_project, site.root, _OPTIONS, Memory(Cache(None)))
        )
        return
    if found:
        assert_same_project(found, open_project(site.root, _OPTIONS, Memory(Cache(None))))


def _complaints(work: Callable[[], object]) -> tuple[Diagnostic, ...]:
    with pytest.raises(SsgError) as failure:
        work()
    return tuple(failure.value.diagnostics)
