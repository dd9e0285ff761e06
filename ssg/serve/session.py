"""The site as it is now, while an editor works on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Literal

from ssg.build.cache import Cache, CacheBroken
from ssg.build.edit import Ground, edited, ground_of, with_related
from ssg.build.garbage import set_aside, tidy, uncollected
from ssg.build.load import load_config
from ssg.build.load_theme import theme_folders
from ssg.build.memory import Memory, memory_of
from ssg.build.project import Options, Project, open_project
from ssg.build.search import SearchIndex, build_index
from ssg.errors import Diagnostic, SsgError
from ssg.model.output import RenderJob
from ssg.relate.earlier import EarlierRelated
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
    called by one thread at a time, and so is ``settle``.
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
        # Guards the state and what stands below.
        self._lock = Lock()
        # The last good site with its own related articles; none until there has been one.
        self._project: Project | None = None
        # What edits leave of it; none until it is asked for.
        self._ground: Ground | None = None
        # The last that stands on this ground whose articles are compared.
        self._compared: Project | None = None
        # What its pages show meanwhile for related articles; none where they show their own.
        self._earlier: EarlierRelated | None = None
        # Files that were touched since it was read.
        self._touched: frozenset[Path] = frozenset()

    def refresh(self, changes: Iterable[Path] = ()) -> Change:
        """Read the site again; return what browsers must do."""
        changed = frozenset(changes)
        self._touched |= changed
        errors = self.state.errors
        try:
            with uncollected():
                edit = self._edited()
                project = edit or self._opened()
        except SsgError as failure:
            with self._lock:
                version = self.state.version + 1
                self.state = replace(self.state, errors=failure.diagnostics, version=version)
            return "errors"
        self._touched = frozenset()
        with self._lock:
            self._project = project
            if edit is None:
                self._ground = self._compared = None
            self._earlier = self._earlier_related(project)
            shown = with_related(project, self._earlier) if self._earlier else project
            # Edits leave all jobs as they are.
            jobs = self.state.jobs if edit else {job.path: job for job in project.jobs}
            self.state = State(shown, jobs, (), self.state.version + 1)
        only_css = bool(changed) and all(path.suffix == ".css" for path in changed)
        return "css" if only_css and not errors else "reload"

    def settle(self) -> bool:
        """Do what can wait until pages were shown; tell whether they would be others now.

        After an edit these are the related articles: until all articles are compared again, pages
        show those that were found before it.
        """
        project = self._project
        if project is None:
            return False
        if self._ground is None:
            ground = ground_of(project)
            with self._lock:
                self._ground = ground if self._project is project else self._ground
            tidy()
        try:
            project.finder.compare()
        except CacheBroken:
            return False
        with self._lock:
            earlier = self._earlier
            if self._project is not project or earlier is None:
                return False
            self._earlier = None
            self.state = replace(self.state, project=project, version=self.state.version + 1)
        return not earlier.stands(project.finder)

    def _edited(self) -> Project | None:
        """Return the site after an edit; none where it must be opened anew."""
        before = self._project
        if before is None or not self._touched:
            return None
        if before.finder.compared:
            self._compared = before
        ground = self._ground = self._ground or ground_of(before)
        if ground.until and self._clock() >= ground.until:
            return None
        with suppress(CacheBroken):
            return edited(before, ground, self._touched, self._memory)
        return None

    def _opened(self) -> Project:
        options = replace(self._options, now=self._clock())
        try:
            project = open_project(self.root, options, self._memory)
        except CacheBroken:
            self._memory = Memory(Cache(None))
            project = open_project(self.root, options, self._memory)
        set_aside()
        return project

    def _earlier_related(self, project: Project) -> EarlierRelated | None:
        """Return what related articles a site shows until its own are found."""
        known = self._compared
        return EarlierRelated(project.site, known.site, known.finder) if known else None

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
        files = [self.root / "site.yaml"]
        with suppress(SsgError):  # which is told when the site is read
            config = load_config(self.root)
            named = filter(None, (*config.share_cards.fonts, config.icon))
            files += [file for one in named if (file := self.root / one).parent.is_dir()]
        return there, tuple(files)
