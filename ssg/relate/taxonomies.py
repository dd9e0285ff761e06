"""Terms: what names stand for one and the same, and which collide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ssg.errors import Diagnostic, Location
from ssg.model.document import Document, TermDocument
from ssg.model.site import Article, Term
from ssg.text.slug import fold_name, slugify


class Named(NamedTuple):
    """A name of a term, where an article says it."""

    name: str
    """As it was written."""
    slug: str
    """Its slug; empty when the name has neither letters nor digits."""
    document: Document
    """The article."""
    key: str
    """The key of its front matter."""
    number: int
    """Which of the names under that key it is, from 0."""

    @property
    def location(self) -> Location:
        """Where it was written."""
        return self.document.place(f"{self.key}.{self.number}", self.key)


def names_in(
    document: Document, taxonomies: Sequence[str], default_authors: Sequence[str]
) -> dict[str, tuple[Named, ...]]:
    """Return the names of terms that an article says, by taxonomy, each term once."""
    front_matter = document.front_matter
    own = front_matter.kind == "original"
    authors = front_matter.authors or (default_authors if own else ())
    source = front_matter.source
    said: dict[str, tuple[str, Sequence[str]]] = {
        "tags": ("tags", front_matter.tags),
        "authors": ("authors", authors),
        "sources": ("source.name", [source.name] if source else ()),
        "sections": ("section", [front_matter.section] if front_matter.section else ()),
        "threads": ("thread", [front_matter.thread] if front_matter.thread else ()),
    }
    found: dict[str, tuple[Named, ...]] = {}
    for taxonomy in taxonomies:
        key, names = said.get(taxonomy) or (taxonomy, front_matter.terms.get(taxonomy, ()))
        by_slug: dict[str, Named] = {}
        for number, name in enumerate(names):
            slug = slugify(name)
            by_slug.setdefault(slug or name, Named(name, slug, document, key, number))
        found[taxonomy] = tuple(by_slug.values())
    return found


def check_names(taxonomy: str, named: Iterable[Named]) -> list[Diagnostic]:
    """Return an error for every name without a slug, and for every two names that share one.

    Spellings that differ in case, blanks and hyphens only are one name.
    """
    found: list[Diagnostic] = []
    first: dict[str, Named] = {}
    complained: set[tuple[str, str]] = set()
    for one in named:
        if not one.slug:
            message = f'"{one.name}" in {taxonomy} has neither letters nor digits'
            hint = "give it a name that can stand in a path"
            found.append(Diagnostic("error", "terms/no-slug", message, one.location, hint))
            continue
        other = first.setdefault(one.slug, one)
        same = one.name == other.name or fold_name(one.name) == fold_name(other.name)
        if same or (one.slug, fold_name(one.name)) in complained:
            continue
        complained.add((one.slug, fold_name(one.name)))
        message = f'"{one.name}" and "{other.name}" both make /{taxonomy}/{one.slug}/'
        note = f'"{other.name}" stands in {other.location}'
        hint = "use one spelling, or rename one of them"
        found.append(Diagnostic("error", "terms/collision", message, one.location, hint, (note,)))
    return found


def collect_terms(
    taxonomy: str,
    articles: Iterable[tuple[Article, Sequence[Named]]],
    documents: Iterable[TermDocument],
) -> dict[str, Term]:
    """Return the terms of a taxonomy by slug, in the order of their slugs.

    A term is named by its own page, else by its most usual spelling. A thread spelt as its slug
    is named in words: ``ukraine-talks`` is "Ukraine talks".

    Args:
        taxonomy: its name.
        articles: the published articles, latest first, with the names each says.
        documents: the pages of terms in content/.

    """
    pages = {slugify(name_of_term(document)): document for document in documents}
    members: dict[str, list[Article]] = {slug: [] for slug in pages}
    names_of: dict[str, list[str]] = {}
    for article, names in articles:
        for one in names:
            members.setdefault(one.slug, []).append(article)
            names_of.setdefault(one.slug, []).append(one.name)
    return {
        slug: Term(
            taxonomy=taxonomy,
            slug=slug,
            name=_display_name(taxonomy, slug, pages.get(slug), names_of.get(slug, ())),
            articles=tuple(members[slug]),
            document=pages.get(slug),
        )
        for slug in sorted(members)
    }


def name_of_term(document: TermDocument) -> str:
    """Return the name in the path of the page of a term."""
    *folders, file = document.path.split("/")
    stem = file.rsplit(".", 1)[0]
    return folders[-1] if stem == "index" and len(folders) > 1 else stem


def _display_name(taxonomy: str, slug: str, page: TermDocument | None, names: Sequence[str]) -> str:
    if page:
        return page.front_matter.title
    spellings = Counter(names)
    name = min(spellings, key=lambda name: (-spellings[name], name))
    # Editors write the slug of a thread as they write that of an article; readers never see it.
    if taxonomy == "threads" and name == slug:
        words = slug.replace("-", " ")
        return words[0].upper() + words[1:]
    return name
