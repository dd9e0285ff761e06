"""Pieces that are translations of one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ssg.errors import Diagnostic
from ssg.model.site import Article, Page

Piece = Article | Page
"""What can be translated."""


def read_translations(
    pieces: Iterable[Piece], language: str
) -> tuple[dict[str, tuple[Piece, ...]], list[Diagnostic]]:
    """Return published pieces that share a key of translations, by the path of each, and complaints
    about those that are in one language.

    The original comes first: the piece in the language of the site, else the oldest.

    Args:
        pieces: articles and pages.
        language: the language of the site.

    """
    groups: dict[str, list[Piece]] = {}
    for piece in pieces:
        key = piece.document.front_matter.translation_key
        if key:
            groups.setdefault(key, []).append(piece)
    found: dict[str, tuple[Piece, ...]] = {}
    problems: list[Diagnostic] = []
    for key, group in groups.items():
        problems.extend(_twice(key, group))
        published = [one for one in group if one.status == "published"]
        if len(published) > 1:
            ordered = tuple(sorted(published, key=lambda one: _order(one, language)))
            found.update((one.path, ordered) for one in ordered)
    return found, problems


def paths_beside(piece: Piece, translations: Mapping[str, tuple[Piece, ...]]) -> frozenset[str]:
    """Return the paths of the translations of a piece, without its own."""
    return frozenset(one.path for one in translations.get(piece.path, ())) - {piece.path}


def _order(piece: Piece, language: str) -> tuple[bool, bool, float, str, str]:
    own, of_site = piece.document.language.casefold(), language.casefold()
    # A piece in "en" is the original on a site in "en-CA".
    other = own.split("-")[0] != of_site.split("-")[0]
    date = piece.date.timestamp() if isinstance(piece, Article) else 0.0
    return (other, own != of_site, date, own, piece.path)


def _twice(key: str, group: Iterable[Piece]) -> Iterable[Diagnostic]:
    first: dict[str, str] = {}
    for piece in sorted(group, key=lambda one: one.document.path):
        document = piece.document
        other = first.setdefault(document.language.casefold(), document.path)
        if other != document.path:
            message = f'two translations of "{key}" are in the language "{document.language}"'
            where = document.place("lang", "translation_key")
            hint = 'give each a "lang" of its own, or another translation_key'
            notes = (f"the other is content/{other}",)
            yield Diagnostic("error", "translation/same-language", message, where, hint, notes)
