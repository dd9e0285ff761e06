"""What the last build made, and what each file of it was made of.

A file stands as long as all that it was made of is as it was: its template, the questions it
asked of the site, and the file itself. Nothing is worked out forwards from a change, so that
nothing can be forgotten.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from ssg.model.output import Read

Status = tuple[int, int]
"""The size of a file, and when it was changed last, in nanoseconds."""

NEW = "it was not there"
SETTINGS = "the program, site.yaml, the theme's settings or an option changed"
TASK = "its template, or what it shows, changed"
TOUCHED = "its file in the output folder was changed or removed"


class Made(NamedTuple):
    """A file of the output, and what it was made of."""

    task: bytes
    """A digest of what it shows and of the templates that show it."""
    reads: tuple[Read, ...]
    """The questions it asked of the site."""
    status: Status
    """The file as it was written."""
    when: str
    """When it was made, by the clock of the build (ISO 8601)."""
    because: str
    """Why it was made."""


class Searchable(NamedTuple):
    """The files of the search index, and what they were made of."""

    key: bytes
    """A digest of the documents of all its shards."""
    files: Mapping[str, Status]
    """Its files as they were written."""


NOT_SEARCHABLE = Searchable(b"", {})
"""Where there is no search index."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All files of an output folder."""

    settings: bytes = b""
    """A digest of all that every file depends on."""
    answers: Mapping[Read, bytes] = field(default_factory=dict)
    """Digests of the answers to all questions that were asked."""
    outputs: Mapping[str, Made] = field(default_factory=dict)
    """What was made, by its path below the output folder."""
    search: Searchable = NOT_SEARCHABLE
    """The search index."""

    @property
    def files(self) -> dict[str, Status]:
        """All files of the output folder, as they were written."""
        return {path: one.status for path, one in self.outputs.items()} | dict(self.search.files)

    def dump(self) -> bytes:
        """Return it as bytes."""
        numbers = {read: number for number, read in enumerate(self.answers)}
        outputs = {
            path: (one.task, [numbers[read] for read in one.reads], *one[2:])
            for path, one in self.outputs.items()
        }
        search = (self.search.key, dict(self.search.files))
        return marshal.dumps((self.settings, list(self.answers.items()), outputs, search))


def manifest_name(output: Path) -> str:
    """Return the name under which the manifest of an output folder is kept."""
    return f"manifest {output}"


def load_manifest(kept: bytes | None) -> Manifest:
    """Return what :meth:`Manifest.dump` made; nothing where that can't be read."""
    with suppress(ValueError, EOFError, TypeError, IndexError):
        if kept:
            settings, answers, outputs, search = marshal.loads(kept)
            reads = [read for read, _ in answers]
            made = {
                path: Made(task, tuple([reads[one] for one in numbers]), *rest)
                for path, (task, numbers, *rest) in outputs.items()
            }
            return Manifest(settings, dict(answers), made, Searchable(*search))
    return Manifest()


def stale(
    tasks: Mapping[str, bytes],
    before: Manifest,
    settings: bytes,
    answer: Callable[[Read], bytes],
    there: Mapping[str, Status],
) -> dict[str, str]:
    """Return the files that must be made, each with the reason.

    Args:
        tasks: every file there should be, with a digest of what it shows and how.
        before: what the last build made.
        settings: a digest of all that every file depends on.
        answer: returns a digest of the answer to a question.
        there: the files that are there.

    """
    if before.settings != settings:
        return {path: SETTINGS if path in before.outputs else NEW for path in tasks}
    changed: dict[Read, bool] = {}

    def reason(path: str, task: bytes) -> str:
        made = before.outputs.get(path)
        if made is None:
            return NEW
        if made.task != task:
            return TASK
        if there.get(path) != made.status:
            return TOUCHED
        for read in made.reads:
            if read not in changed:
                changed[read] = answer(read) != before.answers[read]
            if changed[read]:
                return f"the answer to {worded(read)} changed"
        return ""

    return {path: why for path, task in tasks.items() if (why := reason(path, task))}


def updated(
    before: Manifest,
    made: Mapping[str, Made],
    tasks: Iterable[str],
    settings: bytes,
    answer: Callable[[Read], bytes],
    search: Searchable,
) -> Manifest:
    """Return what a build leaves behind.

    Args:
        before: what the last build left.
        made: what this one made.
        tasks: every file there is now.
        settings: a digest of all that every file depends on.
        answer: returns a digest of the answer to a question.
        search: the search index.

    """
    outputs = {path: made.get(path) or before.outputs[path] for path in tasks}
    reads = dict.fromkeys(read for one in outputs.values() for read in one.reads)
    return Manifest(settings, {read: answer(read) for read in reads}, outputs, search)


def worded(read: Read) -> str:
    """Return a question as messages show it: ``related(/2025/12/talks/)``."""
    name, *arguments = read
    return f"{name}({', '.join(arguments)})"
