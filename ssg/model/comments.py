"""Comments of readers that are kept in content/."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from ssg.schema.decode import boolean, moment, web_url
from ssg.schema.decode import text as any_text
from ssg.schema.record import key
from ssg.schema.report import Report
from ssg.schema.tree import Node

COMMENTS = "_data/comments/"
"""The folder of comments, below content/."""

LONGEST_COMMENT = 50_000
"""How many characters a comment may have."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def is_comment_id(value: str) -> bool:
    """Tell whether a text can be the id of a comment: its fragment, after ``comment-``."""
    return _ID.fullmatch(value) is not None


def comment_id(node: Node, report: Report) -> str:
    """Decode the id of a comment."""
    value = any_text(node, report)
    if is_comment_id(value):
        return value
    message = f'"{value[:80]}" cannot be the id of a comment'
    hint = "write up to 64 letters from a to z, digits, hyphens and underscores"
    raise report.error(node, "wrong-id", message, hint)


def comment_text(node: Node, report: Report) -> str:
    """Decode the text of a comment."""
    value = any_text(node, report)
    if len(value) <= LONGEST_COMMENT:
        return value
    message = f"a text of {len(value):,} characters"
    raise report.error(node, "too-long", message, f"shorten it to {LONGEST_COMMENT:,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment of a reader."""

    id: str = key(
        comment_id, "What tells it from the others of its article; its address ends in it."
    )
    parent: str = key(comment_id, "The `id` of the comment that it replies to.", "")
    author: str = key(any_text, "Who wrote it; without it, nobody is named.", "")
    url: str = key(web_url, "Where the name of the author leads.", "")
    date: datetime = key(moment, "When it was written.")
    text: str = key(
        comment_text, "What it says, in Markdown without HTML, pictures and headings.", ""
    )
    by_editor: bool = key(boolean, "Whether one of the editors wrote it; it is marked.", False)
    hidden: bool = key(
        boolean,
        "Keep it off the page. It stays in the file, so that an import doesn't bring it back.",
        False,
    )
    origin: str = key(any_text, "What it was imported from, as `isso`.", "", name="from")


@dataclass(frozen=True, slots=True)
class StoredComments:
    """A file of comments that need not be read to know it."""

    digest: bytes
    """A digest of its bytes; empty where there is none."""
    fetch: Callable[[], tuple[Comment, ...]] = field(compare=False, repr=False)
    """Returns what it holds."""


NO_COMMENTS = StoredComments(b"", tuple)
"""The comments of an article that has none."""


def article_of(file: str) -> str:
    """Return the file of the article whose comments a file holds, both below content/."""
    return f"posts/{file.removeprefix(COMMENTS).removesuffix('.yaml')}.md"


def comments_of(article: str) -> str:
    """Return the file that holds the comments of an article, both below content/."""
    return f"{COMMENTS}{article.removeprefix('posts/').removesuffix('.md')}.yaml"
