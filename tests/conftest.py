"""Fixtures for all tests."""

from __future__ import annotations

import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ssg.build.pipeline import build
from ssg.build.project import Options
from tests.support.sites import DEFAULT_CONFIG, NOW, SiteUnderTest, files_in

DEMO_URL = "https://example.org/blog/"
"""Where the demo is built for: under a path, so that a link without it shows."""

MakeSite = Callable[..., SiteUnderTest]

# A shell lets what it runs in the background ignore this, and all that runs below that.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Make a site of a string of files, each begun by a line ``-- path --``."""

    def make(text: str = "", name: str = "site") -> SiteUnderTest:
        site = SiteUnderTest(tmp_path / name)
        site.write({"site.yaml": DEFAULT_CONFIG})
        (site.root / "content").mkdir()
        site.write(files_in(text))
        return site

    return make


@pytest.fixture(scope="session")
def project_root() -> Path:
    """Return the folder of the project."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared_root(project_root: Path) -> Path:
    """Return the folder of shared material; tests that need it skip where it is absent."""
    folder = project_root.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of shared material is absent")
    return folder


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, project_root: Path) -> Path:
    """Return the output of the demo, built for ``https://example.org/blog/``, search included."""
    output = tmp_path_factory.mktemp("demo") / "public"
    root = tmp_path_factory.mktemp("demo-site")
    # A copy, so that the cache of the project stays out of the tests.
    shutil.copytree(project_root / "content", root / "content")
    shutil.copy(project_root / "site.yaml", root)
    build(root, output, Options(now=NOW, base_url=DEMO_URL), time.perf_counter)
    return output


@pytest.fixture(scope="session")
def plain_demo(tmp_path_factory: pytest.TempPathFactory, project_root: Path) -> Path:
    """Return the output of the demo with the theme `plain`."""
    root = tmp_path_factory.mktemp("plain-site")
    shutil.copytree(project_root / "content", root / "content")
    config = (project_root / "site.yaml").read_text("utf-8")
    assert "\ntheme:\n" in config
    config = config.replace("\ntheme:\n", "\ntheme:\n  name: plain\n")
    (root / "site.yaml").write_text(config, "utf-8")
    report = build(root, root / "public", Options(now=NOW, base_url=DEMO_URL), time.perf_counter)
    assert report.warnings == ()
    return root / "public"
