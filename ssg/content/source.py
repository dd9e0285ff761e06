"""From the bytes of a file to its front matter and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b

from ssg.errors import Location, error, place
from ssg.model.document import SourceFile

_FENCE = re.compile(r"^(---|\.\.\.)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SourceParts:
    """A source file, taken apart."""

    yaml: str
    """The front matter, without its fences."""
    yaml_line: int
    """The line of the file on which it begins."""
    body: str
    """The text."""
    body_line: int
    """The line of the file on which it begins."""


def decode_source(path: str, data: bytes, settings: bytes = b"") -> SourceFile:
    """Return the text of a file: UTF-8, line ends of Unix, a byte order mark removed.

    Args:
        path: the file, below content/.
        data: its bytes.
        settings: a digest of the rules by which it will be understood.

    Raises:
        SsgError: the bytes are not UTF-8.

    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = data[: problem.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        start = before.rfind(b"\n") + 1
        excerpt = data[start:].split(b"\n", 1)[0].decode("utf-8", "replace")
        where = Location(f"content/{path}", line, column, excerpt.rstrip("\r"))
        message = f"byte 0x{data[problem.start]:02x} is not UTF-8"
        hint = "save the file with the encoding UTF-8"
        raise error("content/not-utf8", message, where, hint) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    digest = blake2b(data, digest_size=16).digest()
    return SourceFile(path, text, source_key(path, digest, settings))


def source_key(path: str, digest: bytes, settings: bytes) -> bytes:
    """Return a digest of all that a document is understood from.

    Args:
        path: the file, below content/.
        digest: that of its bytes.
        settings: that of the rules.

    """
    return blake2b(settings + digest + path.encode(), digest_size=16).digest()


def split_source(source: SourceFile) -> SourceParts:
    """Split a file into its front matter, between two lines of ``---``, and the text after it.

    Raises:
        SsgError: there is no front matter, or it has no end.

    """
    path, text = f"content/{source.path}", source.text
    hint = 'begin the file with a line "---", then "title: …", then another "---"'
    if not text.strip():
        raise error("front-matter/missing", "the file is empty", Location(path), hint)
    opening = re.match(r"\s*---[ \t]*\n", text)
    if not opening:
        if text.lstrip().startswith("+++"):
            hint = "front matter is YAML between lines of ---; this looks like TOML"
        where = place(text, path, 0)
        raise error("front-matter/missing", "the file has no front matter", where, hint)
    closing = _FENCE.search(text, opening.end())
    if not closing:
        message = "the front matter is not closed"
        hint = 'put a line "---" after its last key'
        where = place(text, path, text.index("---"), 3)
        raise error("front-matter/unclosed", message, where, hint)
    end = closing.end() + 1
    return SourceParts(
        yaml=text[opening.end() : closing.start()],
        yaml_line=text.count("\n", 0, opening.end()) + 1,
        body=text[end:],
        body_line=text.count("\n", 0, end) + 1,
    )
