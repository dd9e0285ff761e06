"""Shortcodes within raw HTML: ``<figure>{% image "map.svg" "…" %}</figure>``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ssg.content.reading import Reading
from ssg.content.shortcode import TAG, note_endless, note_unclosed, understand
from ssg.model.theme import Shortcode

# What shows signs as they are, then what may be a shortcode.
_PIECE = re.compile(
    rf"""<!--.*?-->|<(?P<opaque>script|style|textarea|pre|code)\b.*?</(?P=opaque)\s*>|
        (?P<escaped>\\\{{%)|(?P<tag>{TAG.pattern})|(?P<stray>\{{%)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def html_shortcode_plugin(md: MarkdownIt, shortcodes: Mapping[str, Shortcode]) -> None:
    """Let a Markdown parser read the shortcodes of a theme within blocks of HTML.

    The text that such a shortcode holds is HTML too, and ends within the same block.
    """

    def split(state: StateCore) -> None:
        if "{%" not in state.src:
            return
        reading: Reading = state.env["reading"]
        tokens: list[Token] = []
        for token in state.tokens:
            if token.type == "html_block" and "{%" in token.content:
                tokens.extend(_split(token, shortcodes, reading))
            else:
                tokens.append(token)
        state.tokens = tokens

    md.core.ruler.push("html_shortcodes", split)


def _split(block: Token, shortcodes: Mapping[str, Shortcode], reading: Reading) -> Iterator[Token]:
    text = block.content
    first_line = block.map[0] if block.map else 0
    awaited: list[str] = []
    done = 0
    for match in _PIECE.finditer(text):
        line = first_line + text.count("\n", 0, match.start())
        if match["escaped"]:
            yield _html(text[done : match.start()], first_line + text.count("\n", 0, done))
            done = match.start() + 1
        if match["stray"]:
            note_unclosed(reading.place(match[0], line), reading)
        if not match["tag"]:
            continue
        yield _html(text[done : match.start()], first_line + text.count("\n", 0, done))
        done = match.end()
        name = match["name"]
        if awaited and name == f"end{awaited[-1]}":
            awaited.pop()
            yield Token("shortcode_close", "", -1)
            continue
        where = reading.place(match[0], line)
        opening = Token("shortcode_open", "", 1, map=[line, line + 1])
        opening.meta = {"opening": understand(match, where, shortcodes, reading)}
        yield opening
        body = shortcodes[name].body if name in shortcodes else "none"
        ending = re.compile(rf"\{{%-?\s*end{re.escape(name)}\s*-?%\}}")
        if body != "none" and ending.search(text, match.end()):
            awaited.append(name)
            continue
        if body == "required":
            note_endless(name, where, reading)
        yield Token("shortcode_close", "", -1)
    yield _html(text[done:], first_line + text.count("\n", 0, done))
    for _ in awaited:
        yield Token("shortcode_close", "", -1)


def _html(text: str, line: int) -> Token:
    return Token("html_block", "", 0, content=text, map=[line, line + 1 + text.count("\n")])
