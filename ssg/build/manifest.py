"""What the last build made, and what each file of it was made of.

A file stands as long as all that it was made of is as it was: its template, the questions it
asked of the site, and the file itself. Nothing is worked out forwards from a change, so that
nothing can be forgotten.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
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
    """A file of the output, as it was made."""

    task: bytes
    """A digest of what it shows and of the templates that show it."""
    status: Status
    """The file as it was written."""
    when: str
    """When it was made, by the clock of the build (ISO 8601)."""
    because: str
    """Why it was made."""


class Searchable(NamedTuple):
    """The files of the search index, and what they were made of."""

    shards: Mapping[str, str]
    """Of each of its shards, by name, a digest of the documents."""
    files: Mapping[str, Status]
    """Its files as they were written."""


NOT_SEARCHABLE = Searchable({}, {})
"""Where there is no search index."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All files of an output folder."""

    settings: bytes = b""
    """A digest of all that every file depends on."""
    questions: Sequence[Read] = ()
    """All questions that were asked of the site, each once."""
    answers: Sequence[bytes] = ()
    """Digests of their answers."""
    outputs: Mapping[str, Made] = field(default_factory=dict)
    """What was made, by its path below the output folder."""
    asked: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """The numbers of the questions that were asked for each."""
    search: Searchable = NOT_SEARCHABLE
    """The search index."""

    @property
    def files(self) -> dict[str, Status]:
        """All files of the output folder, as they were written."""
        return {path: one.status for path, one in self.outputs.items()} | dict(self.search.files)

    def reads(self, path: str) -> tuple[Read, ...]:
        """Return the questions that were asked for a file."""
        return tuple(self.questions[number] for number in self.asked.get(path, ()))

    def dump(self) -> bytes:
        """Return it as bytes."""
        outputs = {path: tuple(one) for path, one in self.outputs.items()}
        search = tuple(map(dict, self.search))
        asked = dict(self.asked)
        parts = (self.settings, list(self.questions), list(self.answers), outputs, asked, search)
        return marshal.dumps(parts)


def manifest_name(output: Path) -> str:
    """Return the name under which the manifest of an output folder is kept."""
    return f"manifest {output}"


def load_manifest(kept: bytes | None) -> Manifest:
    """Return what :meth:`Manifest.dump` made; nothing where that can't be read."""
    with suppress(ValueError, EOFError, TypeError, IndexError):
        if kept:
            settings, questions, answers, outputs, asked, search = marshal.loads(kept)
            made = {path: Made(*one) for path, one in outputs.items()}
            return Manifest(settings, questions, answers, made, asked, Searchable(*search))
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
    changed: dict[int, bool] = {}

    def reason(path: str, task: bytes) -> str:
        made = before.outputs.get(path)
        if made is None:
            return NEW
        if made.task != task:
            return TASK
        if there.get(path) != made.status:
            return TOUCHED
        for number in before.asked[path]:
            if number not in changed:
                changed[number] = answer(before.questions[number]) != before.answers[number]
            if changed[number]:
                return f"the answer to {worded(before.questions[number])} changed"
        return ""

    return {path: why for path, task in tasks.items() if (why := reason(path, task))}


def updated(
    before: Manifest,
    made: Mapping[str, Made],
    reads: Mapping[str, Sequence[Read]],
    tasks: Iterable[str],
    settings: bytes,
    answer: Callable[[Read], bytes],
    search: Searchable,
) -> Manifest:
    """Return what a build leaves behind.

    Args:
        before: what the last build left.
        made: what this one made.
        reads: the questions that were asked for that.
        tasks: every file there is now.
        settings: a digest of all that every file depends on.
        answer: returns a digest of the answer to a question.
        search: the search index.

    """
    outputs = {path: made.get(path) or before.outputs[path] for path in tasks}
    still = {path: before.asked[path] for path in outputs if path not in made}
    used = sorted(set().union(*still.values()))
    numbers = {before.questions[old]: number for number, old in enumerate(used)}
    if len(used) < len(before.questions):
        places = dict(zip(used, range(len(used)), strict=True))
        still = {path: [places[one] for one in asked] for path, asked in still.items()}
    asked = still | {
        path: [numbers.setdefault(read, len(numbers)) for read in reads[path]] for path in made
    }
    questions = list(numbers)
    return Manifest(settings, questions, list(map(answer, questions)), outputs, asked, search)


def worded(read: Read) -> str:
    """Return a question as messages show it: ``related(/2025/12/talks/)``."""
    name, *arguments = read
    return f"{name}({', '.join(arguments)})"
