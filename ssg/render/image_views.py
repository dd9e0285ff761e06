"""Pictures as templates see them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from ssg.model.image import MEDIA_TYPES, ShownImage
from ssg.render.views.parts import ImageFile, ImageSource, ImageView
from ssg.text.urls import split_target

FindImage = Callable[[str], ShownImage | None]
"""Returns what is known of a picture of the site by its path."""


def with_facts(view: ImageView, find: FindImage, narrow: str = "") -> ImageView:
    """Return the view of a picture with what is known of its file.

    Args:
        view: what is said of it.
        find: finds what is known.
        narrow: the path of another picture for narrow screens; may be empty.

    """
    sources = tuple(_sources(narrow, find, is_narrow=True)) if narrow else ()
    shown = find(split_target(view.path)[0])
    if shown is None:
        return replace(view, sources=sources)
    return replace(
        view,
        width=shown.width,
        height=shown.height,
        color=shown.color,
        sources=(*sources, *_sources(view.path, find, is_narrow=False)),
    )


def _sources(path: str, find: FindImage, is_narrow: bool) -> Iterator[ImageSource]:
    shown = find(split_target(path)[0])
    for kind, variants in groupby(shown.variants if shown else (), lambda one: one.recipe.format):
        there = list(variants)
        largest = there[-1].recipe
        files = tuple(ImageFile(one.path, one.recipe.width) for one in there)
        yield ImageSource(MEDIA_TYPES[kind], files, is_narrow, largest.width, largest.height)
    if is_narrow:
        # Without a type, for browsers that know none of those.
        width, height = (shown.width, shown.height) if shown else (0, 0)
        yield ImageSource("", (ImageFile(path, width),), is_narrow, width, height)
