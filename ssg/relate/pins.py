"""What the editors say of related articles: pins, exclusions, what follows what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from ssg.errors import Diagnostic, Severity
from ssg.model.document import Document
from ssg.model.site import Article, Pins
from ssg.relate.permalinks import name_of
from ssg.text.slug import slugify
from ssg.text.suggest import did_you_mean


def read_pins(
    articles: Sequence[Article], documents: Sequence[Document]
) -> tuple[Pins, list[Diagnostic]]:
    """Return what the editors say in the front matter of published articles, and complaints.

    An article is named by its slug, or by its file with or without ``.md``.

    Args:
        articles: those that are published.
        documents: all there are, to tell a draft from a slip of the pen.

    """
    reader = _Reader(articles, documents)
    related: dict[str, tuple[Article, ...]] = {}
    excluded: dict[str, frozenset[str]] = {}
    follows: dict[str, Article] = {}
    for article in articles:
        front_matter = article.document.front_matter
        related[article.path] = reader.all(article, "related", front_matter.related)
        left_out = reader.all(article, "related_exclude", front_matter.related_exclude)
        excluded[article.path] = frozenset(one.path for one in left_out)
        if front_matter.follows:
            followed = reader.one(article, "follows", front_matter.follows)
            if followed:
                follows[article.path] = followed
    return Pins(related, excluded, follows), reader.diagnostics


class _Reader:
    """Finds articles by their names, and notes those that are not there."""

    def __init__(self, articles: Sequence[Article], documents: Sequence[Document]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._articles = articles
        self._documents = documents

    @cached_property
    def _known(self) -> dict[str, Article]:
        known: dict[str, Article] = {}
        # The latest of several with one slug: it comes first.
        for article in self._articles:
            for name in _names(article.document, article.slug):
                known.setdefault(name, article)
        return known

    @cached_property
    def _unpublished(self) -> set[str]:
        return {name for one in self._documents for name in _names(one, "")}

    @cached_property
    def _withdrawn(self) -> set[str]:
        withdrawn = (one for one in self._documents if one.front_matter.withdrawn)
        return {name for one in withdrawn for name in _names(one, "")}

    def all(self, article: Article, key: str, names: Sequence[str]) -> tuple[Article, ...]:
        found = (self._find(article, f"{key}.{number}", name) for number, name in enumerate(names))
        return tuple({one.path: one for one in found if one}.values())

    def one(self, article: Article, key: str, name: str) -> Article | None:
        return self._find(article, key, name)

    def _find(self, article: Article, key: str, name: str) -> Article | None:
        plain = name.strip("/").removeprefix("content/").removeprefix("posts/").removesuffix(".md")
        found = self._known.get(plain)
        if found is article:
            self._note("warning", article, key, f'"{name}" is the article itself', "take it out")
            return None
        if found:
            return found
        if plain in self._withdrawn:
            self._note("warning", article, key, f'"{name}" was withdrawn', "take it out")
            return None
        if plain in self._unpublished:
            hint = "it is left out until it is published"
            self._note("warning", article, key, f'"{name}" is not published', hint)
            return None
        hint = did_you_mean(plain, self._known) or "name an article by its slug"
        self._note("error", article, key, f'there is no article "{name}"', hint)
        return None

    def _note(
        self, severity: Severity, article: Article, key: str, message: str, hint: str
    ) -> None:
        document = article.document
        where = document.place(key, key.split(".")[0])
        code = "related/unknown" if severity == "error" else "related/left-out"
        self.diagnostics.append(Diagnostic(severity, code, message, where, hint))


def _names(document: Document, slug: str) -> set[str]:
    file = document.path.removeprefix("posts/").removesuffix(".md").removesuffix("/index")
    own = slugify(name_of(document.path)[1])
    return {name for name in (slug, file, own, document.front_matter.slug) if name}
