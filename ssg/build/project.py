"""From the folder of a site to everything it would write: the steps that all commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from hashlib import blake2b
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache

from ssg.build.cache import program
from ssg.build.checked_theme import CheckedTheme, checked_theme
from ssg.build.comments import load_comments
from ssg.build.images import published_images
from ssg.build.ledger import load_archives
from ssg.build.letters import unset_letters
from ssg.build.load import Sources, load_config, load_sources
from ssg.build.load_icon import load_icon
from ssg.build.memory import CACHE, Memory, remembering
from ssg.config.site import SiteConfig
from ssg.content.settings import parse_settings
from ssg.errors import Diagnostic, Severity, SsgError
from ssg.model.output import RenderJob
from ssg.model.site import NO_PREVIEW, Article, Contents, Page, Preview, Site
from ssg.model.theme import Theme
from ssg.pictures.shaping import shapes
from ssg.relate.links import resolve_links
from ssg.relate.related import RelatedArticles
from ssg.relate.site import relate
from ssg.render.answers import Answers
from ssg.render.context import RenderContext, render_context
from ssg.render.plan import check_collisions, copy_jobs, plan
from ssg.render.tasks import Tasks
from ssg.render.templates import SEARCH_TEMPLATE

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
    theme_warnings: tuple[Diagnostic, ...]
    """What was found in the theme that doesn't stop a build."""
    warnings: tuple[Diagnostic, ...]
    """The same of the whole site."""

    def search_key(self, pieces: Sequence[Article | Page]) -> str:
        """Return what tells some documents of the search index from what they were."""
        digest = blake2b(self.settings + self.tasks.shortcodes, digest_size=16)
        for piece in pieces:
            kind = "card" if isinstance(piece, Article) else "page"
            digest.update(self.answers.digest((kind, piece.path)))
            digest.update(self.answers.digest(("text", piece.document.path)))
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Loaded:
    """All files of a site, known and not yet understood."""

    root: Path
    """The folder of site.yaml."""
    options: Options
    """What the command was told."""
    config: SiteConfig
    """The configuration."""
    sources: Sources
    """The files of content/."""
    checked: CheckedTheme | None
    """The theme; none where it is broken."""
    problems: tuple[Diagnostic, ...]
    """What is wrong in the theme, and which files can't be read."""

    @property
    def key(self) -> bytes:
        """A digest of all that a site is made of but the time; nothing where that is broken."""
        if self.problems or self.checked is None:
            return b""
        settings = _settings(self.config, self.checked.theme, self.options)
        sources = self.sources
        documents = [(one.path, one.digest, one.is_term) for one in sources.documents]
        templates = sorted(self.checked.templates.items())
        parts = (self.options.preview, documents, sources.assets, sources.data, templates)
        more = (sorted(sources.archives.items()), sources.icon)
        comments = [(one.path, one.digest) for one in sources.comments]
        digest = blake2b(settings + repr((parts, more, comments)).encode(), digest_size=16)
        return digest.digest()


def load_site(root: Path, options: Options, memory: Memory) -> Loaded:
    """Return all files of a site.

    Args:
        root: the folder of site.yaml.
        options: what the command was told.
        memory: what was done before.

    Raises:
        SsgError: the configuration is wrong.

    """
    config = _configure(load_config(root), options)
    sources = load_sources(root, config.taxonomy_names, memory.digests())
    problems = list(sources.diagnostics)
    archives, icon = load_archives(root, memory, problems), load_icon(root, config, problems)
    sources = replace(sources, archives=archives, icon=icon)
    checked = checked_theme(root, config, memory, problems)
    if checked and SEARCH_TEMPLATE not in checked.theme.templates:
        config = _without_search(config)
    memory.keep_digests()
    return Loaded(root, options, config, sources, checked, tuple(problems))


def open_project(root: Path, options: Options, memory: Memory | None = None) -> Project:
    """Return a site, ready to be rendered.

    Args:
        root: the folder of site.yaml.
        options: what the command was told.
        memory: what was done before; by default what was kept of the site.

    Raises:
        SsgError: with everything that is wrong in the configuration; else in the theme and the
            source files; else in how they fit together.

    """
    if memory is None:
        return remembering(root, partial(open_project, root, options))
    return make_project(load_site(root, options, memory), memory)


def make_project(loaded: Loaded, memory: Memory, stage: Stage = lambda _: nullcontext()) -> Project:
    """Return a site, ready to be rendered.

    Args:
        loaded: its files.
        memory: what was done before.
        stage: opens a stage, to time it.

    Raises:
        SsgError: with everything that is wrong in the theme and the source files; else in how
            they fit together.

    """
    config, sources, checked, options = (
        loaded.config,
        loaded.sources,
        loaded.checked,
        loaded.options,
    )
    problems = list(loaded.problems)
    with stage("parse"):
        settings = parse_settings(config, checked.theme.shortcodes if checked else {})
        documents, terms = memory.documents.understand(sources.documents, settings, problems)
        comments = load_comments(sources.comments, memory, problems)
        if checked is None:
            # Without its theme no shortcode is known; that says nothing of the articles.
            problems = [one for one in problems if not one.code.startswith("shortcode/")]
        if problems or checked is None:
            raise SsgError(in_order(problems))
    with stage("relate"):
        found = (sources.assets, sources.data, sources.archives, comments, sources.icon)
        contents = Contents(documents, terms, *found)
        site = relate(contents, config, options.now, options.preview)
    with stage("plan"):
        return _plan(loaded.root, site, config, checked, options, memory)


def _plan(
    root: Path,
    site: Site,
    config: SiteConfig,
    checked: CheckedTheme,
    options: Options,
    memory: Memory,
) -> Project:
    theme = checked.theme
    jobs = plan(site, config, theme)
    # The search index is written by Pagefind, beside what is planned.
    known = {job.path for job in jobs}
    links = resolve_links(site, known, broken_links(config))
    problems: list[Diagnostic] = []
    images = published_images(site, links, memory, problems)
    jobs = (*jobs, *copy_jobs(links.assets, images))
    check_collisions(jobs, "pagefind" if config.search.enabled else "")
    errors = [one for one in (*links.diagnostics, *problems) if one.severity == "error"]
    if errors:
        raise SsgError(in_order(errors))
    finder = RelatedArticles(site, config.related, memory.index)
    compiled = compiled_templates(root)
    context = render_context(site, config, theme, links, finder, options.live, compiled, images)
    return Project(
        root=root,
        site=site,
        jobs=jobs,
        context=context,
        settings=_settings(config, theme, options),
        tasks=Tasks(context, checked.templates),
        answers=Answers(context.ask, site, links, finder, memory.related_answers()),
        finder=finder,
        theme_warnings=checked.warnings,
        warnings=warnings_of(checked.warnings, site, context),
    )


def warnings_of(
    theme: Iterable[Diagnostic], site: Site, context: RenderContext
) -> tuple[Diagnostic, ...]:
    """Return all that is said of a site that can be built, with what was said of its theme."""
    links = context.bodies.links.diagnostics
    return in_order((*theme, *site.warnings, *links, *unset_letters(site, context)))


def broken_links(config: SiteConfig) -> Severity:
    """Return how grave a link is that leads nowhere."""
    return "error" if config.links.broken == "error" else "warning"


def _settings(config: SiteConfig, theme: Theme, options: Options) -> bytes:
    """Return a digest of all that every file depends on, besides the site and the templates."""
    parts = (config, theme.name, theme.settings, theme.translations, theme.static, theme.shortcodes)
    pictures = (theme.design, shapes())
    said = repr((program(), *parts, *pictures, options.live))
    return blake2b(said.encode(), digest_size=16).digest()


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
        config = _without_search(config)
    return config


def _without_search(config: SiteConfig) -> SiteConfig:
    return replace(config, search=replace(config.search, enabled=False))


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return complaints by file and line, each once."""

    def key(one: Diagnostic) -> tuple[str, int, int]:
        where = one.location
        return (where.path, where.line, where.column) if where else ("", 0, 0)

    return tuple(sorted(dict.fromkeys(diagnostics), key=key))
