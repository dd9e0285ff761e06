"""Comments from elsewhere: cleaned, joined with those that are kept, and written as YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Literal
from urllib.parse import unquote, urlsplit

from ssg.extract.escaping import printable, visible, web_address
from ssg.model.comments import LONGEST_COMMENT, Comment, is_comment_id

State = Literal["accepted", "waiting", "deleted"]

_LONGEST_AUTHOR = 100
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.\w")
_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
# What YAML takes for a text as it stands: a word first, and nothing that means something.
_PLAIN = re.compile(r"(?!(?:true|false|yes|no|on|off|null)$)[^\W\d_][\w .,()/-]*(?<! )", re.I)
_PLAIN_URL = re.compile(r"https?://[A-Za-z0-9/.?=&%_~+,;@!$()*-]*[A-Za-z0-9/_=-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignComment:
    """A comment as another program has it: nothing of it is to be trusted."""

    page: str
    """The page that it stands on: an address, or a path."""
    id: str
    """What tells it from others of its program; may be empty."""
    parent: str = ""
    """The id of what it replies to; may be empty."""
    author: str = ""
    """Who wrote it."""
    url: str = ""
    """Where the name of the author leads."""
    date: datetime | None
    """When it was written; none where that can't be told."""
    text: str
    """What it says, in Markdown."""
    state: State = "accepted"
    """Whether it may be shown."""
    by_editor: bool = False
    """Whether one of the editors wrote it."""
    origin: str = ""
    """The program, as ``isso``."""

    @property
    def own_id(self) -> str:
        """What tells it from all comments of its page, whichever program they are from."""
        if not self.id:
            said = (self.page, self.author, str(self.date), self.text)
            return self._named(_digest(repr(said)))
        return self._named(self.id)

    @property
    def own_parent(self) -> str:
        """The id of what it replies to, likewise; may be empty."""
        return self._named(self.parent) if self.parent else ""

    def _named(self, name: str) -> str:
        named = f"{self.origin}-{name}" if self.origin else name
        return named if is_comment_id(named) else _digest(named)


@dataclass(frozen=True, slots=True)
class Joined:
    """What came of joining comments from elsewhere with those that are kept."""

    added: tuple[Comment, ...]
    """Those that were not there, earliest first."""
    there: int
    """How many were."""
    differing: tuple[str, ...]
    """Which of these say something else now; they stay as they are kept."""
    deleted: tuple[str, ...]
    """Which of these were deleted elsewhere, and still show here."""
    waiting: int
    """How many nobody has accepted yet."""
    unusable: Mapping[str, str]
    """Which can't be kept, each with the reason."""


def join_comments(kept: Sequence[Comment], foreign: Iterable[ForeignComment]) -> Joined:
    """Return what is new among the comments of a page; what is kept stays as it is.

    One that was deleted is added as hidden where others reply to it.
    """
    here = {one.id: one for one in kept}
    new: dict[str, Comment] = {}
    deleted: dict[str, ForeignComment] = {}
    differing: list[str] = []
    gone: list[str] = []
    unusable: dict[str, str] = {}
    there = waiting = 0
    for one in foreign:
        name = one.own_id
        if name in here:
            there += 1
            if one.state == "deleted":
                gone += [] if here[name].hidden else [name]
            elif not here[name].hidden and _text(one.text) != here[name].text:
                differing.append(name)
        elif one.state == "waiting":
            waiting += 1
        elif one.state == "deleted":
            deleted[name] = one
        elif problem := _problem(one):
            unusable[name] = problem
        elif name not in new:
            new[name] = _comment(one)
    _add_answered(new, deleted)
    return Joined(
        added=tuple(_rooted(new, here)),
        there=there,
        differing=tuple(differing),
        deleted=tuple(gone),
        waiting=waiting,
        unusable=unusable,
    )


def format_comments(comments: Iterable[Comment]) -> str:
    """Return comments as the YAML of a list."""
    return "".join(map(_lines, comments))


def page_path(page: str, base_path: str) -> tuple[str, ...]:
    """Return what the address of a page may mean as a path of the site, the likeliest first.

    Args:
        page: an address, or a path.
        base_path: the path under which the site is published.

    """
    try:
        path = unquote(urlsplit(page).path)
    except ValueError:
        return ()
    path = re.sub(r"/index\.html?$", "/", "/" + path.lstrip("/"))
    if "." not in path.rsplit("/", 1)[-1]:
        path = path.rstrip("/") + "/"
    base = base_path.rstrip("/") + "/"
    return (path[len(base) - 1 :], path) if path.startswith(base) and base != "/" else (path,)


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _problem(one: ForeignComment) -> str:
    """Return why a comment can't be kept; nothing where it can."""
    if one.date is None:
        return "it has no date"
    text = _text(one.text)
    if not text:
        return "it says nothing"
    return "" if len(text) <= LONGEST_COMMENT else f"it has {len(text):,} characters"


def _comment(one: ForeignComment) -> Comment:
    """Return a comment as it is kept: without what nobody needs to know of its author."""
    assert one.date is not None
    hidden = one.state == "deleted"
    author = visible(one.author).strip()[:_LONGEST_AUTHOR].strip()
    return Comment(
        id=one.own_id,
        parent=one.own_parent,
        author="" if hidden or _ADDRESS.search(author) else author,
        url="" if hidden else web_address("", one.url),
        date=one.date.astimezone(UTC).replace(microsecond=0),
        text="" if hidden else _text(one.text),
        by_editor=one.by_editor and not hidden,
        hidden=hidden,
        origin=one.origin,
    )


def _text(text: str) -> str:
    lines = printable(_ENDS.sub("\n", text)).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _add_answered(new: dict[str, Comment], deleted: Mapping[str, ForeignComment]) -> None:
    """Add those that were deleted and replied to, and what they reply to themselves."""
    waiting = [one.parent for one in new.values()]
    while waiting:
        name = waiting.pop()
        one = deleted.get(name)
        if one and name not in new and one.date:
            new[name] = _comment(one)
            waiting.append(new[name].parent)


def _rooted(new: Mapping[str, Comment], here: Mapping[str, Comment]) -> Iterator[Comment]:
    """Yield comments, earliest first, each replying to one that is there and not to itself."""
    order = sorted(new.values(), key=lambda one: (one.date, one.id))
    known = new.keys() | here.keys()
    sound = set(here)
    first: set[str] = set()
    for one in order:
        way: dict[str, None] = {}
        name = one.id
        while name in known and name not in sound and name not in way:
            way[name] = None
            name = new[name].parent
        first.update({name} & way.keys())
        sound.update(way)
    for one in order:
        rooted = one.id in first or one.parent not in known
        yield replace(one, parent="") if rooted else one


def _lines(comment: Comment) -> str:
    date = comment.date.strftime("%Y-%m-%d %H:%M:%S") + ("Z" if comment.date.tzinfo else "")
    said = {
        "id": comment.id,
        "parent": comment.parent,
        "author": comment.author,
        "url": comment.url,
        "date": date,
        "by_editor": "true" if comment.by_editor else "",
        "hidden": "true" if comment.hidden else "",
        "from": comment.origin,
        "text": comment.text,
    }
    plain = ("date", "by_editor", "hidden")
    lines = [
        f"{key}: {value if key in plain else _scalar(value)}"
        for key, value in said.items()
        if value
    ]
    return "- " + "\n  ".join(lines) + "\n"


def _scalar(value: str) -> str:
    """Return a text as YAML; what JSON writes is YAML."""
    if "\n" in value and not value.startswith((" ", "\t")):
        lines = (f"    {line}" if line else "" for line in value.split("\n"))
        return "|-\n" + "\n".join(lines)
    if _PLAIN.fullmatch(value) or _PLAIN_URL.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)
