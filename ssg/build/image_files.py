"""Pictures made in the sizes and formats in which they are published, each once.

They are kept in .ssg/images/ by a digest of the file, of how they are made, and of what makes them.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

import ssg
from ssg.build.cache import CacheBroken, sealed, unsealed
from ssg.build.digests import bytes_of
from ssg.build.memory import CACHE, IMAGES
from ssg.build.pool import in_chunks
from ssg.build.project import Project
from ssg.errors import Diagnostic, Location, SsgError
from ssg.model.files import FileRef
from ssg.model.image import Recipe
from ssg.model.output import ImageSubject

# With fewer, processes cost more than they save.
_WORTH_PROCESSES = 2
_SPARE = 256

Work = tuple[FileRef, tuple[Recipe, ...]]
"""A picture, and what is to be made of it."""


def make_images(
    project: Project, wanted: Collection[str], workers: int, advance: Callable[[int, int], None]
) -> None:
    """Make the pictures that are wanted and not kept, so that they can be copied.

    Args:
        project: the site.
        wanted: the files to write, by their path below the output folder.
        workers: how many processes may work at once.
        advance: is told of how many pictures how many are done.

    Raises:
        OSError: the disk is full, or can't be written.
        SsgError: with everything that is wrong with the pictures.

    """
    folder = _folder(project.root)
    recipes: dict[FileRef, list[Recipe]] = defaultdict(list)
    for job in project.jobs:
        subject = job.subject
        if not isinstance(subject, ImageSubject) or job.output_path not in wanted:
            continue
        if not (folder / _name(subject)).exists():
            recipes[subject.file].append(subject.recipe)
    if not recipes:
        return
    folder.mkdir(parents=True, exist_ok=True)
    # The large ones first, so that no process waits for another at the end.
    work = sorted(
        ((file, tuple(made)) for file, made in recipes.items()),
        key=lambda one: -os.path.getsize(one[0].path),
    )
    count = workers if len(work) >= _WORTH_PROCESSES else 1
    done, problems = 0, list[Diagnostic]()
    for found in in_chunks(work, partial(Path, folder), _make_all, count):
        done += len(found)
        for complaints in found:
            problems.extend(complaints)
        advance(done, len(work))
    if problems:
        raise SsgError(problems)


def made_image(root: Path, subject: ImageSubject) -> bytes:
    """Return a picture as it is published, from what is kept where it was made before.

    Raises:
        OSError: its file can't be read.
        SsgError: it is damaged.

    """
    folder = _folder(root)
    kept = folder / _name(subject)
    with suppress(OSError, CacheBroken):
        return bytes(unsealed(kept.read_bytes()))
    data = _made(subject.file, (subject.recipe,))[0]
    with suppress(OSError):  # then it is made again next time
        folder.mkdir(parents=True, exist_ok=True)
        _keep(kept, data)
    return data


def forget_images(project: Project) -> None:
    """Remove pictures that the site has no more, once they are the greater part."""
    folder = _folder(project.root)
    try:
        there = os.listdir(folder)
    except OSError:
        return
    subjects = (job.subject for job in project.jobs)
    wanted = {_name(one) for one in subjects if isinstance(one, ImageSubject)}
    if len(there) > 2 * len(wanted) + _SPARE:
        for name in set(there) - wanted:
            with suppress(OSError):
                (folder / name).unlink()


def _make_all(folder: Path, work: Sequence[Work]) -> list[tuple[Diagnostic, ...]]:
    """Make all of some pictures; return what is wrong with each."""
    return [_make(folder, file, recipes) for file, recipes in work]


def _make(folder: Path, file: FileRef, recipes: tuple[Recipe, ...]) -> tuple[Diagnostic, ...]:
    try:
        made = _made(file, recipes)
    except SsgError as failure:
        return failure.diagnostics
    for recipe, data in zip(recipes, made, strict=True):
        _keep(folder / _name(ImageSubject(file, recipe)), data)
    return ()


def _made(file: FileRef, recipes: Sequence[Recipe]) -> list[bytes]:
    # Pillow is large, and most builds have no picture to make.
    from ssg.pictures.variants import variants

    return variants(bytes_of(file), recipes, Location(file.label))


def _keep(place: Path, data: bytes) -> None:
    """Keep a picture; whoever looks meanwhile finds all of it or nothing."""
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    draft.write_bytes(sealed(data))
    draft.replace(place)


def _folder(root: Path) -> Path:
    return root / CACHE / IMAGES


def _name(subject: ImageSubject) -> str:
    recipe = subject.recipe
    said = f"{subject.file.digest} {recipe.format} {recipe.width} {recipe.height} {_maker()}"
    return f"{blake2b(said.encode(), digest_size=16).hexdigest()}.{recipe.format}"


@lru_cache
def _maker() -> str:
    """Return what tells pictures that this program makes from those of another version."""
    digest = blake2b(version("pillow").encode(), digest_size=8)
    for path in sorted((Path(ssg.__file__).parent / "pictures").glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
