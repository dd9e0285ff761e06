"""Summaries: the beginning of a text, cut where a reader would cut it."""

from __future__ import annotations

import re

from ssg.text.dateline import without_dateline

# Scripts without blanks leave none after a sentence.
_SENTENCE_END = re.compile(
    r"[.!?…](?:[\u00a0\u202f]?['\"’”“»)\]])*(?=\s|$)|[。！？]['\"’”»)\]」』]*"
)
# A full stop after one of these, or after an initial, ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"'])(?:[A-Z]|[A-Z](?:\.[A-Z])+|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Prof|"
    r"No|vs|etc|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)$"
)


def summarise(text: str, limit: int = 240) -> str:
    """Return the first sentences of a text, at most ``limit`` characters.

    A dateline or byline before them is left out. Cut after a sentence where one ends in the
    second half of the room, else after a word, with an ellipsis.
    """
    text = " ".join(without_dateline(text).split())
    if len(text) <= limit:
        return text
    ends = [end for end in sentence_ends(text[: limit + 1]) if end <= limit]
    if ends and ends[-1] >= limit // 2:
        return text[: ends[-1]]
    cut = text.rfind(" ", 0, limit)
    # A script without blanks is cut between two letters.
    return text[: cut if cut > 0 else limit - 1].rstrip(" ,;:–—-") + "…"


def sentence_ends(text: str) -> list[int]:
    """Return where the sentences of a text end, closing quotation marks included."""
    return [
        match.end()
        for match in _SENTENCE_END.finditer(text)
        if not (text[match.start()] == "." and _ABBREVIATION.search(text[: match.start()]))
    ]
