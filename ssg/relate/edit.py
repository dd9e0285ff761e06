"""A site in which some documents say something else, and all else is as it was."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ssg.errors import Diagnostic
from ssg.model.document import Document
from ssg.model.front_matter import FrontMatter
from ssg.model.site import Article, Page, Pins, Site, Term

T = TypeVar("T")

# What front matter may say without any effect on who is published, where, or next to whom.
_APART: Mapping[str, object] = {
    "title": "",
    "standfirst": "",
    "canonical": "",
    "image": None,
    "toc": None,
    "comments": True,
    "template": "",
    "extra": {},
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where the documents of a site stand; as long as each keeps its place, so does this."""

    documents: Mapping[str, int]
    """Its number among all, by source file."""
    articles: Mapping[str, int]
    """The number of its article among all, by source file."""
    pages: Mapping[str, int]
    """The number of its page among all, by source file."""

    def shows(self, document: Document) -> bool:
        """Tell whether a document is published."""
        return document.path in self.articles or document.path in self.pages


def places_of(site: Site) -> Places:
    """Return where each document of a site stands."""
    return Places(
        documents={one.path: number for number, one in enumerate(site.contents.documents)},
        articles={one.document.path: number for number, one in enumerate(site.articles)},
        pages={one.document.path: number for number, one in enumerate(site.pages)},
    )


def keeps_place(before: Document, after: Document) -> bool:
    """Tell whether an edit leaves a document where it is, and all others too.

    What was withdrawn decides which files of content/ are left out.
    """
    if before.front_matter.withdrawn or after.front_matter.withdrawn:
        return False
    # What has an image has no share card.
    images = {one.front_matter.has_shareable_image for one in (before, after)}
    same_place = before.path == after.path and len(images) == 1
    return same_place and _placing(before) == _placing(after)


def with_documents(site: Site, places: Places, documents: Sequence[Document]) -> Site | None:
    """Return what :func:`ssg.relate.site.relate` makes of a site once some documents are edited.

    Args:
        site: the site before.
        places: where its documents stand.
        documents: what the edited files say now; each keeps its place.

    Returns:
        The site; none where a complaint about an edited file, and how it fits in, may have moved.

    """
    numbers = {places.documents[one.path]: one for one in documents}
    before = [site.contents.documents[number] for number in numbers]
    if _others_speak_of(site, places, before):
        return None
    contents = replace(site.contents, documents=spliced(site.contents.documents, numbers))
    same = all(was.warnings == now.warnings for was, now in zip(before, documents, strict=True))
    articles = {
        places.articles[one.path]: replace(site.articles[places.articles[one.path]], document=one)
        for one in documents
        if one.path in places.articles
    }
    pages = {
        places.pages[one.path]: replace(site.pages[places.pages[one.path]], document=one)
        for one in documents
        if one.path in places.pages
    }
    edited = {one.path: one for one in articles.values()}
    return replace(
        site,
        articles=spliced(site.articles, articles),
        pages=spliced(site.pages, pages),
        corrections=tuple(
            replace(one, article=edited.get(one.article.path, one.article))
            for one in site.corrections
        ),
        taxonomies=_taxonomies(site.taxonomies, edited.values()),
        pins=_pins(site.pins, edited),
        translations=_translations(
            site.translations, {**edited, **{one.path: one for one in pages.values()}}
        ),
        contents=contents,
        warnings=site.warnings if same else _warnings(site, places, contents.documents),
        by_path={**site.by_path, **edited},
        page_by_path={**site.page_by_path, **{one.path: one for one in pages.values()}},
    )


def spliced(values: tuple[T, ...], others: Mapping[int, T]) -> tuple[T, ...]:
    """Return values with others in the places of some."""
    new = list(values)
    for number, other in others.items():
        new[number] = other
    return tuple(new)


def _placing(document: Document) -> FrontMatter:
    return replace(document.front_matter, **_APART)  # type: ignore[arg-type]


def _others_speak_of(site: Site, places: Places, documents: Iterable[Document]) -> bool:
    """Tell whether one of some documents is complained of for how it fits in with others."""
    shown = {f"content/{one.path}": one for one in documents if places.shows(one)}
    own = sum(len(one.warnings) for one in shown.values())
    return own != sum(1 for one in site.warnings if one.location and one.location.path in shown)


def _warnings(site: Site, places: Places, documents: Iterable[Document]) -> tuple[Diagnostic, ...]:
    """Return the complaints about a site whose documents have become others."""

    def made(documents: Iterable[Document]) -> list[Diagnostic]:
        shown = (one for one in documents if one.warnings and places.shows(one))
        return [warning for one in shown for warning in one.warnings]

    return (*made(documents), *site.warnings[len(made(site.contents.documents)) :])


def _taxonomies(
    taxonomies: Mapping[str, Mapping[str, Term]], edited: Iterable[Article]
) -> Mapping[str, Mapping[str, Term]]:
    new = {taxonomy: dict(terms) for taxonomy, terms in taxonomies.items()}
    for article in edited:
        for taxonomy, slugs in article.terms.items():
            for slug in slugs:
                term = new[taxonomy][slug]
                place = bisect_left(term.articles, article.order, key=lambda one: one.order)
                articles = spliced(term.articles, {place: article})
                new[taxonomy][slug] = replace(term, articles=articles)
    return new


def _translations(
    translations: Mapping[str, tuple[Article | Page, ...]], edited: Mapping[str, Article | Page]
) -> Mapping[str, tuple[Article | Page, ...]]:
    return {
        path: tuple(edited.get(one.path, one) for one in pieces)
        for path, pieces in translations.items()
    }


def _pins(pins: Pins, edited: Mapping[str, Article]) -> Pins:
    related = {
        path: tuple(edited.get(one.path, one) for one in picked)
        for path, picked in pins.related.items()
        if picked
    }
    follows = {path: edited.get(one.path, one) for path, one in pins.follows.items()}
    return replace(pins, related={**pins.related, **related}, follows=follows)
