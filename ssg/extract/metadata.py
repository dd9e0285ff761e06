"""What a page says of itself, wherever it says it."""

from __future__ import annotations

from lxml.html import HtmlElement

from ssg.extract.clipping import Metadata


def read_metadata(tree: HtmlElement, url: str) -> Metadata:
    """Return what a page says of itself."""
    title = tree.findtext(".//title") or ""
    return Metadata(url=url, title=" ".join(title.split()))
