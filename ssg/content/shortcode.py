r"""Shortcodes in Markdown: ``{% figure src="map.svg" alt="…" %}``.

A shortcode with text in it ends with ``{% endNAME %}``. In code nothing is a shortcode, and
``\{%`` shows the sign itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from ssg.content.embeds import embeds_are_known
from ssg.content.reading import Reading
from ssg.errors import Location
from ssg.model.body import Link, Picture
from ssg.model.theme import ArgumentType, Shortcode
from ssg.text.suggest import did_you_mean
from ssg.text.urls import is_external

TAG = re.compile(
    r"""\{%-?\s*(?P<name>[A-Za-z_][\w-]*)
        (?P<arguments>(?:[^"'%\n]|%(?!\})|\n(?!\s*\n)
            |"(?:\\.|[^"\\\n]|\n(?!\s*\n))*"|'(?:\\.|[^'\\\n]|\n(?!\s*\n))*')*?)
        \s*-?%\}""",
    re.VERBOSE | re.DOTALL,
)
"""The beginning of a shortcode, or its end; it holds no blank line."""
_ARGUMENT = re.compile(
    r"""\s*,?\s*(?:(?P<key>[A-Za-z_][\w-]*)\s*=\s*)?
        (?:"(?P<double>(?:\\.|[^"\\])*)"|'(?P<single>(?:\\.|[^'\\])*)'|(?P<bare>[^\s"',=“”„‘’«»][^\s"',=]*))""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The beginning of a shortcode, understood."""

    name: str
    """The shortcode."""
    arguments: Mapping[str, str | Link | Picture]
    """Its arguments by name."""
    location: Location
    """Where it stands."""


def shortcode_plugin(md: MarkdownIt, shortcodes: Mapping[str, Shortcode]) -> None:
    """Let a Markdown parser read the shortcodes of a theme."""

    def block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return _block(state, start, end, silent, shortcodes)

    def inline(state: StateInline, silent: bool) -> bool:
        return _inline(state, silent, shortcodes)

    md.block.ruler.before(
        "table", "shortcode", block, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    md.inline.ruler.before("escape", "shortcode", inline)


def _block(
    state: StateBlock, start: int, end: int, silent: bool, shortcodes: Mapping[str, Shortcode]
) -> bool:
    position = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or not state.src.startswith("{%", position):
        return False
    tag = TAG.match(state.src, position)
    if not tag or "\n\n" in tag[0]:
        return False
    last = start + tag[0].count("\n")
    if last >= end or state.src[tag.end() : state.eMarks[last]].strip():
        return False
    reading: Reading = state.env["reading"]
    shortcode = shortcodes.get(tag["name"])
    closing = None
    if shortcode and shortcode.body != "none":
        closing = _closing_line(state, tag["name"], last + 1, end)
    if shortcode and shortcode.body == "required" and closing is None:
        closing = last + 1
        if not silent:
            where = reading.place(tag[0], start)
            reading.error(
                "unclosed",
                f'the shortcode "{tag["name"]}" has no end',
                where,
                f"put {{% end{tag['name']} %}} on a line after its text",
            )
    if silent:
        return True
    opening = understand(tag, reading.place(tag[0], start), shortcodes, reading)
    token = state.push("shortcode_open", "", 1)
    token.map, token.meta = [start, last + 1], {"opening": opening}
    state.line = last + 1
    if closing is not None:
        line_max, parent = state.lineMax, state.parentType
        state.lineMax, state.parentType = closing, "shortcode"
        state.md.block.tokenize(state, last + 1, closing)
        state.lineMax, state.parentType = line_max, parent
        state.line = min(closing + 1, end)
    state.push("shortcode_close", "", -1)
    return True


def _closing_line(state: StateBlock, name: str, start: int, end: int) -> int | None:
    # Looked for once in a text: a long one may hold a thousand shortcodes without an end.
    last: dict[str, int] = state.env.setdefault("last_end_of_shortcode", {})
    if name not in last:
        last[name] = state.src.rfind(f"end{name}")
    if start >= end or last[name] < state.bMarks[start]:
        return None
    opens = re.compile(rf"\{{%-?\s*{re.escape(name)}\b")
    closes = re.compile(rf"\{{%-?\s*end{re.escape(name)}\s*-?%\}}\s*$")
    depth = 1
    for line in range(start, end):
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
        if closes.match(text):
            depth -= 1
            if not depth:
                return line
        elif opens.match(text) and not re.search(rf"\{{%-?\s*end{re.escape(name)}\b", text):
            depth += 1
    return None


def _inline(state: StateInline, silent: bool, shortcodes: Mapping[str, Shortcode]) -> bool:
    if not state.src.startswith("{%", state.pos):
        return False
    reading: Reading = state.env["reading"]
    tag = TAG.match(state.src, state.pos, state.posMax)
    if not tag:
        if not silent:
            where = reading.place(state.src[state.pos :].split("\n")[0], reading.line)
            note_unclosed(where, reading)
            state.pending += "{%"
        state.pos += 2
        return True
    shortcode = shortcodes.get(tag["name"])
    inner_end, after = tag.end(), tag.end()
    if shortcode and shortcode.body != "none":
        ending = re.compile(rf"\{{%-?\s*end{re.escape(tag['name'])}\s*-?%\}}")
        match = ending.search(state.src, tag.end(), state.posMax)
        if match:
            inner_end, after = match.start(), match.end()
        elif shortcode.body == "required" and not silent:
            where = reading.place(tag[0], reading.line)
            note_endless(tag["name"], where, reading)
    if not silent:
        opening = understand(tag, reading.place(tag[0], reading.line), shortcodes, reading)
        state.push("shortcode_open", "", 1).meta = {"opening": opening}
        position_max, state.pos, state.posMax = state.posMax, tag.end(), inner_end
        state.md.inline.tokenize(state)
        state.posMax = position_max
        state.push("shortcode_close", "", -1)
    state.pos = after
    return True


def note_unclosed(where: Location, reading: Reading) -> None:
    """Note that a sign which begins a shortcode begins none."""
    hint = 'close it with "%}" and its texts with straight quotes, or write "\\{%"'
    reading.error("unclosed", "a shortcode is not closed", where, hint)


def note_endless(name: str, where: Location, reading: Reading) -> None:
    """Note that a shortcode which must hold a text has no end."""
    hint = f"put {{% end{name} %}} after its text"
    reading.error("unclosed", f'the shortcode "{name}" has no end', where, hint)


def understand(
    tag: re.Match[str], where: Location, shortcodes: Mapping[str, Shortcode], reading: Reading
) -> Opening | None:
    """Return the beginning of a shortcode, or none when something is wrong, which is noted."""
    name = tag["name"]
    shortcode = shortcodes.get(name)
    if shortcode is None:
        if name.startswith("end") and name[3:] in reading.unknown:
            return None  # said of its beginning
        if name.startswith("end") and name[3:] in shortcodes:
            hint = f"remove it, or begin with {{% {name[3:]} %}}"
            reading.error("stray-end", f'"{name}" ends a shortcode that never began', where, hint)
        else:
            there = ", ".join(sorted(shortcodes)) or "none"
            hint = f'the theme has {there}; write "\\{{%" to show the sign'
            hint = did_you_mean(name, shortcodes) or hint
            reading.unknown.add(name)
            reading.error("unknown", f'unknown shortcode "{name}"', where, hint)
        return None
    given = _arguments(tag["arguments"], name, shortcode, where, reading)
    if given is None:
        return None
    for argument, rule in shortcode.arguments.items():
        if rule.required and argument not in given:
            hint = f'add {argument}="…"'
            reading.error(
                "missing-argument", f'the shortcode "{name}" lacks "{argument}"', where, hint
            )
            return None
    if not embeds_are_known(given, shortcode, where, reading):
        return None
    return Opening(
        name,
        {
            argument: _value(shortcode.arguments[argument].type, value, where)
            for argument, value in given.items()
        },
        where,
    )


def _value(kind: ArgumentType, value: str, where: Location) -> str | Link | Picture:
    if kind == "text" or is_external(value):
        return value
    link = Link(value, where)
    return Picture(link) if kind == "image" else link


def _arguments(
    text: str, name: str, shortcode: Shortcode, where: Location, reading: Reading
) -> dict[str, str] | None:
    positional = iter(shortcode.arguments)
    given: dict[str, str] = {}
    position = 0
    text = text.rstrip()
    while position < len(text):
        match = _ARGUMENT.match(text, position)
        if not match:
            found = text[position:].strip().split("\n")[0][:40]
            hint = 'write arguments as name="text", with straight quotes'
            reading.error("wrong-argument", f'"{name}": cannot read {found}', where, hint)
            return None
        position = match.end()
        quoted = match["double"] if match["double"] is not None else match["single"]
        if quoted is not None and text[position : position + 1] not in ("", ",", " ", "\t", "\n"):
            hint = 'write \\" for a quotation mark within a text, or put the text in single quotes'
            shown = " ".join(match[0].strip(" ,").split())[:40]
            message = f'"{name}": a blank is missing after {shown}'
            reading.error("wrong-argument", message, where, hint)
            return None
        key = match["key"] or next((one for one in positional if one not in given), None)
        if key is None or key not in shortcode.arguments:
            said = f'has no argument "{key}"' if key else "takes fewer arguments"
            takes = ", ".join(shortcode.arguments) or "none"
            hint = (did_you_mean(key, shortcode.arguments) if key else "") or f"it takes {takes}"
            reading.error("wrong-argument", f'the shortcode "{name}" {said}', where, hint)
            return None
        if key in given:
            message = f'the shortcode "{name}" has "{key}" twice'
            reading.error("wrong-argument", message, where, "keep one")
            return None
        given[key] = match["bare"] if quoted is None else re.sub(r"\\(.)", r"\1", quoted)
    return given
