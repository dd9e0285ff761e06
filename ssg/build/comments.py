"""Files of comments: checked once for as long as they stay as they are, read where they show."""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from functools import partial

from ssg.build.load import Source, read_text
from ssg.build.memory import Memory
from ssg.content.comments import read_comments
from ssg.errors import Diagnostic, SsgError
from ssg.model.comments import Comment, StoredComments, article_of


def load_comments(
    sources: Sequence[Source], memory: Memory, problems: list[Diagnostic]
) -> Mapping[str, StoredComments]:
    """Return the comments of a site by the path of their article below content/.

    What is wrong in them is added to ``problems``.
    """
    if not sources:
        return {}
    kept = memory.cache.value("comments")
    sound: dict[str, bytes] = marshal.loads(kept) if kept else {}
    read: dict[str, tuple[Comment, ...]] = {}
    for one in sources:
        if sound.get(one.path) != one.digest:
            try:
                read[one.path] = _read(one)
            except SsgError as failure:
                problems.extend(failure.diagnostics)
    if read or len(sound) != len(sources):
        known = {one.path: one.digest for one in sources if one.path in read or one.path in sound}
        if not problems:
            memory.cache.set_values({"comments": marshal.dumps(known)})
    return {article_of(one.path): _stored(one, read.get(one.path)) for one in sources}


def _stored(source: Source, found: tuple[Comment, ...] | None) -> StoredComments:
    fetch = partial(_read, source) if found is None else partial(tuple, found)
    return StoredComments(source.digest, fetch)


def _read(source: Source) -> tuple[Comment, ...]:
    label = f"content/{source.path}"
    return read_comments(read_text(source.file, label), label)
