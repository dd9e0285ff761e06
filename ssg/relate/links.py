"""Links within the site: where each leads, and which lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from unicodedata import normalize

from ssg.errors import Diagnostic, Location, Severity
from ssg.model.document import Document, TermDocument
from ssg.model.files import FileRef
from ssg.model.links import ResolvedLinks
from ssg.model.site import Site, Withdrawn
from ssg.relate.hints import LinkHints
from ssg.text.suggest import nearest
from ssg.text.urls import decode_path, join, split_target

_PLAIN = re.compile(r"[\w-]+(?:/[\w-]+)*\.md", re.ASCII)


Owner = tuple[Document | TermDocument, str]
"""A published document with links, and its path."""


@dataclass(frozen=True, slots=True)
class LinkMap:
    """What can be linked to."""

    documents: Mapping[str, str]
    """Paths of published documents by source file."""
    withdrawn: Mapping[str, str]
    """Paths of the notices in the place of what was withdrawn by source file."""
    unpublished: Collection[str]
    """Source files that are not published."""
    assets: Mapping[str, str]
    """Paths of other files of content/ by source file."""
    ids: Mapping[str, frozenset[str]]
    """The fragments of published documents by path."""
    known: Collection[str]
    """Every path of the site."""
    redirects: Mapping[str, str]
    """Where aliases lead."""
    hints: LinkHints
    """What a link that leads nowhere may have meant."""
    publishable: Mapping[str, FileRef]
    """The files of content/ that are published whether or not a link leads there, by path."""
    withheld: Mapping[str, FileRef]
    """Those that would be, were they not shown by what was withdrawn, by path."""
    linkable: Mapping[str, FileRef]
    """All files of content/ that a link can lead to, by path."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What came of the links of some documents."""

    paths: Mapping[tuple[str, str], str]
    """By source file and target as written: where each leads."""
    used: Collection[str]
    """Paths that are led to, without what stands after ``#`` and ``?``."""
    diagnostics: tuple[Diagnostic, ...]
    """Links that lead nowhere."""


def resolve_links(site: Site, known_paths: Collection[str], broken: Severity) -> ResolvedLinks:
    """Resolve every link of every published document.

    A link is the file of an article or page (``../posts/talks.md#part``), a file beside it, or a
    path of the site, old ones included; all may be relative.

    Args:
        site: the site.
        known_paths: every path that will be written, root-relative.
        broken: how grave a link is that leads nowhere.

    """
    owners = link_owners(site)
    there = map_links(site, owners, known_paths)
    found = resolve(owners, there, broken)
    used = {path: file for path, file in there.linkable.items() if path in found.used}
    left_out = _left_out(there.withheld.keys() - used.keys(), there)
    return ResolvedLinks(
        found.paths, {**there.publishable, **used}, (*found.diagnostics, *left_out)
    )


def map_links(site: Site, owners: Sequence[Owner], known_paths: Iterable[str]) -> LinkMap:
    """Return what can be linked to on a site.

    Args:
        site: the site.
        owners: its documents with their paths.
        known_paths: every path that will be written, root-relative.

    """
    published = {document.path: path for document, path in owners}
    bundles = {
        file.rsplit("/", 1)[0]: path
        for file, path in published.items()
        if file.endswith("/index.md")
    }
    assets = {file: _asset_path(file, bundles) for file in site.contents.assets}
    publishable = {
        path: site.contents.assets[file]
        for file, path in assets.items()
        if file.startswith("static/") or _bundle_of(file, bundles) is not None
    }
    known = set(known_paths) | set(publishable)
    notices = {one.document.path: one.path for one in site.withdrawn}
    there = LinkMap(
        documents=published,
        withdrawn=notices,
        unpublished={one.path for one in site.contents.documents} - set(published) - set(notices),
        assets=assets,
        ids={path: document.ids for document, path in owners},
        known=known,
        redirects={
            alias: path
            for document, path in (*owners, *((one.document, one.path) for one in site.withdrawn))
            for alias in document.front_matter.aliases
        },
        hints=LinkHints([*published, *assets], filter(_is_meant, known)),
        publishable=publishable,
        withheld={},
        linkable={path: site.contents.assets[file] for file, path in assets.items()},
    )
    return _without_withheld(there, site.withdrawn)


def resolve(owners: Iterable[Owner], there: LinkMap, broken: Severity) -> Resolved:
    """Resolve every link of some documents.

    Args:
        owners: the documents with their paths.
        there: what can be linked to.
        broken: how grave a link is that leads nowhere.

    """
    paths: dict[tuple[str, str], str] = {}
    used: set[str] = set()
    diagnostics: list[Diagnostic] = []
    notices = set(there.withdrawn.values())
    for document, path in owners:
        folder = document.path.rpartition("/")[0]
        for target in document.targets:
            # Most links name a file beside the one they stand in.
            beside = there.documents.get(f"{folder}/{target}")
            if beside is not None and _PLAIN.fullmatch(target):
                paths[document.path, target] = beside
                continue
            found = _resolve(target, document.path, path, there)
            if isinstance(found, _Broken):
                diagnostics.extend(
                    Diagnostic(broken, "links/broken", found.message, link.location, found.hint)
                    for link in document.links()
                    if link.target == target
                )
            else:
                paths[document.path, target] = found
                used.add(split_target(found)[0])
                if found in notices:
                    diagnostics.extend(_to_withdrawn(document, target))
    return Resolved(paths, used, tuple(diagnostics))


def _to_withdrawn(document: Document | TermDocument, target: str) -> Iterator[Diagnostic]:
    """Yield a warning for every link in a document to a piece that was withdrawn."""
    for link in document.links():
        if link.target == target:
            message = f'"{target}" was withdrawn; the link leads to the notice'
            hint = "take the link out, unless it is about that"
            yield Diagnostic("warning", "links/withdrawn", message, link.location, hint)


def _without_withheld(there: LinkMap, withdrawn: Iterable[Withdrawn]) -> LinkMap:
    """Return what can be linked to, without publishing files for the sake of what was withdrawn."""
    shown: set[str] = set()
    for one in withdrawn:
        for target in one.document.targets:
            found = _resolve(target, one.document.path, one.path, there)
            if not isinstance(found, _Broken):
                shown.add(split_target(found)[0])
    kept = {path: file for path, file in there.publishable.items() if path not in shown}
    withheld = {path: file for path, file in there.publishable.items() if path in shown}
    return replace(there, publishable=kept, withheld=withheld)


def _left_out(paths: Collection[str], there: LinkMap) -> Iterator[Diagnostic]:
    """Yield a warning for every file that is left out."""
    for path in sorted(paths):
        label = there.withheld[path].label
        message = "only a piece that was withdrawn shows this file, so it is left out"
        hint = "delete it, or link to it from another piece"
        yield Diagnostic("warning", "links/withheld", message, Location(label), hint)


def link_owners(site: Site) -> list[Owner]:
    """Return every published document with its path."""
    terms = (term for terms in site.taxonomies.values() for term in terms.values())
    return [
        *((article.document, article.path) for article in site.articles),
        *((page.document, page.path) for page in site.pages),
        *((term.document, term.path) for term in terms if term.document),
    ]


@dataclass(frozen=True, slots=True)
class _Broken:
    """What is wrong with a link."""

    message: str
    hint: str


def _resolve(written: str, source: str, own_path: str, there: LinkMap) -> str | _Broken:
    """Return where a link leads.

    Args:
        written: the link.
        source: the file it stands in, below content/.
        own_path: the path of what that file makes.
        there: what a link can lead to.

    """
    if not written:
        return _Broken("a link without a target", "write one, or take it out")
    target, rest = split_target(written)
    decoded = normalize("NFC", decode_path(target))
    if not decoded:
        return _with_fragment(own_path, rest, written, there)
    folder = source.rpartition("/")[0]
    file = decoded.lstrip("/") if decoded.startswith("/") else join(folder, decoded)
    if file in there.documents:
        return _with_fragment(there.documents[file], rest, written, there)
    if file in there.withdrawn:
        # The heading that is meant is gone, and its words with it.
        return there.withdrawn[file]
    if file in there.unpublished:
        return _Broken(f'"{written}" is not published', "publish it, or take the link out")
    if file in there.assets:
        return there.assets[file] + rest
    absolute = decoded if decoded.startswith("/") else "/" + join(own_path.strip("/"), decoded)
    if decoded.endswith("/") and not absolute.endswith("/"):
        absolute += "/"
    for candidate in (absolute, absolute + "/", absolute.removesuffix("index.html")):
        if candidate in there.known:
            # A reader need not be sent round by an old path.
            path = there.redirects.get(candidate, candidate)
            if path in there.withdrawn.values():
                return path
            return _with_fragment(path, rest, written, there)
    return _Broken(f'"{written}" leads nowhere', there.hints.hint(decoded, file, folder))


def _with_fragment(path: str, rest: str, written: str, there: LinkMap) -> str | _Broken:
    if "#" not in rest:
        return path + rest
    # What follows ":~:" is for the browser: words to scroll to.
    fragment = decode_path(rest.partition("#")[2]).partition(":~:")[0]
    ids = there.ids.get(path)
    if fragment and ids is not None and fragment not in ids and fragment != "top":
        close = nearest(fragment, ids)
        hint = f'did you mean "#{close}"?' if close else "give a heading there {#" + fragment + "}"
        return _Broken(f'"{written}" names no heading of {path}', hint)
    return path + rest


def _is_meant(path: str) -> bool:
    """Tell whether an editor who misspells a path may mean this one, and no picture that is drawn
    for others.
    """
    return not path.endswith("/card.png") and not path.startswith("/icons/")


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
