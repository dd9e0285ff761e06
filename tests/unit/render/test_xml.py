"""XML holds what it may, escaped."""

from __future__ import annotations

from ssg.render.xml import clean, document, element


def test_texts_and_attributes_are_escaped() -> None:
    made = element("a", [element("b", "<&>", {"c": '"<&>"'})])
    assert document(made).decode() == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<a><b c="&quot;&lt;&amp;&gt;&quot;">&lt;&amp;&gt;</b></a>\n'
    )


def test_what_xml_forbids_is_left_out() -> None:
    assert clean("a\x00\x08\x1b\ufffeb\n\t😀") == "ab\n\t😀"
    assert b"\x08" not in document(element("a", "x\x08"))
