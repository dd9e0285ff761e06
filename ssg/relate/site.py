"""Documents become a site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ssg.config.site import SiteConfig
from ssg.errors import Diagnostic, Location, SsgError
from ssg.model.document import Document
from ssg.model.site import (
    Article,
    Contents,
    Corrected,
    Page,
    Preview,
    Site,
    Status,
    Withdrawn,
    corrections_of,
)
from ssg.relate.comments import stray_comments
from ssg.relate.permalinks import article_path, page_path, slug_of
from ssg.relate.pins import read_pins
from ssg.relate.taxonomies import Named, check_names, collect_terms, name_of_term, names_in
from ssg.relate.translations import read_translations
from ssg.relate.visibility import published_from, status_of
from ssg.text.dates import in_zone
from ssg.text.slug import slugify


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An article or page that is to be shown, before its place is known."""

    document: Document
    date: datetime | None
    status: Status


def relate(contents: Contents, config: SiteConfig, now: datetime, preview: Preview) -> Site:
    """Return the site that some contents make at a moment.

    Raises:
        SsgError: with every article that has no date or no slug, and every two terms that collide.

    """
    now = now.astimezone(config.timezone)
    shown = [
        candidate
        for document in contents.documents
        if preview.shows((candidate := _candidate(document, config, now)).status)
    ]
    problems: list[Diagnostic] = []
    articles: list[tuple[Article, dict[str, tuple[Named, ...]]]] = []
    pages: list[Page] = []
    withdrawn: list[Withdrawn] = []
    for candidate in shown:
        try:
            if is_article(candidate.document):
                names = names_in(candidate.document, config.taxonomy_names, config.authors)
                article = _article(candidate, names, config, now)
                if notice := _withdrawn(article, config):
                    withdrawn.append(notice)
                else:
                    articles.append((article, names))
            else:
                page = _page(candidate, config)
                if notice := _withdrawn(page, config):
                    withdrawn.append(notice)
                else:
                    pages.append(page)
        except SsgError as failure:
            problems.extend(failure.diagnostics)
    articles.sort(key=lambda pair: pair[0].order)
    for taxonomy in config.taxonomy_names:
        problems.extend(
            check_names(taxonomy, (one for _, names in articles for one in names[taxonomy]))
        )
    problems.extend(_check_term_pages(contents))
    ordered = tuple(article for article, _ in articles)
    pins, about_pins = read_pins(ordered, contents.documents)
    problems.extend(one for one in about_pins if one.severity == "error")
    translations, about_translations = read_translations((*ordered, *pages), config.language)
    problems.extend(about_translations)
    if problems:
        raise SsgError(problems)
    return Site(
        articles=ordered,
        pages=tuple(sorted(pages, key=lambda page: page.path)),
        withdrawn=tuple(sorted(withdrawn, key=lambda one: one.path)),
        corrections=_corrections(ordered),
        taxonomies={
            taxonomy: collect_terms(
                taxonomy,
                [(article, names[taxonomy]) for article, names in articles],
                [term for term in contents.terms if term.taxonomy == taxonomy],
            )
            for taxonomy in config.taxonomy_names
        },
        pins=pins,
        translations=translations,
        contents=contents,
        warnings=(*_warnings(shown, contents), *about_pins, *stray_comments(contents)),
        by_path={article.path: article for article in ordered},
        page_by_path={page.path: page for page in pages},
        now=now,
    )


def is_article(document: Document) -> bool:
    """Tell whether a document is an article: it lies in posts/."""
    return document.path.startswith("posts/")


def _candidate(document: Document, config: SiteConfig, now: datetime) -> _Candidate:
    date = published_from(document)
    status = status_of(document.front_matter, date, now, config.timezone)
    return _Candidate(document, date, status)


def _article(
    candidate: _Candidate,
    names: dict[str, tuple[Named, ...]],
    config: SiteConfig,
    now: datetime,
) -> Article:
    document = candidate.document
    if candidate.date is None and candidate.status != "draft":
        hint = 'add "date: 2025-12-22", or begin the name of the file with it'
        where = Location(f"content/{document.path}")
        message = "the article has no date"
        raise SsgError([Diagnostic("error", "content/no-date", message, where, hint)])
    # A draft may still lack its date; a preview shows it as written now.
    date = in_zone(candidate.date, config.timezone) if candidate.date else now
    slug = slug_of(document)
    section = next((one.slug for one in names["sections"]), "")
    updated = document.front_matter.updated
    moments = (updated, *(one.date for one in document.front_matter.corrections))
    return Article(
        document=document,
        slug=slug,
        path=article_path(document, config.permalinks.articles, slug, date, section),
        date=date,
        updated=in_zone(updated, config.timezone) if updated else None,
        changed=max([date, *(in_zone(one, config.timezone) for one in moments if one)]),
        status=candidate.status,
        terms={taxonomy: tuple(one.slug for one in found) for taxonomy, found in names.items()},
    )


def _page(candidate: _Candidate, config: SiteConfig) -> Page:
    document = candidate.document
    updated = document.front_matter.updated
    return Page(
        document=document,
        path=page_path(document, config.permalinks.pages, slug_of(document)),
        updated=in_zone(updated, config.timezone) if updated else None,
        status=candidate.status,
    )


def _withdrawn(piece: Article | Page, config: SiteConfig) -> Withdrawn | None:
    """Return the notice that stands in the place of a piece, if it was withdrawn."""
    said = piece.document.front_matter.withdrawn
    if said is None:
        return None
    return Withdrawn(piece.document, piece.path, in_zone(said.date, config.timezone), said.reason)


def _corrections(articles: Sequence[Article]) -> tuple[Corrected, ...]:
    """Return the corrections of articles, latest first; the last of those of one moment."""
    found = [one for article in articles for one in corrections_of(article)]
    return tuple(sorted(found, key=lambda one: (one.date, one.number), reverse=True))


def _check_term_pages(contents: Contents) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    first: dict[tuple[str, str], str] = {}
    for document in contents.terms:
        name = name_of_term(document)
        other = first.setdefault((document.taxonomy, name), document.path)
        if other != document.path:
            message = f'"{name}" in {document.taxonomy} has two pages'
            where = Location(f"content/{document.path}")
            notes = (f"the other is content/{other}",)
            hint = "keep one of them"
            found.append(Diagnostic("error", "terms/collision", message, where, hint, notes))
        if slugify(name) != name:
            message = f'the file name "{name}" is not the slug of a term'
            hint = f'rename it to "{slugify(name) or "name"}.md"'
            where = Location(f"content/{document.path}")
            found.append(Diagnostic("error", "terms/wrong-file-name", message, where, hint))
    return found


def _warnings(shown: Sequence[_Candidate], contents: Contents) -> tuple[Diagnostic, ...]:
    in_documents = (warning for one in shown for warning in one.document.warnings)
    in_terms = (warning for term in contents.terms for warning in term.warnings)
    return (*in_documents, *in_terms)
