"""Links within the site: where each leads, and which lead nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from html import unescape

from ssg.errors import Diagnostic, Severity
from ssg.model.document import Document, Link, TermDocument
from ssg.model.links import ResolvedLinks
from ssg.model.site import Site
from ssg.text.suggest import nearest
from ssg.text.urls import decode_path, join, split_target


@dataclass(frozen=True, slots=True)
class _Map:
    """What can be linked to."""

    documents: Mapping[str, str]
    """Paths of published documents by source file."""
    unpublished: Collection[str]
    """Source files that are not published."""
    assets: Mapping[str, str]
    """Paths of other files of content/ by source file."""
    ids: Mapping[str, frozenset[str]]
    """The fragments of published documents by path."""
    known: Collection[str]
    """Every path of the site."""


def resolve_links(site: Site, known_paths: Collection[str], broken: Severity) -> ResolvedLinks:
    """Resolve every link of every published document.

    A link is the file of an article or page (``../posts/talks.md#part``), a file beside it, or a
    path of the site; all three may be relative.

    Args:
        site: the site.
        known_paths: every path that will be written, root-relative.
        broken: how grave a link is that leads nowhere.

    """
    owners = _owners(site)
    bundles = {
        document.path.rsplit("/", 1)[0]: path
        for document, path in owners
        if document.path.endswith("/index.md")
    }
    assets = {file: _asset_path(file, bundles) for file in site.contents.assets}
    published = {document.path: path for document, path in owners}
    unpublished = {document.path for document in site.contents.documents} - set(published)
    publishable = {
        path: site.contents.assets[file]
        for file, path in assets.items()
        if file.startswith("static/") or _bundle_of(file, bundles) is not None
    }
    known = set(known_paths) | set(publishable)
    ids = {path: document.content.ids for document, path in owners}
    there = _Map(published, unpublished, assets, ids, known)
    paths: dict[tuple[str, str], str] = {}
    used: set[str] = set()
    diagnostics: list[Diagnostic] = []
    for document, path in owners:
        for link in document.links():
            if (document.path, link.target) in paths:
                continue
            found = _resolve(link, document, path, there)
            if isinstance(found, Diagnostic):
                diagnostics.append(found)
            else:
                paths[document.path, link.target] = found
                used.add(split_target(found)[0])
    publishable |= {
        path: site.contents.assets[file] for file, path in assets.items() if path in used
    }
    graded = tuple(
        Diagnostic(broken, one.code, one.message, one.location, one.hint) for one in diagnostics
    )
    return ResolvedLinks(paths, publishable, graded)


def _owners(site: Site) -> list[tuple[Document | TermDocument, str]]:
    terms = (term for terms in site.taxonomies.values() for term in terms.values())
    return [
        *((article.document, article.path) for article in site.articles),
        *((page.document, page.path) for page in site.pages),
        *((term.document, term.path) for term in terms if term.document),
    ]


def _resolve(
    link: Link, document: Document | TermDocument, own_path: str, there: _Map
) -> str | Diagnostic:
    target, rest = split_target(unescape(link.target))
    decoded = decode_path(target)
    if not decoded:
        return _with_fragment(own_path, rest, link, there)
    folder = document.path.rpartition("/")[0]
    file = decoded.lstrip("/") if decoded.startswith("/") else join(folder, decoded)
    if file in there.documents:
        return _with_fragment(there.documents[file], rest, link, there)
    if file in there.unpublished:
        hint = "publish it, or take the link out"
        return _broken(link, f'"{link.target}" is not published', hint)
    if file in there.assets:
        return there.assets[file] + rest
    absolute = decoded if decoded.startswith("/") else "/" + join(own_path.strip("/"), decoded)
    if decoded.endswith("/") and not absolute.endswith("/"):
        absolute += "/"
    for candidate in (absolute, absolute + "/", absolute.removesuffix("index.html")):
        if candidate in there.known:
            return _with_fragment(candidate, rest, link, there)
    return _broken(link, f'"{link.target}" leads nowhere', _hint(decoded, file, there))


def _with_fragment(path: str, rest: str, link: Link, there: _Map) -> str | Diagnostic:
    fragment = decode_path(rest.partition("#")[2])
    ids = there.ids.get(path)
    if fragment and ids is not None and fragment not in ids and fragment != "top":
        close = nearest(fragment, ids)
        hint = f'did you mean "#{close}"?' if close else "give a heading there {#" + fragment + "}"
        return _broken(link, f'"{link.target}" names no heading of {path}', hint)
    return path + rest


def _hint(decoded: str, file: str, there: _Map) -> str:
    files: Iterable[str] = [*there.documents, *there.assets]
    name = file.rpartition("/")[2]
    same = sorted(one for one in files if one.rpartition("/")[2] == name and name)
    close = (
        (same[0] if same else None)
        or nearest(file, files)
        or (nearest(decoded, there.known) if decoded.startswith("/") else None)
    )
    return f'did you mean "{close}"?' if close else "mend it, or take it out"


def _broken(link: Link, message: str, hint: str) -> Diagnostic:
    return Diagnostic("error", "links/broken", message, link.location, hint)


def _asset_path(file: str, bundles: Mapping[str, str]) -> str:
    if file.startswith("static/"):
        return file.removeprefix("static")
    bundle = _bundle_of(file, bundles)
    return bundles[bundle] + file[len(bundle) + 1 :] if bundle else f"/{file}"


def _bundle_of(file: str, bundles: Mapping[str, str]) -> str | None:
    folder = file.rpartition("/")[0]
    while folder:
        if folder in bundles:
            return folder
        folder = folder.rpartition("/")[0]
    return None
