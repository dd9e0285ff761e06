"""Copies of inherited files, which say in their first line what they are copies of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b

from ssg.errors import Diagnostic, Location
from ssg.model.theme import Theme

_COMMENTS = {
    "html": ("{#", "#}"),
    "txt": ("{#", "#}"),
    "css": ("/*", "*/"),
    "js": ("/*", "*/"),
    "yaml": ("#", ""),
}
_NOTE = re.compile(r"\{# From (?P<name>\S+) of ssg (?P<version>\S+), (?P<digest>[0-9a-f]{8}) #\}")


def note_over(name: str, text: str, version: str) -> str:
    """Return the line to stand over a copy; empty where such a file knows no comments.

    Args:
        name: the original, as ``theme/name``.
        text: what it says.
        version: the version of ssg.

    """
    begin, end = _COMMENTS.get(name.rpartition(".")[2], ("", ""))
    if not begin:
        return ""
    return f"{begin} From {name} of ssg {version}, {_digest(text)} {end}".rstrip() + "\n"


def check_copies(theme: Theme) -> Iterator[Diagnostic]:
    """Yield a warning for each copied template whose original says something else by now."""
    for template in {one.path: one for one in theme.templates.values()}.values():
        note = _NOTE.match(template.text)
        original = theme.templates.get(note["name"]) if note else None
        if note is None or original is None or _digest(original.text) == note["digest"]:
            continue
        line = template.text.splitlines()[0]
        message = f"{note['name']} has changed since it was copied from ssg {note['version']}"
        hint = f'take over what you want of it, then write "{_digest(original.text)}" in this line'
        where = Location(template.path, 1, note.start("digest") + 1, line, 8)
        yield Diagnostic("warning", "template/outdated", message, where, hint)


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=4).hexdigest()
