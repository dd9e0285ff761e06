"""How many words of a text are quoted."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from ssg.model.body import Body, ShortcodeCall
from ssg.text.elements import BLOCKS
from ssg.text.words import count_words

_SHORTCODE = "quote"
"""The shortcode that holds a quotation."""

# A run between two marks, as languages set them; the end of a German one begins an English one.
_QUOTED = re.compile(
    r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«»]*[«»]|”[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』"
    r"|(?<!\w)[‘‚][^‘]*?[’‘](?!\w)|‹[^›]*›"
)
_BLOCKS = frozenset(BLOCKS)
_QUOTES = ("blockquote", "q")
_UNREAD = ("script", "style", "figcaption")


def quoted_words(body: Body) -> int:
    """Return how many words of a text are quoted.

    These stand in block quotations without the line that names who said it, in shortcodes named
    ``quote``, and between quotation marks.
    """
    reader = _Reader()
    reader.read(body)
    reader.end()
    return reader.words


class _Reader(HTMLParser):
    """Counts while it reads."""

    def __init__(self) -> None:
        super().__init__()
        self.words = 0
        self._said = ""
        self._quotes = 0
        self._unread = 0

    def read(self, body: Body) -> None:
        for part in body.parts:
            if isinstance(part, ShortcodeCall):
                quotes = part.name == _SHORTCODE
                self._turn(1 if quotes else 0)
                self.read(part.body)
                self._turn(-1 if quotes else 0)
            elif isinstance(part, str):  # a link stands within an attribute, a picture has no words
                self.feed(part)

    def end(self) -> None:
        self.close()
        self._count()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._unread += tag in _UNREAD
        if tag in _QUOTES:
            self._turn(1)
        elif tag in _BLOCKS:
            self._count()

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS or tag in _UNREAD:
            self._count()
        self._unread -= tag in _UNREAD and self._unread > 0
        if tag in _QUOTES and self._quotes:
            self._turn(-1)

    def handle_data(self, data: str) -> None:
        self._said += data

    def _turn(self, more: int) -> None:
        """Go into a quotation, or out of it."""
        self._count()
        self._quotes += more

    def _count(self) -> None:
        """Count what was said since the last time."""
        said, self._said = self._said, ""
        if self._unread:
            return
        if self._quotes:
            self.words += count_words(said)
        else:
            self.words += sum(count_words(run) for run in _QUOTED.findall(said))
