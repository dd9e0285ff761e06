"""The blog as curating sees it: what it has covered, what it has clipped, whom it draws on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ssg.build.memory import Memory
from ssg.build.project import Options, load_site
from ssg.config.site import SiteConfig
from ssg.content.settings import parse_settings
from ssg.errors import Diagnostic
from ssg.model.site import NO_PREVIEW, Contents
from ssg.relate.outside import Coverage
from ssg.relate.related import RelatedArticles
from ssg.relate.site import relate
from ssg.text.page_key import page_key


@dataclass(frozen=True, slots=True)
class Blog:
    """What content/ says, drafts included."""

    config: SiteConfig
    """The configuration."""
    contents: Contents
    """All that could be understood."""
    problems: tuple[Diagnostic, ...]
    """What could not; a build says the same."""

    @property
    def clipped(self) -> frozenset[str]:
        """The keys of all pages that are clipped already."""
        return frozenset(map(page_key, self._originals()))

    def _originals(self) -> Iterator[str]:
        for document in self.contents.documents:
            front_matter = document.front_matter
            if front_matter.source and front_matter.source.url:
                yield front_matter.source.url
            if front_matter.canonical:
                yield front_matter.canonical


def read_blog(root: Path, now: datetime, memory: Memory) -> Blog:
    """Return what content/ says; a file that is broken is passed over.

    Args:
        root: the folder of site.yaml.
        now: the current moment.
        memory: what was done before.

    Raises:
        SsgError: site.yaml is wrong.

    """
    loaded = load_site(root, Options(now), memory)
    problems = list(loaded.problems)
    shortcodes = loaded.checked.theme.shortcodes if loaded.checked else {}
    settings = parse_settings(loaded.config, shortcodes)
    sources = loaded.sources
    documents, terms = memory.documents.understand(sources.documents, settings, problems)
    contents = Contents(documents, terms, sources.assets, sources.data)
    return Blog(loaded.config, contents, tuple(problems))


def coverage_of(blog: Blog, now: datetime, memory: Memory) -> Coverage:
    """Return what a blog has published.

    Raises:
        SsgError: its files don't fit together.

    """
    config = blog.config
    site = relate(blog.contents, config, now, NO_PREVIEW)
    finder = RelatedArticles(site, config.related, memory.index)
    return Coverage(site, finder, config.related, config.language)
