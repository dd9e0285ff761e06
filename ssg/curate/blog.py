"""What the blog has already, as whoever takes up a page must know it."""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np

from ssg.build.memory import Memory, remembering
from ssg.build.project import Options, load_site
from ssg.config.site import SiteConfig
from ssg.content.settings import parse_settings
from ssg.errors import Diagnostic
from ssg.extract.draft import Names
from ssg.extract.likeness import Shingles, shingles
from ssg.model.document import Document, TermDocument
from ssg.relate.taxonomies import name_of_term
from ssg.text.page_key import page_key, site_key
from ssg.text.slug import slugify

_KEPT = "words of other outlets"


@dataclass(frozen=True, slots=True)
class Blog:
    """A blog, drafts included."""

    root: Path
    """The folder of site.yaml."""
    config: SiteConfig
    """Its configuration."""
    documents: tuple[Document, ...]
    """Articles and pages."""
    terms: tuple[TermDocument, ...]
    """The pages of terms."""
    words: Mapping[bytes, Shingles]
    """What the pieces from other outlets say, to be compared, by the keys of their documents."""
    problems: tuple[Diagnostic, ...]
    """Why some of its files could not be understood."""

    def clipped(self) -> Mapping[str, Document]:
        """Return what was taken up already, by the key of each address of its original."""
        found: dict[str, Document] = {}
        for document in self.documents:
            for url in _addresses(document, self.config.base_url):
                found.setdefault(page_key(url), document)
        found.pop("", None)
        return found

    def names(self) -> Names:
        """Return how the blog spells its tags and sections."""
        front_matter = [one.front_matter for one in self.documents]
        tags = (tag for one in front_matter for tag in one.tags)
        sections = (one.section for one in front_matter if one.section)
        return Names(self._spellings("tags", tags), self._spellings("sections", sections))

    def outlet(self, url: str, name: str) -> str:
        """Return what the blog calls the outlet of an address.

        An outlet whose page in content/sources/ has an address of the same host comes first, the
        one whose path is the nearest; then the one that most pieces from that host name; then one
        that is spelt otherwise; then the name that is given.
        """
        sources = [one.front_matter.source for one in self.documents]
        spellings = self._spellings("sources", (one.name for one in sources if one))
        host, path = _place(url)
        pages = [
            (len(place[1]), name_of_term(term))
            for term in self.terms
            if term.taxonomy == "sources"
            and (place := _place(term.front_matter.url))[0] == host
            and f"{path}/".startswith(f"{place[1]}/")
        ]
        if pages:
            return spellings[max(pages)[1]]
        used = Counter(one.name for one in sources if one and _place(one.url)[0] == host)
        if host and used:
            return min(used, key=lambda one: (-used[one], one))
        return spellings.get(slugify(name), name)

    def _spellings(self, taxonomy: str, names: Iterable[str]) -> dict[str, str]:
        """Return the usual spelling of the terms of a taxonomy, by slug."""
        used = Counter(names)
        found: dict[str, str] = {}
        for name in sorted(used, key=lambda one: (-used[one], one)):
            found.setdefault(slugify(name), name)
        for term in self.terms:
            if term.taxonomy == taxonomy:
                slug, title = name_of_term(term), term.front_matter.title
                # Its page may call a term by more than its name.
                found.setdefault(slug, title if slugify(title) == slug else slug)
        found.pop("", None)
        return found


def read_blog(root: Path, options: Options) -> Blog:
    """Return what a blog has; files with mistakes are passed over and named in its problems.

    Raises:
        SsgError: site.yaml is wrong.

    """
    return remembering(root, partial(_read, root, options))


def _read(root: Path, options: Options, memory: Memory) -> Blog:
    loaded = load_site(root, options, memory)
    problems = list(loaded.problems)
    settings = parse_settings(
        loaded.config, loaded.checked.theme.shortcodes if loaded.checked else {}
    )
    documents, terms = memory.documents.understand(loaded.sources.documents, settings, problems)
    words = _words(documents, memory)
    return Blog(root, loaded.config, documents, terms, words, tuple(problems))


def _words(documents: Iterable[Document], memory: Memory) -> dict[bytes, Shingles]:
    """Return what pieces from other outlets say, those that were counted before from the cache."""
    kept = memory.cache.value(_KEPT)
    before: dict[bytes, bytes] = marshal.loads(kept) if kept else {}
    found: dict[bytes, Shingles] = {}
    for document in documents:
        if document.front_matter.source:
            known = before.get(document.key)
            found[document.key] = (
                shingles(document.content.text)
                if known is None
                else np.frombuffer(known, np.uint64)
            )
    if found.keys() != before.keys():
        kept = marshal.dumps({key: one.tobytes() for key, one in found.items()})
        memory.cache.set_values({_KEPT: kept})
    return found


def _addresses(document: Document, base_url: str) -> Iterable[str]:
    """Yield every address under which the original of a piece may be found."""
    front_matter = document.front_matter
    if front_matter.source:
        yield front_matter.source.url
    yield front_matter.canonical
    for alias in front_matter.aliases:
        yield base_url.rstrip("/") + alias


def _place(url: str) -> tuple[str, str]:
    """Return the host and the path of an address, as outlets are told apart by them."""
    if not page_key(url):
        return "", ""
    parts = urlsplit(url)
    return site_key(parts.hostname or ""), parts.path.rstrip("/")
