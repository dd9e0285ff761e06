"""Comments as JSON: a list of them, or a list of pages with theirs, as Isso imports it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, get_args

from ssg.extract.comments import ForeignComment, State
from ssg.text.dates import in_zone, parse_moment

# Before and after these no calendar of anybody's comments goes.
_FIRST, _LAST = 0.0, 253_402_300_799.0


class NotCommentsError(ValueError):
    """There are no comments in a text; the message says what there is instead."""


def read_json(text: str, to_markdown: Callable[[str], str]) -> tuple[ForeignComment, ...]:
    """Return the comments in a text; what is known of their authors besides is not read.

    Args:
        text: the JSON.
        to_markdown: makes Markdown of the HTML of strangers.

    Raises:
        NotCommentsError: there are none.

    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as problem:
        message = f"it is no JSON: line {problem.lineno}, column {problem.colno}"
        raise NotCommentsError(message) from None
    except (RecursionError, ValueError):
        raise NotCommentsError("it is nested without end, or holds a number without end") from None
    if isinstance(data, dict):
        data = data.get("comments")
    if not isinstance(data, list):
        raise NotCommentsError("it holds no list of comments")
    return tuple(_comments(data, to_markdown))


def moment_of(value: object) -> datetime | None:
    """Return a date as programs write it: ISO 8601, or seconds since 1970; none for all else.

    One without a zone is meant in UTC.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        seconds = float(value) if abs(value) < 1e15 else -1.0
        return datetime.fromtimestamp(seconds, UTC) if _FIRST <= seconds <= _LAST else None
    try:
        return in_zone(parse_moment(str(value)), UTC)
    except (ValueError, OverflowError):
        return None


def _comments(data: list[Any], to_markdown: Callable[[str], str]) -> Iterator[ForeignComment]:
    for number, one in enumerate(data, 1):
        if not isinstance(one, dict):
            raise NotCommentsError(f"entry {number} of the list is no comment")
        page = _text(one, "path", "url", "uri")
        if isinstance(one.get("comments"), list):
            below = [item for item in one["comments"] if isinstance(item, dict)]
            for item in below:
                yield _comment(item, page or _text(one, "id"), to_markdown)
        else:
            yield _comment(one, page, to_markdown)


def _comment(
    one: Mapping[str, Any], page: str, to_markdown: Callable[[str], str]
) -> ForeignComment:
    state = _text(one, "state") or "accepted"
    written = _text(one, "html")
    date = next((one[key] for key in ("date", "created", "createdAt") if one.get(key)), "")
    return ForeignComment(
        page=page,
        id=_text(one, "id"),
        parent=_text(one, "parent"),
        author=_text(one, "author"),
        url=_text(one, "website"),
        date=moment_of(date),
        text=to_markdown(written) if written else _text(one, "text"),
        # What is not known to be accepted is not shown.
        state=state if state in get_args(State) else "waiting",  # type: ignore[arg-type]
        by_editor=one.get("by_editor") is True,
        origin=_text(one, "from"),
    )


def _text(one: Mapping[str, Any], *keys: str) -> str:
    """Return the first text or number there is under some keys; empty where there is none."""
    for key in keys:
        value = one.get(key)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and value != "":
            return str(value)
    return ""
