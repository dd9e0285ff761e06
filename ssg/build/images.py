"""What is known of the pictures that a site publishes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from ssg.build.digests import bytes_of
from ssg.build.files import unreadable
from ssg.build.memory import Memory
from ssg.build.pool import in_chunks
from ssg.errors import Diagnostic, Location, SsgError
from ssg.model.files import FileRef
from ssg.model.image import NO_IMAGES, ImageFacts, Images
from ssg.model.links import ResolvedLinks
from ssg.model.site import Site
from ssg.relate.links import link_owners
from ssg.text.urls import split_target

# With fewer, processes cost more than they save.
_WORTH_PROCESSES = 6
_AT_HAND = 256
_SUFFIXES = frozenset({"jpg", "jpeg", "jpe", "png", "gif", "webp", "avif", "svg"})

Looked = ImageFacts | tuple[Diagnostic, ...]
"""What is known of a picture, or what is wrong with it."""


def published_images(
    site: Site, links: ResolvedLinks, memory: Memory, problems: list[Diagnostic]
) -> Images:
    """Return the pictures that a site publishes: those that pages show, in all sizes, and all
    others but those of static/, which are published as they are.

    Args:
        site: the site.
        links: where links lead.
        memory: what was found before.
        problems: what is wrong with them is added to it.

    """
    shown = _shown(site, links)
    files = {
        path: file
        for path, file in links.assets.items()
        if path in shown or (_is_picture(file) and not file.label.startswith("content/static/"))
    }
    if not files:
        return NO_IMAGES
    known = _facts(files.values(), memory, problems)
    # Imported here, as what it needs is, for sites that have pictures.
    from ssg.pictures.widths import published

    found = {
        path: published(file, path, known[file.digest])
        for path, file in files.items()
        if file.digest in known
    }
    return Images(
        {path: one if path in shown else replace(one, variants=()) for path, one in found.items()}
    )


def _shown(site: Site, links: ResolvedLinks) -> Collection[str]:
    """Return the paths of all pictures that pages show."""
    paths = links.paths
    return {
        split_target(paths.get((document.path, target), ""))[0]
        for document, _ in link_owners(site)
        for target in document.pictures
    }


def _is_picture(file: FileRef) -> bool:
    return file.label.rpartition(".")[2].lower() in _SUFFIXES


def _facts(
    files: Iterable[FileRef], memory: Memory, problems: list[Diagnostic]
) -> Mapping[str, ImageFacts]:
    """Return what is known of some pictures, by digest; each is looked at once."""
    by_digest = {one.digest: one for one in files}
    known = memory.image_facts()
    missing = [one for digest, one in by_digest.items() if digest not in known]
    if not missing:
        return known
    workers = memory.workers if len(missing) >= _WORTH_PROCESSES else 1
    found: dict[str, ImageFacts] = {}
    for looked in in_chunks(missing, _nothing, _look, workers):
        for digest, one in looked:
            if isinstance(one, ImageFacts):
                found[digest] = one
            else:
                problems.extend(one)
    if len(known) > 2 * len(by_digest) + _AT_HAND:
        known = {digest: one for digest, one in known.items() if digest in by_digest}
    known = {**known, **found}
    memory.keep_image_facts(known)
    return known


def _nothing() -> None:
    """Return what looking at pictures needs besides them."""


def _look(_: None, files: Sequence[FileRef]) -> list[tuple[str, Looked]]:
    return [(one.digest, _look_at(one)) for one in files]


def _look_at(file: FileRef) -> Looked:
    # Pillow is large, and most builds have no picture to look at.
    from ssg.pictures.facts import facts

    try:
        return facts(bytes_of(file), Location(file.label))
    except SsgError as failure:
        return failure.diagnostics
    except OSError as problem:
        return (unreadable(problem, file.label),)
