"""Source files understood; those that were before, from the cache."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any

from ssg.build.cache import PARTS, Cache, Entry, Part
from ssg.build.files import unreadable
from ssg.build.load import Source
from ssg.build.pool import in_chunks
from ssg.content.document import DocumentReader
from ssg.content.settings import ParseSettings
from ssg.content.source import decode_source, source_key
from ssg.errors import Diagnostic, SsgError
from ssg.model.document import Document, TermDocument

# With fewer, processes cost more than they save.
_WORTH_PROCESSES = 200
_FACTS = (
    *("path", "key", "front_matter", "language", "title", "ids", "targets", "outbound"),
    *("pictures", "face", "nameable", "warnings"),
)
_AT_HAND = 256

Understood = Entry | tuple[Diagnostic, ...]
"""A source file understood, or what is wrong in it."""


class Documents:
    """Understands source files, each once for as long as it stays as it is."""

    def __init__(self, cache: Cache, workers: int) -> None:
        """Begin.

        Args:
            cache: what was understood before.
            workers: how many processes may work at once.

        """
        self._cache = cache
        self._workers = workers
        self._known: dict[bytes, Document | TermDocument] = {}
        # Asked for several times while an article is shown, and those near it.
        self._details = lru_cache(_AT_HAND)(self._fetch)
        self._spellings = lru_cache(_AT_HAND)(self._fetch)

    def understand(
        self, sources: Sequence[Source], settings: ParseSettings, problems: list[Diagnostic]
    ) -> tuple[tuple[Document, ...], tuple[TermDocument, ...]]:
        """Return source files understood; what is wrong in them is added to ``problems``."""
        found = self._found(sources, settings, problems)
        self._forget(found)
        there = found.values()
        return (
            tuple(one for one in there if isinstance(one, Document)),
            tuple(one for one in there if isinstance(one, TermDocument)),
        )

    def understand_again(
        self, sources: Sequence[Source], settings: ParseSettings, problems: list[Diagnostic]
    ) -> tuple[Document, ...]:
        """Return articles and pages that were edited, while all others stay known; what is wrong
        in them is added to ``problems``.
        """
        found = self._found(sources, settings, problems).values()
        return tuple(one for one in found if isinstance(one, Document))

    def _found(
        self, sources: Sequence[Source], settings: ParseSettings, problems: list[Diagnostic]
    ) -> dict[bytes, Document | TermDocument]:
        """Return source files understood, by key, in their order."""
        rules = settings.digest
        keys = {one.path: source_key(one.path, one.digest, rules) for one in sources}
        if not self._known:
            self._known = {key: self._load(facts) for key, facts in self._cache.facts().items()}
        missing = [one for one in sources if keys[one.path] not in self._known]
        for path, found in self._read(missing, settings):
            if isinstance(found, Entry):
                self._known[found.key] = self._load(found.facts)
                # Of what it holds now, if it was changed since the folder was read.
                keys[path] = found.key
            else:
                problems.extend(found)
        return {key: self._known[key] for key in keys.values() if key in self._known}

    def _read(
        self, sources: Sequence[Source], settings: ParseSettings
    ) -> Iterable[tuple[str, Understood]]:
        workers = self._workers if len(sources) >= _WORTH_PROCESSES else 1
        tool = partial(DocumentReader, settings)
        work = partial(_understand, rules=settings.digest)
        for found in in_chunks(sources, tool, work, workers):
            self._cache.add([one for _, one in found if isinstance(one, Entry)])
            yield from found

    def _load(self, facts: bytes | memoryview) -> Document | TermDocument:
        found: tuple[Any, ...] | TermDocument = pickle.loads(facts)
        if isinstance(found, TermDocument):
            return found
        key = found[1]
        return Document(
            **dict(zip(_FACTS, found, strict=True)),
            fetch_brief=partial(self._fetch, "brief", key),
            fetch_details=partial(self._details, "details", key),
            fetch_terms=partial(self._fetch, "terms", key),
            fetch_spellings=partial(self._spellings, "spellings", key),
            fetch_positions=partial(self._fetch, "positions", key),
        )

    def _fetch(self, part: Part, key: bytes) -> Any:
        return pickle.loads(self._cache.part(part, key))

    def _forget(self, keys: Iterable[bytes]) -> None:
        """Forget what is there no more, once that is the greater part."""
        wanted = set(keys)
        if len(self._known) > 2 * len(wanted) + _AT_HAND:
            self._known = {key: one for key, one in self._known.items() if key in wanted}
            self._cache.keep_only(wanted)


def _understand(
    reader: DocumentReader, sources: Sequence[Source], rules: bytes
) -> list[tuple[str, Understood]]:
    return [(one.path, _entry(reader, one, rules)) for one in sources]


def _entry(reader: DocumentReader, source: Source, rules: bytes) -> Understood:
    try:
        text = decode_source(source.path, source.file.read_bytes(), rules)
        if source.is_term:
            return Entry(text.key, _dump(reader.term(text)))
        document = reader.document(text)
        parts = {part: _dump(getattr(document, part)) for part in PARTS}
        return Entry(text.key, _dump(attrgetter(*_FACTS)(document)), parts)
    except SsgError as failure:
        return tuple(failure.diagnostics)
    except OSError as problem:
        return (unreadable(problem, f"content/{source.path}"),)


_dump: Callable[[object], bytes] = partial(pickle.dumps, protocol=pickle.HIGHEST_PROTOCOL)
