"""Links within the site: where each leads, and which lead nowhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from ssg.errors import Diagnostic, Severity
from ssg.model.document import Document, TermDocument
from ssg.model.files import FileRef
from ssg.model.links import ResolvedLinks
from ssg.model.site import Site
from ssg.text.suggest import Nearby, nearest
from ssg.text.urls import decode_path, join, relative_to, split_target

_PLAIN = re.compile(r"[\w-]+(?:/[\w-]+)*\.md", re.ASCII)


Owner = tuple[Document | TermDocument, str]
"""A published document with links, and its path."""


@dataclass(frozen=True, slots=True)
class LinkMap:
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
    redirects: Mapping[str, str]
    """Where aliases lead."""
    hints: _Hints
    """What a link that leads nowhere may have meant."""
    publishable: Mapping[str, FileRef]
    """The files of content/ that are published whether or not a link leads there, by path."""
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


class _Hints:
    """Finds what a link that leads nowhere may have meant; made ready by the first of them."""

    def __init__(self, files: Iterable[str], paths: Iterable[str]) -> None:
        """Set up.

        Args:
            files: the files of content/ that can be linked to.
            paths: every path of the site.

        """
        self._all_files = sorted(files)
        self._all_paths = paths
        self._known: dict[tuple[str, str], str] = {}

    def hint(self, decoded: str, file: str, folder: str) -> str:
        """Return what to do about a link.

        Args:
            decoded: its target.
            file: the file that it would be, below content/.
            folder: the folder below content/ in which it is written.

        """
        if decoded.startswith("www."):
            return f'write "https://{decoded}" if it leaves the site'
        if (decoded, file) not in self._known:
            self._known[decoded, file] = self._find(decoded, file)
        close = self._known[decoded, file]
        if close and not close.startswith("/"):
            close = f"/{close}" if decoded.startswith("/") else relative_to(folder, close)
        return f'did you mean "{close}"?' if close else "mend it, or take it out"

    def _find(self, decoded: str, file: str) -> str:
        name = file.rpartition("/")[2]
        close = (
            (self._named[name][0] if name in self._named else None)
            or self._files.nearest(file)
            or (self._paths.nearest(decoded) if decoded.startswith("/") else None)
        )
        return close or ""

    @cached_property
    def _named(self) -> Mapping[str, list[str]]:
        named: dict[str, list[str]] = defaultdict(list)
        for file in self._all_files:
            named[file.rpartition("/")[2]].append(file)
        return dict(named)

    @cached_property
    def _files(self) -> Nearby:
        return Nearby(self._all_files)

    @cached_property
    def _paths(self) -> Nearby:
        return Nearby(self._all_paths)


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
    return ResolvedLinks(found.paths, {**there.publishable, **used}, found.diagnostics)


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
    return LinkMap(
        documents=published,
        unpublished={one.path for one in site.contents.documents} - set(published),
        assets=assets,
        ids={path: document.ids for document, path in owners},
        known=known,
        redirects={
            alias: path for document, path in owners for alias in document.front_matter.aliases
        },
        hints=_Hints([*published, *assets], known),
        publishable=publishable,
        linkable={path: site.contents.assets[file] for file, path in assets.items()},
    )


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
    return Resolved(paths, used, tuple(diagnostics))


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
