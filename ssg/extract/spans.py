"""The words of a paragraph, with links, emphasis and code, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from lxml.html import HtmlElement

from ssg.extract.escaping import escape, escape_start, visible, web_address

_STRONG, _EMPHASIS, _STRUCK = ("strong", "b"), ("em", "i", "cite"), ("del", "s")
_CODE = ("code", "kbd", "samp")
_DEEPEST = 60
_RAISED = dict(zip("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", strict=True))
_LOWERED = dict(zip("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋", strict=True))


class _Run(NamedTuple):
    """Words that are set alike."""

    words: str
    href: str = ""
    strong: bool = False
    emphasis: bool = False
    struck: bool = False
    code: bool = False
    note: str = ""


_BREAK = _Run("\n")
_MARKS = {"strong": "**", "emphasis": "*", "struck": "~~"}


def spans(element: HtmlElement, base: str, one_line: bool = False, begins_line: bool = True) -> str:
    """Return what stands in an element as Markdown.

    Args:
        element: a paragraph, heading, cell or item; blocks in it are passed over.
        base: the address from which its links start.
        one_line: whether a line break is a blank, as in headings and cells.
        begins_line: whether the first sign could begin a list or table.

    """
    runs = list(_runs(element, base, _Run("")))
    if one_line:
        runs = [run._replace(words=" ") if run.words == "\n" else run for run in runs]
    # Signs of all three side by side are rarely read as meant.
    runs = [_without(run, "struck") if run.strong or run.emphasis else run for run in runs]
    for mark in _MARKS:
        runs = _settle(_tidy(runs), mark)
    lines = [line.strip() for line in _written(_tidy(runs)).split("\n")]
    written = [escape_start(line) if begins_line else line for line in lines]
    return "\\\n".join(line for line in written if line)


BLOCKS = frozenset(
    ("p", "ul", "ol", "dl", "blockquote", "table", "pre", "figure", "h2", "h3", "h4", "h5", "h6")
)
"""What stands between paragraphs, and not in one."""


def _runs(element: HtmlElement, base: str, style: _Run, depth: int = 0) -> Iterator[_Run]:
    if element.text:
        yield style._replace(words=visible(element.text))
    for child in element:
        if depth > _DEEPEST:
            yield style._replace(words=visible("".join(child.itertext())))
        elif child.tag == "br":
            yield _BREAK
        elif child.tag == "sup" and child.get("data-note"):
            yield _Run("", note=child.get("data-note", ""))
        elif child.tag in BLOCKS:
            pass
        elif child.tag == "q":
            yield style._replace(words='"')
            yield from _runs(child, base, style, depth + 1)
            yield style._replace(words='"')
        elif (
            child.tag in ("sup", "sub")
            and not len(child)
            and _RAISED.keys() >= set(child.text or "")
        ):
            signs = _RAISED if child.tag == "sup" else _LOWERED
            yield style._replace(words="".join(signs[sign] for sign in child.text or ""))
        else:
            yield from _runs(child, base, _styled(child, base, style), depth + 1)
        if child.tail:
            yield style._replace(words=visible(child.tail))


def _styled(element: HtmlElement, base: str, style: _Run) -> _Run:
    tag = element.tag
    if tag == "a" and not style.href:
        return style._replace(href=web_address(base, element.get("href", "")))
    return style._replace(
        strong=style.strong or tag in _STRONG,
        emphasis=style.emphasis or tag in _EMPHASIS,
        struck=style.struck or tag in _STRUCK,
        code=style.code or tag in _CODE,
    )


def _tidy(runs: list[_Run]) -> list[_Run]:
    """Join runs that are alike, with single blanks between words and none at either end."""
    tidy: list[_Run] = []
    for run in runs:
        words = run.words
        if not words and not run.note:
            continue
        last = tidy[-1] if tidy else _BREAK
        if words != "\n" and last.words.endswith((" ", "\n")):
            words = words.lstrip(" ")
        if not words and not run.note:
            continue
        run = run._replace(words=words)
        alike = last[1:] == run[1:] and not run.note
        if tidy and alike and "\n" not in (words, last.words):
            tidy[-1] = last._replace(words=last.words + words)
        else:
            tidy.append(run)
    return tidy


def _settle(runs: list[_Run], mark: str) -> list[_Run]:
    """Take a mark away where it would show as a sign, and blanks out of what it marks."""
    settled: list[_Run] = []
    place = 0
    for _, group in groupby(runs, lambda run: (getattr(run, mark), run.href, run.strong)):
        part = list(group)
        place += len(part)
        if not getattr(part[0], mark):
            settled += part
            continue
        href = part[0].href
        before = settled[-1] if settled and settled[-1].href == href else _BREAK
        after = runs[place] if place < len(runs) and runs[place].href == href else _BREAK
        inner = "".join("`" if run.code else run.words for run in part)
        words = inner.strip()
        lead, trail = inner[: inner.find(words[:1])], inner[len(inner.rstrip()) :]
        if (
            not words
            or (mark == "struck" and "~" in words[0] + words[-1])
            or (_is_marked(before) and not lead and not before.words.endswith(" "))
            or not _may_stand(lead or before.words[-1:], words[0])
            or not _may_stand(trail or after.words[:1], words[-1])
        ):
            settled += [_without(run, mark) for run in part]
            continue
        blank = _Run(" ", href=href)
        part[0] = part[0]._replace(words=part[0].words.lstrip())
        part[-1] = part[-1]._replace(words=part[-1].words.rstrip())
        settled += [*([blank] if lead else []), *part, *([blank] if trail else [])]
    return settled


def _without(run: _Run, mark: str) -> _Run:
    kept = {name: getattr(run, name) and name != mark for name in _MARKS}
    return run._replace(strong=kept["strong"], emphasis=kept["emphasis"], struck=kept["struck"])


def _is_marked(run: _Run) -> bool:
    return run.strong or run.emphasis or run.struck


def _may_stand(outside: str, inside: str) -> bool:
    """Tell whether a mark between two signs is read as one."""
    return inside.isalnum() or not outside.isalnum()


def _written(runs: list[_Run]) -> str:
    written = ""
    for href, group in groupby(runs, lambda run: run.href):
        part = _linked(href, list(group))
        if part.startswith("[") and written.endswith(("!", "^")):
            # Either would make a picture or a note of the link.
            written = written[:-1] + "\\" + written[-1]
        written += part
    return written


def _linked(href: str, runs: list[_Run]) -> str:
    text = _marked(runs, list(_MARKS))
    words = text.strip(" ")
    if not href or not words:
        return text
    before, after = text.split(words, 1)
    return f"{before}[{words}]({href}){after}"


def _marked(runs: list[_Run], marks: list[str]) -> str:
    if not marks:
        return "".join(map(_plain, runs))
    mark, sign = marks[0], _MARKS[marks[0]]
    written = ""
    for marked, group in groupby(runs, lambda run: bool(getattr(run, mark))):
        inner = _marked(list(group), marks[1:])
        written += f"{sign}{inner}{sign}" if marked and inner.strip() else inner
    return written


def _plain(run: _Run) -> str:
    if run.note:
        return f"[^{run.note}]"
    if run.words == "\n":
        return "\n"
    if run.code and run.words.strip():
        return _code(run.words)
    text = escape(run.words)
    return text.replace("\\//", "//") if run.href else text


def _code(words: str) -> str:
    inner = words.strip()
    fence = "`" * (max(map(len, re.findall("`+", inner)), default=0) + 1)
    pad = " " if inner.startswith("`") or inner.endswith("`") else ""
    before, after = words.split(inner, 1)
    return f"{before}{fence}{pad}{inner}{pad}{fence}{after}"
