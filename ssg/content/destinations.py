"""Links to files whose names hold blanks: ``[Annex](Annex A.pdf)``.

CommonMark wants such a name in angle brackets, and shows the signs of the link otherwise.
"""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any, cast

from markdown_it import MarkdownIt, helpers
from markdown_it.common.utils import unescapeAll

# What may follow the destination of a link: a title, and the end.
_END = r"""(?:[ \t]+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\([^()]*\)))?\s*\)"""
_ENDS = re.compile(_END)
_WITH_BLANKS = re.compile(rf"""(?P<path>[^\s()<>"](?:[^()<>"\n]|\([^()\n]*\))*?)(?={_END})""")
# The rest is prose: "[sic](as the minister said)".
_IS_PATH = re.compile(r"\.{0,2}/|https?://|.*\.[A-Za-z][A-Za-z0-9]{1,4}(?:[?#].*)?$")


def destination_plugin(md: MarkdownIt) -> None:
    """Let a Markdown parser read links to paths with blanks."""
    md.helpers = cast(
        Any,  # declared as a module, used as a set of functions
        SimpleNamespace(
            parseLinkDestination=_destination,
            parseLinkLabel=helpers.parseLinkLabel,
            parseLinkTitle=helpers.parseLinkTitle,
        ),
    )


def _destination(text: str, position: int, maximum: int) -> Any:
    result = helpers.parseLinkDestination(text, position, maximum)
    if not result.ok or text.startswith("<", position) or _ENDS.match(text, result.pos, maximum):
        return result
    match = _WITH_BLANKS.match(text, position, maximum)
    if match and " " in match["path"] and _IS_PATH.match(match["path"]):
        result.str, result.pos = unescapeAll(match["path"]), match.end()
    return result
