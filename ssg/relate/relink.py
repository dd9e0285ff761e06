"""Links of a site in which some documents say something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ssg.errors import Diagnostic, Severity
from ssg.model.document import Document, TermDocument
from ssg.model.links import ResolvedLinks
from ssg.model.site import Site
from ssg.relate.links import LinkMap, link_owners, resolve
from ssg.text.urls import split_target


def relinked(
    before: ResolvedLinks,
    there: LinkMap,
    site: Site,
    edits: Sequence[tuple[Document, Document]],
    broken: Severity,
) -> ResolvedLinks | None:
    """Return what :func:`ssg.relate.links.resolve_links` makes of a site after an edit.

    Args:
        before: where links led.
        there: what could be linked to before this edit, or an earlier one.
        site: the site.
        edits: the documents that say something else, before and after; each has kept its place.
        broken: how grave a link is that leads nowhere.

    Returns:
        Where links lead; none where other files are to be published for it.

    """
    headings_moved = any(was.ids != now.ids for was, now in edits)
    complaints = {_file(one) for one in before.diagnostics}
    changed = {
        now.path
        for was, now in edits
        if was.targets != now.targets or f"content/{now.path}" in complaints
    }
    if not changed and not headings_moved:
        return before
    owners = link_owners(site)
    affected = [
        (one, path)
        for one, path in owners
        if one.path in changed or (headings_moved and any("#" in target for target in one.targets))
    ]
    now = replace(there, ids={path: one.ids for one, path in owners})
    found = resolve(affected, now, broken)
    paths = dict(before.paths)
    led = {
        split_target(paths.pop((one.path, target), ""))[0]
        for one in _before((one for one, _ in affected), edits)
        for target in one.targets
    }
    if _picked(found.used, there) != _picked(led, there):
        return None
    sources = {f"content/{one.path}" for one, _ in affected}
    others = (one for one in before.diagnostics if _file(one) not in sources)
    diagnostics = _in_order((*others, *found.diagnostics), (one.path for one, _ in owners))
    return replace(before, paths={**paths, **found.paths}, diagnostics=diagnostics)


def _before(
    documents: Iterable[Document | TermDocument], edits: Iterable[tuple[Document, Document]]
) -> Iterator[Document | TermDocument]:
    """Yield some documents as they were."""
    was = {now.path: was for was, now in edits}
    return (was.get(one.path, one) for one in documents)


def _in_order(diagnostics: Sequence[Diagnostic], sources: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Return complaints in the order of the files in which they stand."""
    if not diagnostics:
        return ()
    places = {f"content/{path}": place for place, path in enumerate(sources)}
    # Last come complaints about files that are no documents.
    return tuple(sorted(diagnostics, key=lambda one: places.get(_file(one), len(places))))


def _picked(paths: Iterable[str], there: LinkMap) -> set[str]:
    """Return the files among some paths that are published only because a link leads there."""
    return {path for path in paths if path in there.linkable and path not in there.publishable}


def _file(complaint: Diagnostic) -> str:
    return complaint.location.path if complaint.location else ""
