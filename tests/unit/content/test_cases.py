"""Markdown becomes the HTML that the documents in ``tests/cases/`` say.

In them a link within the site is shown as ``[[target]]``, a picture as
``[[picture "target" "alt"]]`` and a shortcode as ``[[name argument="…"]]body[[/name]]``. With
``SSG_ACCEPT=1`` in the environment what comes out now is written there instead.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from ssg.content.markdown import Markdown
from ssg.model.body import Body, Link, Picture
from tests.unit.content.settings import SETTINGS

_FOLDER = Path(__file__).parents[2] / "cases"
_CASE = re.compile(
    r"^(?P<title>\S.*)\n\.\n(?P<text>(?:.*\n)*?)\.\n(?P<html>(?:.*\n)*?)\.$", re.MULTILINE
)
_OPTIONS = re.compile(r"\[(?P<options>\w+=.*)\]$")


_CASES = [
    (path, match["title"])
    for path in sorted(_FOLDER.glob("*.md"))
    for match in _CASE.finditer(path.read_text("utf-8"))
]


def _case(path: Path, title: str) -> re.Match[str]:
    found = _CASE.finditer(path.read_text("utf-8"))
    return next(match for match in found if match["title"] == title)


def _markdown(title: str) -> Markdown:
    settings = SETTINGS
    options = _OPTIONS.search(title)
    for option in options["options"].split() if options else ():
        name, _, value = option.partition("=")
        if name == "language":
            settings = replace(settings, language=value)
        else:
            rules = replace(settings.markdown, **{name: value == "on"})
            settings = replace(settings, markdown=rules)
    return Markdown(settings, settings.language)


def shown(body: Body) -> str:
    """Return a body as the documents show it."""
    pieces: list[str] = []
    for part in body.parts:
        if isinstance(part, str):
            pieces.append(part)
        elif isinstance(part, Link):
            pieces.append(f"[[{part.target}]]")
        elif isinstance(part, Picture):
            said = "".join(f' {name}="{value}"' for name, value in part.attributes)
            pieces.append(f'[[picture "{part.src.target}" "{part.alt}"{said}]]')
        else:
            arguments = "".join(
                f' {name}="{f"[[{value.target}]]" if isinstance(value, Link) else value}"'
                for name, value in part.arguments.items()
            )
            pieces.append(f"[[{part.name}{arguments}]]{shown(part.body)}[[/{part.name}]]")
    return "".join(pieces)


@pytest.mark.parametrize(
    ("path", "title"), _CASES, ids=[f"{path.stem}: {title}" for path, title in _CASES]
)
def test_markdown_becomes_the_html_of_the_document(path: Path, title: str) -> None:
    case = _case(path, title)
    content, problems = _markdown(title).content(case["text"], "content/posts/a.md", 1)
    assert not problems
    html = shown(content.body)
    html = html if html.endswith("\n") or not html else html + "\n"
    if os.environ.get("SSG_ACCEPT"):
        text = path.read_text("utf-8")
        start, end = case.span("html")
        path.write_text(text[:start] + html + text[end:], "utf-8")
        case = _case(path, title)
    assert html == case["html"]


def test_titles_of_cases_are_unique() -> None:
    for path in _FOLDER.glob("*.md"):
        titles = [match["title"] for match in _CASE.finditer(path.read_text("utf-8"))]
        assert titles, path
        assert len(titles) == len(set(titles)), path
