"""Pages become the Markdown that stands beside them, and that shows the words of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from ssg.extract.clipping import Metadata
from tests.extract.rendering import URL, clipped, rendered

_PAGES = sorted((Path(__file__).parent / "bodies").glob("*.html"))
_METADATA = {
    "japanese": Metadata(url=URL, title="長い集計"),
    "other": Metadata(
        url=URL,
        title="The long count",
        standfirst="Nine hours, two numbers.",
        authors=("Jane Doe",),
    ),
}


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.stem)
def test_page_becomes_its_markdown(page: Path) -> None:
    metadata = _METADATA.get(page.stem, _METADATA["other"])
    markdown = clipped(page.read_bytes(), metadata)
    assert markdown + "\n" == page.with_suffix(".md").read_text("utf-8")
    rendered(markdown)


def test_signs_are_shown_as_they_stand() -> None:
    page = next(page for page in _PAGES if page.stem == "signs")
    shown = rendered(clipped(page.read_bytes(), _METADATA["other"]))
    for words in (
        "1. May was the day, and * stood for nobody, _not_ for [x] or [a](",
        "in snake_case and 5 &lt; 6 &lt;b&gt;.",
        "# 5 is a number, `code` is none, ~~struck~~ is not, and {.class} or {% note %}",
        "{{ page.title }} mean nothing here",
        r"C:\dir\* neither",
        "<p>+ plus, (c) and AT&amp;T, &amp;amp; as it stands, ^[no note] and [^1] none, | a | b |",
        "<p>: colon first, &gt; then, ![no](picture.png) after",
        "<br>\n=====<br>\n~ tilde first",
    ):
        assert words in shown
