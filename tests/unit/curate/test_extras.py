"""Curating says what it lacks, and building lacks nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ssg.curate.extras import require_extras
from ssg.errors import SsgError
from tests.conftest import MakeSite


def test_nothing_is_said_where_all_is_there() -> None:
    require_extras("ssg inbox")


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("feedparser", "nh3"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(SsgError) as caught:
        require_extras("ssg inbox pull")
    (found,) = caught.value.diagnostics
    assert (found.code, found.hint) == (
        "curate/not-installed",
        'install them: pip install "ssg[curate]"',
    )
    assert found.message == "ssg inbox pull needs feedparser, nh3"


def test_a_build_imports_nothing_of_it(make_site: MakeSite) -> None:
    site = make_site("-- content/_inbox.yaml --\n- https://example.org/feed\n")
    script = (
        "import sys; from ssg.cli import cli\n"
        f"cli(['build', '--no-search', '-q', '--site', {str(site.root)!r}], "
        "standalone_mode=False)\n"
        "print(sorted({'feedparser', 'httpx', 'lxml', 'nh3', 'trafilatura'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
