"""Whether the site still answers a question as it did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import blake2b

from ssg.model.comments import StoredComments
from ssg.model.document import Document, TermDocument
from ssg.model.links import ResolvedLinks
from ssg.model.output import Read
from ssg.model.related import Related, RelatedFinder
from ssg.model.site import Article, Corrected, Page, Site, Term, Withdrawn
from ssg.render.front import Front, Moving
from ssg.render.listed import Listed, ListedCorrections, PlaceInThread, Span
from ssg.render.questions import Questions

RelatedAnswers = tuple[bytes, bytes, bytes]
"""Digests of what related articles depend on, of those found, and of what happened next."""

_OF_ONE = {"card", "article", "page", "text"}


class Answers:
    """Digests of answers, by question: whether one is what it was."""

    def __init__(
        self,
        questions: Questions,
        site: Site,
        links: ResolvedLinks,
        finder: RelatedFinder,
        related: Mapping[str, RelatedAnswers],
        known: Mapping[Read, bytes] | None = None,
    ) -> None:
        """Begin; the questions are asked without being noted.

        Args:
            questions: answers them.
            site: the site.
            links: where links lead.
            finder: finds related articles.
            related: what was found before, by path.
            known: answers that are known already.

        """
        self._questions = questions
        self._site = site
        self._links = links
        self._finder = finder
        self._related_before = related
        self.related: dict[str, RelatedAnswers] = {}
        """What is found now; grows with the questions."""
        self._known: dict[Read, bytes] = dict(known or {})
        self._places: dict[str, str] = {}

    def digest(self, read: Read) -> bytes:
        """Return a digest of the answer to a question; nothing where its object is gone."""
        if read[0] == "archive":  # there are more of these than of all others
            return self._questions.archive(read[1]).encode()
        found = self._known.get(read)
        if found is None:
            try:
                answer = self._answer(read)
            except (KeyError, StopIteration):
                found = b""
            else:
                found = blake2b(answer.encode(), digest_size=12).digest()
            self._known[read] = found
        return found

    def _answer(self, read: Read) -> str:
        match read:
            case ("card", path):
                article = self._site.by_path[path]
                return f"{article.document.face.hex()} {self._placed(article)}"
            case ("article", path):
                article = self._site.by_path[path]
                return f"{article.document.key.hex()} {self._placed(article)}"
            case ("author", slug):
                term = self._site.term("authors", slug)
                said = term.document
                if said is None:
                    return term.name
                return f"{term.name} {said.standfirst!r} {said.image!r} {self._targets(said)}"
            case ("page", path):
                page = self._site.page_by_path[path]
                return f"{page.document.key.hex()} {path} {page.status} {page.updated}"
            case ("text", source):
                document = self._documents[source]
                return f"{document.key.hex()} {self._targets(document)}"
            case ("related" | "next" as name, path):
                found = self.about_related(path)
                return (found[1] if name == "related" else found[2]).hex()
            case (name, *arguments):
                return repr(_essence(getattr(self._questions, name)(*arguments)))
        raise KeyError(read)

    def known_apart_from(self, pieces: Iterable[Article | Page]) -> Mapping[Read, bytes]:
        """Return what is known of single articles and pages, but for some."""
        edited = {name for one in pieces for name in (one.path, one.document.path)}
        # At once: another thread may ask meanwhile.
        known = self._known.copy()
        return {
            read: digest
            for read, digest in known.items()
            if read[0] in _OF_ONE and read[1] not in edited
        }

    def prepare(self) -> None:
        """Work out what the answers about all articles have in common."""
        for article in self._site.articles[:1]:
            self._finder.inputs(article)

    def unsure(self) -> list[str]:
        """Return the paths of the articles beside which others may stand than were known."""
        known = self._related_before
        return [
            one.path
            for one in self._site.articles
            if one.path not in known or known[one.path][0] != self._finder.inputs(one)
        ]

    def learn(self, path: str, known: RelatedAnswers) -> None:
        """Take what another process worked out."""
        self.related[path] = known

    def about_related(self, path: str) -> RelatedAnswers:
        """Return what is known of the related articles of one, found again if it may differ."""
        if path not in self.related:
            inputs = self._finder.inputs(self._site.by_path[path])
            before = self._related_before.get(path)
            if before is None or before[0] != inputs:
                shown = (self._questions.related(path), self._questions.next(path))
                related, following = (
                    blake2b(repr(_essence(one)).encode(), digest_size=12).digest() for one in shown
                )
                before = (inputs, related, following)
            self.related[path] = before
        return self.related[path]

    def _placed(self, article: Article) -> str:
        """Return where an article stands: asked for by its card, and by its own page."""
        placed = self._places.get(article.path)
        if placed is None:
            taxonomies = self._site.taxonomies
            names = [
                (taxonomy, slug, taxonomies[taxonomy][slug].name)
                for taxonomy, slugs in article.terms.items()
                for slug in slugs
            ]
            moments = (str(article.date), str(article.updated), str(article.changed))
            said = (article.path, *moments, article.status, names)
            placed = f"{said} {self._targets(article.document)}"
            self._places[article.path] = placed
        return placed

    def _targets(self, document: Document | TermDocument) -> str:
        """Return where the links of a document lead."""
        paths, source = self._links.paths, document.path
        return " ".join([paths.get((source, one), one) for one in document.targets])

    @cached_property
    def _documents(self) -> Mapping[str, Document | TermDocument]:
        site = self._site
        terms = (term.document for terms in site.taxonomies.values() for term in terms.values())
        pieces: tuple[Article | Page, ...] = (*site.articles, *site.pages)
        documents = (one.document for one in pieces)
        return {one.path: one for one in (*documents, *terms) if one is not None}


def _essence(value: object) -> object:
    """Return an answer as values that tell it from another; what articles say is asked apart."""
    match value:
        case Article():
            return value.path
        case Term():
            return (value.taxonomy, value.slug, value.name, value.document and value.document.key)
        case Related():
            return (value.article.path, value.why, value.reasons)
        case PlaceInThread():
            return (value.count, _essence(value.newer), _essence(value.older))
        case Withdrawn():
            return (value.path, str(value.date), value.reason)
        case StoredComments():
            return value.digest
        case Corrected():
            return (value.article.path, value.number, value.index, str(value.date))
        case ListedCorrections():
            return (_essence(value.corrections), value.pages)
        case Listed():
            return (_essence(value.articles), value.pages)
        case Span():
            return (value.count, _essence(value.first), value.updated, value.months)
        case Front():
            parts = (value.lead, value.lead_thread, value.stories, value.links, value.sections)
            return (_essence(parts), _essence(value.threads))
        case Moving():
            return (_essence(value.term), value.count, value.updated, _essence(value.latest))
        case tuple():
            return tuple(map(_essence, value))
    return value
