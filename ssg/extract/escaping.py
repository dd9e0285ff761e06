"""Words of strangers, written so that Markdown shows them as they stand."""

from __future__ import annotations

import re

# What orders letters anew or can't be seen: control characters, directional marks, soft hyphens,
# zero-width signs other than the joiners that scripts need, tags, and what is no character.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U0001fffe\U0001ffff\U000e0000-\U000e0fff]"
)
# A break of a line is a blank; one that holds words together stays.
_BLANKS = re.compile("[ \t\n\r\x0b\x0c\x1c-\x1f\x85\u1680\u2000-\u200a\u2028\u2029\u205f\u3000]+")
_ANYWHERE = re.compile(r"[\\`*\[\]{<&~|]|(?<![^\W_])_|_(?![^\W_])|!(?=\[)|\^(?=\[)")
# What the typographer makes a sign of.
_SIGNS = re.compile(r"\((?=(?:c|r|p|tm)\))", re.IGNORECASE)
_AT_START = re.compile(r"(?P<before>\s*)(?:(?P<number>\d+)(?=[.)])|(?=[#>+\-=:%]))")


def visible(text: str) -> str:
    """Return a text on one line, without signs that can't be seen."""
    return _BLANKS.sub(" ", _INVISIBLE.sub("", text))


def escape(text: str, begins_line: bool = False) -> str:
    """Return a text that Markdown shows as it stands: no markup, shortcode, attribute or HTML.

    Args:
        text: the words, on one line.
        begins_line: whether they stand at the beginning of a line, where numbers and dashes
            would make a list.

    """
    text = _ANYWHERE.sub(_escaped, text)
    if "(" in text:
        text = _SIGNS.sub(_escaped, text)
    if begins_line:
        text = _AT_START.sub(_at_start, text, count=1) if _AT_START.match(text) else text
    return text


def _escaped(match: re.Match[str]) -> str:
    # A backslash alone would leave the other brace of attributes after a heading.
    return "&#123;" if match[0] == "{" else "\\" + match[0]


def _at_start(match: re.Match[str]) -> str:
    number = match["number"]
    return match["before"] + (f"{number}\\" if number else "\\")
