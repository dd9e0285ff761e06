"""From the folder of a site to everything it would write: the steps that all commands share."""

from __future__ import annotations

import marshal
import pickle
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache

from ssg.build.cache import FILE, Cache, program
from ssg.build.digests import Digests
from ssg.build.documents import Documents
from ssg.build.load import load_config, load_sources
from ssg.build.load_theme import load_theme
from ssg.config.site import SiteConfig
from ssg.content.settings import parse_settings
from ssg.errors import Diagnostic, Severity, SsgError
from ssg.model.output import RenderJob
from ssg.model.site import NO_PREVIEW, Contents, Preview, Site
from ssg.model.theme import Theme
from ssg.relate.index import Index
from ssg.relate.links import resolve_links
from ssg.relate.related import RelatedArticles
from ssg.relate.site import relate
from ssg.render.answers import Answers, RelatedAnswers
from ssg.render.context import RenderContext, render_context
from ssg.render.plan import check_collisions, copy_jobs, plan
from ssg.render.tasks import Tasks
from ssg.render.templates import REQUIRED_TEMPLATES
from ssg.templating.check import check_templates
from ssg.templating.closure import template_digests

CACHE = ".ssg"
"""The folder of what may be deleted at any time, beside site.yaml."""

Progress = Callable[[str, int], None]
"""Is told a stage and how many things were done in it."""

Stage = Callable[[str], AbstractContextManager[None]]
"""Opens a stage, to time it."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a command was told besides what site.yaml says."""

    now: datetime
    """The moment for which the site is made."""
    preview: Preview = NO_PREVIEW
    """What is shown besides what is published."""
    base_url: str = ""
    """Where the site is published, if not where site.yaml says."""
    search: bool = True
    """False leaves the search index out."""
    live: bool = False
    """True in the development server."""


@dataclass(frozen=True, slots=True)
class Project:
    """A site, ready to be rendered."""

    root: Path
    """The folder of site.yaml."""
    site: Site
    """What is published."""
    jobs: tuple[RenderJob, ...]
    """Every file to write."""
    context: RenderContext
    """What rendering needs."""
    settings: bytes
    """A digest of all that every file depends on."""
    tasks: Tasks
    """Digests of jobs."""
    answers: Answers
    """Digests of what the site answers to the questions of a page."""
    finder: RelatedArticles
    """Finds related articles."""
    warnings: tuple[Diagnostic, ...]
    """What was found that doesn't stop a build."""


class Memory:
    """What need not be done twice, within a session and from one to the next."""

    def __init__(self, cache: Cache, workers: int = 1) -> None:
        """Begin with what is in a cache.

        Args:
            cache: what was done before.
            workers: how many processes may work at once.

        """
        self.cache = cache
        self.documents = Documents(cache, workers)
        self._digests = Digests(cache.value("digests"))
        self._index: Index | None = None
        self._lists = 0

    def digests(self) -> Digests:
        """Return the digests of files, those of the time before known."""
        return self._digests

    def keep_digests(self) -> None:
        """Keep the digests of the files that are there now."""
        kept = self._digests.dump()
        self._digests = Digests(kept)
        self.cache.set_values({"digests": kept})

    def index(self) -> Index | None:
        """Return the articles as they were compared last."""
        if self._index is None and (kept := self.cache.value("related")):
            self._index = pickle.loads(kept)
            self._lists = int(self._index.lists.known.sum())
        return self._index

    def related_answers(self) -> dict[str, RelatedAnswers]:
        """Return what was known of related articles, by path."""
        kept = self.cache.value("related answers")
        found: dict[str, RelatedAnswers] = marshal.loads(kept) if kept else {}
        return found

    def keep_related(self, project: Project) -> None:
        """Keep the articles as they are compared now, and what came of it."""
        index = project.finder.index
        known = int(index.lists.known.sum())
        if index is not self._index or known != self._lists:
            self.cache.set_values({"related": pickle.dumps(index, pickle.HIGHEST_PROTOCOL)})
        self._index, self._lists = index, known
        self.cache.set_values({"related answers": marshal.dumps(project.answers.related)})

    def checked_templates(self, theme: Theme, problems: list[Diagnostic]) -> Mapping[str, bytes]:
        """Return a digest of each template with all that it refers to.

        What is wrong in them is added to ``problems``; sound ones are looked at once.
        """
        texts = repr([(name, one.text) for name, one in theme.templates.items()])
        key = blake2b(texts.encode(), digest_size=16).digest()
        kept = self.cache.value("templates")
        if kept and (found := marshal.loads(kept))[0] == key:
            digests: dict[str, bytes] = found[1]
            return digests
        checked = check_templates(theme, REQUIRED_TEMPLATES)
        problems.extend(checked.problems)
        digests = template_digests(theme.templates, checked.references)
        if not checked.problems:
            self.cache.set_values({"templates": marshal.dumps((key, digests))})
        return digests


def memory_of(root: Path, workers: int = 1) -> Memory:
    """Return what was kept of a site."""
    return Memory(Cache(root / CACHE / FILE), workers)


def forget(root: Path) -> None:
    """Forget what was kept of a site."""
    for file in (root / CACHE).glob(f"{FILE}*"):
        file.unlink(missing_ok=True)
    shutil.rmtree(root / CACHE / "search", ignore_errors=True)


def open_project(
    root: Path,
    options: Options,
    memory: Memory | None = None,
    stage: Stage = lambda _: nullcontext(),
) -> Project:
    """Return a site, ready to be rendered.

    Args:
        root: the folder of site.yaml.
        options: what the command was told.
        memory: what was done before; by default what was kept of the site.
        stage: opens a stage, to time it.

    Raises:
        SsgError: with everything that is wrong in the configuration; else in the theme and the
            source files; else in how they fit together.

    """
    memory = memory or memory_of(root)
    with stage("load"):
        config = _configure(load_config(root), options)
        sources = load_sources(root, config.taxonomy_names, memory.digests())
        problems = list(sources.diagnostics)
        checked = _load_theme(root, config, memory, problems)
        memory.keep_digests()
    with stage("parse"):
        settings = parse_settings(config, checked.theme.shortcodes if checked else {})
        documents, terms = memory.documents.understand(sources.documents, settings, problems)
        if checked is None:
            # Without its theme no shortcode is known; that says nothing of the articles.
            problems = [one for one in problems if not one.code.startswith("shortcode/")]
        if problems or checked is None:
            raise SsgError(_in_order(problems))
    with stage("relate"):
        contents = Contents(documents, terms, sources.assets, sources.data)
        site = relate(contents, config, options.now, options.preview)
    with stage("plan"):
        return _plan(root, site, config, checked, options, memory)


def _plan(
    root: Path,
    site: Site,
    config: SiteConfig,
    checked: _CheckedTheme,
    options: Options,
    memory: Memory,
) -> Project:
    theme = checked.theme
    jobs = plan(site, config, theme)
    # The search index is written by Pagefind, beside what is planned.
    known = {job.path for job in jobs}
    broken: Severity = "error" if config.links.broken == "error" else "warning"
    links = resolve_links(site, known, broken)
    jobs = (*jobs, *copy_jobs(links.assets))
    check_collisions(jobs, "pagefind" if config.search.enabled else "")
    errors = [one for one in links.diagnostics if one.severity == "error"]
    if errors:
        raise SsgError(_in_order(errors))
    finder = RelatedArticles(site, config.related, memory.index)
    compiled = compiled_templates(root)
    context = render_context(site, config, theme, links, finder, options.live, compiled)
    return Project(
        root=root,
        site=site,
        jobs=jobs,
        context=context,
        settings=_settings(config, theme, options),
        tasks=Tasks(context, checked.templates),
        answers=Answers(context.ask, site, links, finder, memory.related_answers()),
        finder=finder,
        warnings=_in_order((*site.warnings, *links.diagnostics)),
    )


def _settings(config: SiteConfig, theme: Theme, options: Options) -> bytes:
    """Return a digest of all that every file depends on, besides the site and the templates."""
    parts = (config, theme.name, theme.settings, theme.translations, theme.static, theme.shortcodes)
    return blake2b(repr((program(), *parts, options.live)).encode(), digest_size=16).digest()


def compiled_templates(root: Path) -> BytecodeCache | None:
    """Return the cache of compiled templates; none where it can't be kept."""
    folder = root / CACHE / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


def _configure(config: SiteConfig, options: Options) -> SiteConfig:
    if options.base_url:
        config = replace(config, base_url=options.base_url.rstrip("/") + "/")
    if not options.search:
        config = replace(config, search=replace(config.search, enabled=False))
    return config


@dataclass(frozen=True, slots=True)
class _CheckedTheme:
    """A theme whose templates are sound, and a digest of each."""

    theme: Theme
    templates: Mapping[str, bytes]


def _load_theme(
    root: Path, config: SiteConfig, memory: Memory, problems: list[Diagnostic]
) -> _CheckedTheme | None:
    try:
        theme = load_theme(root, config, memory.digests())
    except SsgError as failure:
        problems.extend(failure.diagnostics)
        return None
    templates = memory.checked_templates(theme, problems)
    return _CheckedTheme(theme, templates)


def _in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return complaints by file and line, each once."""

    def key(one: Diagnostic) -> tuple[str, int, int]:
        where = one.location
        return (where.path, where.line, where.column) if where else ("", 0, 0)

    return tuple(sorted(dict.fromkeys(diagnostics), key=key))
