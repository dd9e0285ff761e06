"""The site as it is now, while an editor works on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from ssg.build.cache import Cache, CacheBroken
from ssg.build.load_theme import theme_folders
from ssg.build.memory import Memory, memory_of
from ssg.build.project import Options, Project, open_project
from ssg.build.search import SearchIndex, build_index
from ssg.errors import Diagnostic, SsgError
from ssg.model.output import RenderJob
from ssg.render.shards import search_shards

Change = Literal["css", "reload", "errors"]
"""What a browser must do: fetch style sheets again, reload, or show complaints."""


@dataclass(frozen=True, slots=True)
class State:
    """What is served: the last good site, and what has been wrong since."""

    project: Project | None = None
    """The last good site; none until there has been one."""
    jobs: Mapping[str, RenderJob] = field(default_factory=dict)
    """Its jobs by path."""
    errors: tuple[Diagnostic, ...] = ()
    """What is wrong now."""
    version: int = 0
    """Counts the states."""


class Session:
    """Makes a new state of every change.

    ``state`` is replaced as a whole, so that any thread may read it at any time; ``refresh`` is
    called by one thread at a time.
    """

    def __init__(self, root: Path, options: Options, clock: Callable[[], datetime]) -> None:
        """Begin without a state.

        Args:
            root: the folder of site.yaml.
            options: what is shown, and where.
            clock: says what time it is.

        """
        self.root = root
        self.state = State()
        self._options = options
        self._clock = clock
        self._memory = memory_of(root)

    def refresh(self, changes: Iterable[Path] = ()) -> Change:
        """Read the site again; return what browsers must do."""
        before = self.state
        options = replace(self._options, now=self._clock())
        try:
            project = self._open(options)
        except SsgError as failure:
            self.state = replace(before, errors=failure.diagnostics, version=before.version + 1)
            return "errors"
        jobs = {job.path: job for job in project.jobs}
        self.state = State(project, jobs, (), before.version + 1)
        paths = list(changes)
        only_css = bool(paths) and all(path.suffix == ".css" for path in paths)
        return "css" if only_css and not before.errors else "reload"

    def _open(self, options: Options) -> Project:
        try:
            return open_project(self.root, options, self._memory)
        except CacheBroken:
            self._memory = Memory(Cache(None))
            return open_project(self.root, options, self._memory)

    def index(self, cache: Path) -> SearchIndex | None:
        """Return a search index of the last good site; none where it has none."""
        project = self.state.project
        if project is None or not project.context.config.search.enabled:
            return None
        return build_index(search_shards(project.site, project.context, project.search_key), cache)

    def watched(self) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """Return the folders and the files on which the site depends."""
        folders = (self.root / "content", *theme_folders(self.root))
        there = tuple(dict.fromkeys(one.resolve() for one in folders if one.is_dir()))
        return there, (self.root / "site.yaml",)
