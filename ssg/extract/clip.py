"""A page of another outlet, taken up."""

from __future__ import annotations

from ssg.extract.clipping import Clipping
from ssg.extract.metadata import read_metadata
from ssg.extract.text import read_text
from ssg.extract.tree import read_tree


def clip_page(data: bytes, url: str, charset: str = "") -> Clipping:
    """Return what a page says of itself, and its article.

    The URL is where the page was found, empty where nobody knows; the charset the one that its
    server named.

    Raises:
        UnreadablePageError: the bytes are no page.

    """
    tree = read_tree(data, charset)
    metadata = read_metadata(tree, url)
    return Clipping(metadata, read_text(tree, url or metadata.url, metadata))
