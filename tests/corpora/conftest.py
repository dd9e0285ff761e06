"""The blogs, each built once."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ssg.build import pipeline
from ssg.build.pipeline import build
from ssg.build.project import Options, Project, make_project
from ssg.build.summary import BuildReport
from tests.corpora.prepare import BLOGS, Blog, faults_of, prepare

NOW = datetime(2027, 1, 1, tzinfo=UTC)
"""After the last post of all blogs."""

SEARCHED = "18f"
"""The blog that is built with its search index."""


@dataclass(frozen=True, repr=False)
class Built:
    """A blog that was built."""

    blog: Blog
    """The blog."""
    corpus: Path
    """Its folder in ../shared/corpora."""
    output: Path
    """What was written."""
    report: BuildReport
    """What the build said."""
    project: Project
    """The site as it was rendered."""

    @property
    def base_path(self) -> str:
        """The path under which it is published."""
        return "/" + self.project.context.config.base_url.split("/", 3)[3]

    def page(self, path: str) -> str:
        """Return the HTML of a path that ends with a slash."""
        return (self.output / path.lstrip("/") / "index.html").read_text("utf-8")


@pytest.fixture(scope="session", params=sorted(BLOGS))
def built(
    request: pytest.FixtureRequest, shared_root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Built]:
    """Build a blog whose faults are mended."""
    blog = BLOGS[request.param]
    corpus = shared_root / "corpora" / blog.name
    root = tmp_path_factory.mktemp(blog.name) / "site"
    prepare(blog, corpus, root, faults_of(blog))
    projects: list[Project] = []

    def remember(*given: Any) -> Project:
        projects.append(make_project(*given))
        return projects[0]

    output = root / "public"
    options = Options(now=NOW, search=blog.name == SEARCHED)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "make_project", remember)
        report = build(root, output, options, time.perf_counter)
    yield Built(blog, corpus, output, report, projects[0])
    # A blog with its pages is large, and pytest keeps the folders of three runs.
    shutil.rmtree(root)
