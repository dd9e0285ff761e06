"""New comments, written at the end of the file of their article."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ssg.build.load import read_text
from ssg.build.replacing import replace_file
from ssg.content.comments import read_comments
from ssg.errors import Location, SsgError, error, reason_of
from ssg.extract.comments import format_comments
from ssg.model.comments import Comment, comments_of


def kept_comments(root: Path, article: str) -> tuple[Comment, ...]:
    """Return the comments that are kept of an article.

    Args:
        root: the folder of site.yaml.
        article: its file, below content/.

    Raises:
        SsgError: their file can't be read, or is wrong.

    """
    label = f"content/{comments_of(article)}"
    file = root / label
    return read_comments(read_text(file, label), label) if file.exists() else ()


def add_comments(root: Path, article: str, added: Sequence[Comment]) -> None:
    """Write comments at the end of the file of their article.

    What stands there stays as it is, to the letter.

    Args:
        root: the folder of site.yaml.
        article: its file, below content/.
        added: comments with ids that are new there.

    Raises:
        SsgError: the file is broken, written so that nothing can be added at its end, or can't
            be written.

    """
    label = f"content/{comments_of(article)}"
    file = root / label
    text = read_text(file, label) if file.exists() else ""
    before = read_comments(text, label)
    if text and not text.endswith("\n"):
        text += "\n"
    text += format_comments(added)
    try:
        as_expected = read_comments(text, label) == (*before, *added)
    except SsgError:
        as_expected = False
    if not as_expected:
        message = "nothing can be added at the end of this list"
        hint = 'begin each comment on a line of its own with "- ", at the left margin'
        raise error("comments/cannot-add", message, Location(label), hint)
    try:
        replace_file(file, text.encode())
    except OSError as problem:
        hint = "check that you may write there"
        raise error(
            "comments/cannot-write", f"cannot write: {reason_of(problem)}", Location(label), hint
        ) from None
