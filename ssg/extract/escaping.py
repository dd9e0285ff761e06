"""Words and addresses of strangers, written so that Markdown shows them as they stand."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

from ssg.text.urls import is_web_url

# What orders letters anew or can't be seen: control characters, directional marks, soft hyphens,
# zero-width signs other than the joiners that scripts need, tags, and what is no character.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe"
    "\uffff\U0001fffe\U0001ffff\U000e0000-\U000e0fff]"
)
# A break of a line is a blank; a blank that holds words together stays.
_BLANKS = re.compile("[ \t\n\r\x0b\x0c\x1c-\x1f\x85\u1680\u2000-\u200a\u2028\u2029\u205f\u3000]+")
# An address that is no link on the page is none in Markdown either.
_ADDRESS = r"/(?=/)|(?<=mailto):"
_ANYWHERE = re.compile(
    rf"{_ADDRESS}|"
    r"[\\`*\[\]{]|<(?!\s)|&(?=#?\w+;)|~(?=~)|(?<![^\W_])_|_(?![^\W_])|\((?=(?:c|r|p|tm)\))",
    re.IGNORECASE,
)
_AT_START = re.compile(
    r"(?P<number>\s*\d{1,9})(?=[.)](?:\s|$))"
    r"|(?P<before>\s*)(?=[>|]|\#{1,6}(?:\s|$)|[-+:~](?:\s|$)|--|[=-]+\s*$)"
)
_UNSAFE_IN_URL = re.compile(r"[^\w/:=&?#+!$,;'@.%~-]")


def printable(text: str) -> str:
    """Return a text without signs that can't be seen."""
    return _INVISIBLE.sub("", text)


def visible(text: str) -> str:
    """Return a text with single blanks, without signs that can't be seen."""
    return _BLANKS.sub(" ", printable(text))


def escape(text: str, begins_line: bool = False) -> str:
    """Return a text that Markdown shows as it stands: no markup, shortcode, attribute or HTML.

    Args:
        text: the words, on one line.
        begins_line: whether they stand at the beginning of a line, where numbers and dashes
            would make a list.

    """
    text = _ANYWHERE.sub(r"\\\g<0>", text)
    return escape_start(text) if begins_line else text


def escape_start(line: str) -> str:
    """Return a line whose first sign begins no list, heading, quotation, table or rule."""
    match = _AT_START.match(line)
    return line[: match.end()] + "\\" + line[match.end() :] if match else line


def web_address(base: str, link: str) -> str:
    """Return a link as a full address that Markdown holds as it stands.

    Empty where it leads nowhere on the web: another scheme than http and https, a place on the
    same page, a name and password before the host.
    """
    link = "".join(printable(link).split())
    if not link or link.startswith("#"):
        return ""
    try:
        address = urljoin(base, link)
        parts = urlsplit(address)
    except ValueError:
        return ""
    if not is_web_url(address) or "@" in parts.netloc or "\\" in parts.netloc:
        return ""
    return _UNSAFE_IN_URL.sub(lambda match: quote(match[0]), address)
