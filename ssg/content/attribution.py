"""What a piece from another outlet owes to it: its name, its address, and the right to the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ssg.content.quotations import quoted_words
from ssg.errors import Diagnostic, Location, Severity
from ssg.model.body import Body
from ssg.model.front_matter import FrontMatter
from ssg.text.words import counted


def attribution_problems(
    path: str,
    front_matter: FrontMatter,
    positions: Mapping[str, Location],
    texts: tuple[Body, ...],
    limit: int,
) -> Iterator[Diagnostic]:
    """Yield what is wrong with how a piece treats its source.

    A draft may still lack it, and of a piece that was withdrawn nothing is shown.

    Args:
        path: the file, for messages.
        front_matter: what it says of itself.
        positions: where the keys of that stand.
        texts: what it says at length.
        limit: how many words a link or an excerpt may quote.

    """

    def problem(severity: Severity, code: str, key: str, message: str, hint: str) -> Diagnostic:
        where = positions.get(key) or positions.get("source") or Location(path)
        return Diagnostic(severity, code, message, where, hint)

    if front_matter.draft or front_matter.withdrawn:
        return
    source, kind = front_matter.source, front_matter.kind
    if source is None:
        if kind != "original":
            message = f'a piece of the kind "{kind}" names no source'
            hint = 'add "source:" with the name of the outlet and the "url" of the original'
            yield problem("error", "source/missing", "kind", message, hint)
        return
    if kind != "original" and not source.url:
        message = "the source lacks the address of the original"
        yield problem("error", "source/no-address", "source", message, 'add "url: https://…"')
    if source.is_whole_copy and not source.note:
        message = f'the rights are "{source.rights}", and no note says who gave them'
        hint = 'add "note: …" with the permission or the licence'
        yield problem("error", "source/no-permission", "source.rights", message, hint)
    if not source.is_whole_copy:
        words = sum(map(quoted_words, texts))
        if words > limit:
            message = f"{counted(words, 'word')} are quoted, and the limit is {limit:,}"
            hint = 'shorten the quotations, or raise "curation.quoted_words" in site.yaml'
            yield problem("warning", "source/long-quotation", "source", message, hint)
