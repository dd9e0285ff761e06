"""A long text takes time in proportion to its length, whatever it is made of."""

from __future__ import annotations

import time

import pytest

from tests.unit.content.reading import complaints

_UNITS = {
    "paragraphs with links": 'The "talks" ended, [as said](talks.md) -- *so far*.\n\n',
    "one line": "word ",
    "headings": "## Update\n\nText.\n\n",
    "blocks of HTML": '<div><a href="b.md">b</a></div>\n\n',
    "comments without end": "<!-- a\n",
    "shortcodes": '{% figure "a.png" "A" %}\n\n',
    "shortcodes with text": "{% note %}\na\n{% endnote %}\n\n",
    "shortcodes without their optional text": '{% document "a.pdf" "A" %}\n\n',
    "shortcodes that are not closed": '{% note title="\n\n',
    "footnotes": "a[^1]\n\n",
    "brackets": "{a [b <c ",
    "table": "| a | b |\n",
    "code": "    x = {1}   \n",
}


@pytest.mark.parametrize("kind", _UNITS)
def test_text_of_one_kind_is_read_in_time(kind: str) -> None:
    unit = _UNITS[kind]
    text = "---\ntitle: T\n---\n" + unit * (50_000 // len(unit))
    began = time.process_time()
    complaints(text)
    # Some ten times of what it takes; what grows with the square takes minutes.
    assert time.process_time() - began < 8
