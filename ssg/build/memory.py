"""What need not be done twice, from one build to the next."""

from __future__ import annotations

import marshal
import pickle
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from ssg.build.cache import FILE, Cache, CacheBroken, remove
from ssg.build.digests import Digests
from ssg.build.documents import Documents
from ssg.errors import Diagnostic
from ssg.model.image import ImageFacts
from ssg.model.theme import Theme
from ssg.relate.index import Index
from ssg.render.answers import RelatedAnswers
from ssg.render.templates import REQUIRED_TEMPLATES
from ssg.templating.check import check_templates
from ssg.templating.closure import template_digests

T = TypeVar("T")

CACHE = ".ssg"
"""The folder of what may be deleted at any time, beside site.yaml."""
IMAGES = "images"
"""Where in it pictures are kept that were made."""


class Memory:
    """What need not be done twice, within a session and from one to the next."""

    def __init__(self, cache: Cache, workers: int = 1) -> None:
        """Begin with what is in a cache.

        Args:
            cache: what was done before.
            workers: how many processes may work at once.

        """
        self.cache = cache
        self.workers = workers
        self.documents = Documents(cache, workers)
        self._digests: Digests | None = None
        self._index: Index | None = None
        self._lists = 0
        self._image_facts: dict[str, ImageFacts] | None = None

    def digests(self) -> Digests:
        """Return the digests of files, those of the time before known."""
        if self._digests is None:
            self._digests = Digests(self.cache.value("digests"))
        return self._digests

    def keep_digests(self) -> None:
        """Keep the digests of the files that are there now."""
        kept = self.digests().dump()
        self._digests = Digests(kept)
        self.cache.set_values({"digests": kept})

    def image_facts(self) -> dict[str, ImageFacts]:
        """Return what is known of pictures, by the digests of their files."""
        if self._image_facts is None:
            kept = self.cache.value("image facts")
            self._image_facts = pickle.loads(kept) if kept else {}
        return self._image_facts

    def keep_image_facts(self, facts: dict[str, ImageFacts]) -> None:
        """Keep what is known of pictures."""
        self._image_facts = facts
        self.cache.set_values({"image facts": pickle.dumps(facts, pickle.HIGHEST_PROTOCOL)})

    def index(self) -> Index | None:
        """Return the articles as they were compared last."""
        if self._index is None and (kept := self.cache.value("related")):
            self._index = pickle.loads(kept)
            self._lists = int(self._index.lists.known.sum())
        return self._index

    def related_answers(self) -> dict[str, RelatedAnswers]:
        """Return what was known of related articles, by path."""
        kept = self.cache.value("related answers")
        found: dict[str, RelatedAnswers] = marshal.loads(kept) if kept else {}
        return found

    def keep_related(self, index: Index, answers: Mapping[str, RelatedAnswers]) -> None:
        """Keep what came of comparing the articles; and that itself, unless what is kept already
        serves as well.
        """
        if not self._index or not self._index.serves(index, self._lists):
            self.cache.set_values({"related": pickle.dumps(index, pickle.HIGHEST_PROTOCOL)})
        self.cache.set_values({"related answers": marshal.dumps(dict(answers))})

    def checked_templates(self, theme: Theme, problems: list[Diagnostic]) -> Mapping[str, bytes]:
        """Return a digest of each template with all that it refers to.

        What is wrong in them is added to ``problems``; sound ones are looked at once.
        """
        texts = repr([(name, one.text) for name, one in theme.templates.items()])
        key = blake2b(texts.encode(), digest_size=16).digest()
        kept = self.cache.value("templates")
        if kept and (found := marshal.loads(kept))[0] == key:
            digests: dict[str, bytes] = found[1]
            return digests
        checked = check_templates(theme, REQUIRED_TEMPLATES)
        problems.extend(checked.problems)
        digests = template_digests(theme.templates, checked.references)
        if not checked.problems:
            self.cache.set_values({"templates": marshal.dumps((key, digests))})
        return digests


def memory_of(root: Path, workers: int = 1) -> Memory:
    """Return what was kept of a site."""
    return Memory(Cache(root / CACHE / FILE), workers)


def remembering(root: Path, work: Callable[[Memory], T], workers: int = 1) -> T:
    """Do some work with what was kept of a site; if that turns out broken, again without it."""
    file = root / CACHE / FILE
    for path in (file, file, None):
        cache = Cache(path)
        try:
            return work(Memory(cache, workers))
        except CacheBroken:
            cache.close()
            with suppress(OSError):
                remove(file)
    raise AssertionError("what is kept in memory alone does not break")


def forget(root: Path) -> None:
    """Forget what was kept of a site."""
    remove(root / CACHE / FILE)
    for name in ("search", IMAGES):
        shutil.rmtree(root / CACHE / name, ignore_errors=True)
