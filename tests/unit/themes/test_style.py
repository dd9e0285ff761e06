"""The style sheets of the default theme: small, without what nothing uses."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

_ROOT = Path(__file__).parents[3]
_THEME = _ROOT / "themes" / "default"
_STATIC = _THEME / "static"
_STYLE = (_STATIC / "style.css").read_text("utf-8")
_MOST_STYLE, _MOST_FONTS = 12_500, 90_000


def _sheets() -> str:
    found = (path.read_text("utf-8") for path in sorted(_STATIC.rglob("*.css")))
    return re.sub(r"/\*.*?\*/", "", "".join(found), flags=re.DOTALL)


def test_style_of_every_page_is_small() -> None:
    assert len(gzip.compress(_STYLE.encode(), 9, mtime=0)) <= _MOST_STYLE


def test_fonts_are_small() -> None:
    assert sum(path.stat().st_size for path in _STATIC.rglob("*.woff2")) <= _MOST_FONTS


def test_every_class_of_the_style_is_used() -> None:
    writers = [
        *(_THEME / "templates").rglob("*.html"),
        *_STATIC.rglob("*.js"),
        *(_ROOT / "ssg" / "content").glob("*.py"),
    ]
    written = "".join(path.read_text("utf-8") for path in writers)
    # Made of two halves in a template, or by what renders Markdown.
    made = {"has-centered", "has-banner", "is-front", "most-read"}
    made |= {"footnote-ref", "footnote-item", "footnote-backref"}
    made |= {f"embed-{kind}" for kind in ("link", "map", "post", "video")}
    styled = set(re.findall(r"\.(-?[a-z_][\w-]*)", re.sub(r'"[^"]*"', "", _sheets())))
    # What Isso makes in the browser is styled as well.
    styled = {one for one in styled if not one.startswith("isso-")}
    unused = {one for one in styled - made if not re.search(rf"(?<![\w-]){one}(?![\w-])", written)}
    assert not unused


def test_every_custom_property_that_is_read_is_set() -> None:
    sheets = _sheets()
    given = set(re.findall(r"(?<![\w(-])(--[\w-]+):", sheets))
    read = set(re.findall(r"var\((--[\w-]+)\)", sheets))
    assert not read - given


def test_directions_are_those_of_the_text() -> None:
    sheets = _sheets()
    side = "(?:left|right|top|bottom)"
    assert not re.findall(rf"(?:margin|padding|border)-{side}|(?<![\w-]){side}\s*:", sheets)
    assert not re.findall(r"(?:float|text-align|clear):\s*(?:left|right)", sheets)
