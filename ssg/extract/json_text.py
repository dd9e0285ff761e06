"""JSON as pages carry it, mended where that is cheap."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any

_LONGEST = 4_000_000
_WRAPPING = re.compile(
    r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|"
    r"(?:(?://\s*)?(?:-->|\]\]>)|/\*\s*\]\]>\s*\*/)\s*$"
)
_COMMA = re.compile(r",(?=\s*[}\]])")
_BAD_ESCAPE = re.compile(r"\\(?![\"\\/bfnrtu])")
_MISSING_COMMA = re.compile(r'(["\]}])(\s{0,50}\n\s{0,50})(?="[@\w]+"\s*:)')
_TEXT = r'"((?:[^"\\]|\\.){1,2000})"'
_FIELDS = [
    "headline",
    "datePublished",
    "dateModified",
    "dateCreated",
    "description",
    "url",
    "mainEntityOfPage",
    "inLanguage",
]
_AUTHORS = re.compile(r'"author"\s*:\s*(\[[^\]]{0,4000}|\{[^}]{0,2000}|"[^"]{0,300}")')
_NAME = re.compile(rf'"name"\s*:\s*{_TEXT}')
_PUBLISHER = re.compile(rf'"publisher"\s*:\s*\{{[^}}]{{0,500}}?"name"\s*:\s*{_TEXT}')


def read_json(text: str) -> list[Any]:
    """Return the values that a script of JSON holds.

    One that isn't quite JSON is mended: wrapped in comments, with commas too many or too few,
    stray backslashes, line breaks within texts, entities for quotes. Of one that can't be, what
    it says of an article is picked out.
    """
    text = text[:_LONGEST].strip().lstrip("\ufeff")
    for _ in range(2):
        text = _WRAPPING.sub("", text).strip()
    text = text.rstrip("; \n\t")
    if not text:
        return []
    for mended in _mendings(text):
        if (values := _values(mended)) is not None:
            return values
    return [found] if (found := _picked(text)) else []


def _mendings(text: str) -> list[str]:
    steps: tuple[Callable[[str], str], ...] = (
        lambda one: _BAD_ESCAPE.sub(r"\\\\", one.replace("\\'", "'")),
        lambda one: _COMMA.sub("", one),
        lambda one: _MISSING_COMMA.sub(r"\1,\2", one),
        lambda one: unescape(one) if '"' not in one else one,
    )
    mendings = [text]
    for step in steps:
        mendings.append(step(mendings[-1]))
    return list(dict.fromkeys(mendings))


def _values(text: str) -> list[Any] | None:
    """Return one value, or several that follow each other; nothing where that is no JSON."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    place = 0
    try:
        while place < len(text):
            value, place = decoder.raw_decode(text, place)
            values.append(value)
            while place < len(text) and text[place] in " \t\r\n;,":
                place += 1
    except (ValueError, RecursionError):
        return None
    return values


def _picked(text: str) -> dict[str, Any]:
    """Return what a script says of an article, where it is JSON only in parts."""
    found: dict[str, Any] = {}
    for field in _FIELDS:
        if match := re.search(rf'"{field}"\s*:\s*{_TEXT}', text):
            found[field] = _unescaped(match[1])
    if "headline" not in found:
        return {}
    if match := _AUTHORS.search(text):
        names = [_unescaped(name) for name in _NAME.findall(match[1])]
        found["author"] = names or match[1].strip('"[]{} ')
    if match := _PUBLISHER.search(text):
        found["publisher"] = {"name": _unescaped(match[1])}
    return {"@type": "NewsArticle", **found}


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text
