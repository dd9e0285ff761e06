"""Links as most are written, read in one go: ``[the annex](annex.pdf)``.

markdown-it reads the words of a link twice, in search of its end and of markup, and its target
sign by sign. Where neither holds a sign that could mean anything, one expression says the same.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

PLAIN_TARGET = r"(?:https?://(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,63}(?![^/]))?(?!//)[A-Za-z0-9/._~-]*"
"""A target that HTML holds as it stands."""
_WORDS = r"[^\n!#$%&*+:<=>@\[\\\]^_`{}~]+"
_LINK = re.compile(rf"\[(?P<words>{_WORDS})\]\((?P<target>(?!\)){PLAIN_TARGET})\)")


def plain_link_plugin(md: MarkdownIt) -> None:
    """Let a Markdown parser read plain links faster."""
    md.inline.ruler.before("link", "plain_link", _plain_link)


def _plain_link(state: StateInline, silent: bool) -> bool:
    match = _LINK.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": match["target"]}
        state.pending = match["words"]
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True
