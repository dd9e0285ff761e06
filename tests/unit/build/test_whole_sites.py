"""The sites in ``tests/sites/`` make the files that stand beside them, byte for byte.

With ``SSG_ACCEPT=1`` in the environment what they make now is written there instead.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.support.feeds import check_feeds, errors
from tests.support.sites import NOW, SiteUnderTest

_SITES = Path(__file__).parents[2] / "sites"
_NAMES = sorted(path.parent.name for path in _SITES.glob("*/site"))


@pytest.mark.parametrize("name", _NAMES)
def test_site_makes_what_stands_beside_it(name: str, tmp_path: Path) -> None:
    shutil.copytree(_SITES / name / "site", tmp_path / "site")
    site = SiteUnderTest(tmp_path / "site")
    assert site.build().warnings == ()
    # Pictures differ from one Pillow to the next; what they show is tested apart.
    made = {path: data for path, data in site.outputs().items() if not path.endswith(".png")}
    expected = _SITES / name / "expected"
    if os.environ.get("SSG_ACCEPT"):
        shutil.rmtree(expected, ignore_errors=True)
        for path, data in made.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(data)
    there = {
        path.relative_to(expected).as_posix(): path.read_bytes()
        for path in expected.rglob("*")
        if path.is_file()
    }
    assert set(made) == set(there)
    for path, data in made.items():
        assert data.decode() == there[path].decode(), path


@pytest.mark.parametrize(
    ("name", "url"), [("small", "https://example.org/"), ("german", "https://example.org/blog/")]
)
def test_feeds_and_sitemaps_beside_it_are_valid(name: str, url: str) -> None:
    assert errors(check_feeds(_SITES / name / "expected", url, NOW)) == []
