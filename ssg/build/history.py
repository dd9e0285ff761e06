"""What git knows of the articles of a site: which were changed without a word to readers."""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from ssg.errors import Diagnostic
from ssg.model.site import Article
from ssg.text.dates import end_of_day
from ssg.text.runs import words_of
from ssg.text.words import counted

# A slip of the pen mended, or two.
_TRIFLE = 4
_COMMIT = "\x01"
_DRAFT = re.compile(rb"^draft:\s*(?:true|yes|on)\s*$", re.MULTILINE | re.IGNORECASE)
_FRONT_MATTER = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?$", re.S | re.M
)


class _Commit(NamedTuple):
    """A commit that changed a file."""

    name: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An article that was changed after readers were last told."""

    article: Article
    path: str
    """The file in the repository."""
    told: datetime
    """When readers were last told."""
    commits: Sequence[_Commit]
    """Those that changed it, from the last before that on; the first first."""


def unmarked_changes(root: Path, articles: Iterable[Article], now: datetime) -> list[Diagnostic]:
    """Return a warning for every article whose text was changed after it was published, or was
    last said to be changed or corrected, by more than a trifle.

    The text that readers had at that time is the one that git has of it. Without git, or where
    the site lies in no repository, there is nothing to tell.

    Args:
        root: the folder of the site.
        articles: those that are published.
        now: the moment that counts.

    """
    prefix = _git(root, "rev-parse", "--show-prefix")
    if prefix is None:
        return []
    folder = f"{prefix.decode().strip()}content"
    commits = _commits(root)
    candidates = [
        found
        for article in articles
        if (found := _candidate(article, f"{folder}/{article.document.path}", commits, now))
    ]
    texts = _texts(root, candidates)
    return [
        warning
        for one in candidates
        if (warning := _complaint(one, root / "content" / one.article.document.path, texts, now))
    ]


def _candidate(
    article: Article, path: str, commits: Mapping[str, Sequence[_Commit]], now: datetime
) -> _Candidate | None:
    known = commits.get(path)
    told = _whole_day(article.changed)
    if not known or article.status != "published" or now <= told:
        return None
    # What readers had then; of what was committed later only, the first that there is.
    before = [number for number, one in enumerate(known) if one.moment <= told]
    return _Candidate(article, path, told, known[before[-1] if before else 0 :])


def _complaint(
    one: _Candidate, file: Path, texts: Mapping[str, bytes], now: datetime
) -> Diagnostic | None:
    found = ((at, texts.get(_name(at, one))) for at in one.commits)
    # A draft had no readers yet.
    published = [(at, text) for at, text in found if text and not _is_draft(text)]
    try:
        current = file.read_bytes()
    except OSError:
        return None
    if not published:
        return None
    words = _difference(published[0][1], current)
    if words <= _TRIFLE:
        return None
    zone = one.told.tzinfo
    last = published[-1]
    when = now if _words(last[1]) != _words(current) else last[0].moment
    day = when.astimezone(zone).date().isoformat()
    message = (
        f"the text was changed by {counted(words, 'word')} after {one.told.date().isoformat()}, "
        "and readers are not told"
    )
    hint = f'add "updated: {day}", or a correction'
    where = one.article.document.place("updated", "date", "title")
    return Diagnostic("warning", "content/unmarked-change", message, where, hint)


def _whole_day(moment: datetime) -> datetime:
    """Return the end of the day where a moment is a date without a time."""
    if moment.time().isoformat() != "00:00:00" or moment.tzinfo is None:
        return moment
    return end_of_day(date(moment.year, moment.month, moment.day), moment.tzinfo)


def _difference(before: bytes, after: bytes) -> int:
    """Return how many words came, or went, whichever are more; those that moved are none."""
    was, now = Counter(_words(before)), Counter(_words(after))
    return max((now - was).total(), (was - now).total())


def _words(source: bytes) -> list[str]:
    """Return the words of the text, whatever their case and their punctuation."""
    return words_of(_FRONT_MATTER.sub(b"", source, count=1).decode("utf-8", "replace"))


def _is_draft(source: bytes) -> bool:
    front_matter = _FRONT_MATTER.match(source)
    return front_matter is not None and _DRAFT.search(front_matter[0]) is not None


def _commits(root: Path) -> dict[str, list[_Commit]]:
    """Return the commits that changed each file of content/, the first first."""
    # The author's date stays as it is when commits are put on top of others.
    log = _git(
        root,
        *("-c", "core.quotepath=off", "log", "--reverse", "--no-renames", "--name-only"),
        *(f"--format={_COMMIT}%H %aI", "--diff-filter=d", "--", "content"),
    )
    found: dict[str, list[_Commit]] = {}
    commit: _Commit | None = None
    for line in (log or b"").decode("utf-8", "surrogateescape").splitlines():
        if line.startswith(_COMMIT):
            name, _, moment = line[1:].partition(" ")
            commit = _Commit(name, datetime.fromisoformat(moment))
        elif line and commit:
            found.setdefault(line, []).append(commit)
    for commits in found.values():
        commits.sort(key=lambda one: one.moment)
    return found


def _texts(root: Path, candidates: Iterable[_Candidate]) -> dict[str, bytes]:
    """Return what files said in some commits, by the name of that."""
    names = [_name(commit, one) for one in candidates for commit in one.commits]
    wanted = [name for name in names if "\n" not in name]
    if not wanted:
        return {}
    asked = "".join(f"{name}\n" for name in wanted).encode("utf-8", "surrogateescape")
    answer = _git(root, "cat-file", "--batch", given=asked) or b""
    return dict(zip(wanted, _blobs(answer), strict=False))


def _blobs(answer: bytes) -> Iterator[bytes]:
    position = 0
    while position < len(answer):
        end = answer.index(b"\n", position)
        head = answer[position:end].split(b" ")
        position = end + 1
        if head[-1].isdigit() and b"blob" in head:
            size = int(head[-1])
            yield answer[position : position + size]
            position += size + 1
        else:  # it is missing
            yield b""


def _name(commit: _Commit, one: _Candidate) -> str:
    return f"{commit.name}:{one.path}"


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Return what git says; none where it is not there, or knows nothing of the folder."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],
            input=given,
            capture_output=True,
            check=False,
            env=environment,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
