"""Style sheets without what is written for those who edit them."""

from __future__ import annotations

import time

import pytest

from ssg.text.style_sheet import without_remarks


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        ("a { b: c }\n", "a { b: c }\n"),
        ("/* one */\na {\n  b: c; /* two */\n\n  /* three\n  lines */\n}\n", "a {\nb: c; \n}\n"),
        ("a/**/b { c: d }", "a b { c: d }"),
        ('a { content: "/* no\\"\\\n  remark */" }', 'a { content: "/* no\\"\\\n  remark */" }'),
        ("a { content: '/*' } /* gone */ b {}", "a { content: '/*' }  b {}"),
        ("a { b: url(/*/c.png) } /*! By me */\n", "a { b: url(/*/c.png) } /*! By me */\n"),
        ("a {} /* is never closed", "a {} "),
        ("/* it's */ a {} /* isn't */", "a {} "),
        ("", ""),
    ],
)
def test_remarks_and_indents_are_left_out(sheet: str, kept: str) -> None:
    assert without_remarks(sheet.encode()).decode() == kept


def test_bytes_that_are_no_text_stay() -> None:
    assert without_remarks(b"/* a */\xff{}") == b"\xff{}"


def test_many_remarks_that_never_end_take_no_long_time() -> None:
    began = time.process_time()
    without_remarks(b"/* \n" * 20_000)
    without_remarks(b" \n" * 200_000 + b"/*")
    assert time.process_time() - began < 5
