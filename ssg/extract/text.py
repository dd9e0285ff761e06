"""The article of a page as Markdown."""

from __future__ import annotations

from copy import deepcopy

import trafilatura
from lxml.html import HtmlElement

from ssg.extract.clipping import Metadata


def read_text(tree: HtmlElement, url: str, metadata: Metadata) -> str:  # noqa: ARG001
    """Return the article of a page as Markdown; empty where there is none."""
    text = trafilatura.extract(
        deepcopy(tree),
        url=url or None,
        output_format="markdown",
        include_comments=False,
        include_formatting=True,
        include_images=True,
        include_links=True,
        include_tables=True,
    )
    return str(text or "")
