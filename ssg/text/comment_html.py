"""What readers write in comments, as HTML in which nothing is alive."""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from ssg.text.urls import is_web_url

_BLOCKS = ("blockquote", "code", "fence", "list")
_INLINE = ("autolink", "backticks", "emphasis", "entity", "escape", "link", "newline")
# Signs that turn the direction of what follows, out of the comment and into the page around it.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_DEEPEST = 20


def comment_html(text: str) -> str:
    """Return the Markdown of a stranger as HTML.

    There are paragraphs, emphasis, links, lists, quotations and code, and nothing else: HTML shows
    as it is written, a picture is a link to it, and what looks like a heading is a paragraph. Links
    lead to the web alone, and search engines are told to give nothing for them.
    """
    return str(_reader().render(_TURNING.sub("", text))).strip()


class _Reader(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        """Tell whether a link may be one: a full address of the web, without a name in it."""
        return is_web_url(url) and "@" not in url.split("/")[2]


@cache
def _reader() -> _Reader:
    options = {"html": False, "linkify": True, "breaks": True, "maxNesting": _DEEPEST}
    reader = _Reader("zero", options)
    reader.enable([*_BLOCKS, *_INLINE, "strikethrough", "linkify", "balance_pairs"])
    reader.enable(["fragments_join"], ignoreInvalid=True)
    assert reader.linkify is not None
    reader.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    reader.add_render_rule("link_open", _link_open)
    reader.add_render_rule("fence", _code)
    return reader


def _link_open(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: Any,
    env: MutableMapping[str, Any],
) -> str:
    tokens[index].attrs = {
        "href": tokens[index].attrs["href"],
        "rel": "nofollow ugc noopener",
    }
    return renderer.renderToken(tokens, index, options, env)


def _code(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: Any,
    env: MutableMapping[str, Any],
) -> str:
    # Without the word after its fence, which would be a class.
    return renderer.code_block(tokens, index, options, env)
