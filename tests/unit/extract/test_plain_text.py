"""Nothing of a stranger's HTML is left but its text."""

from __future__ import annotations

import time

import pytest

from ssg.extract.plain_text import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two &amp; three", "One Two & three"),
        ("<b>W</b>ord<a href=x>s</a>.", "Words."),
        ("a &lt; b, 5<6 and 7 > 3", "a < b, 5<6 and 7 > 3"),
        ("AT&amp;amp;T", "AT&T"),
        ("one<br>two<!-- three -->", "one two"),
        ("  one\n\t two  ", "one two"),
        ("<script>alert(1)</script>Hi", "Hi"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Hi", "Hi"),
        ("&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;Hi", "Hi"),
        ("Hi<SCRIPT src=x>never closed", "Hi"),
        ("Hi<style>p {}</style><svg onload=x><text>no</text></svg>", "Hi"),
        ("Hi<img src=x onerror=alert(1)", "Hi"),
        ('<a href="javascript:alert(1)" onclick="x()">Hi</a>', "Hi"),
        ("\x1b[31mred\x00\u202e\u2066", "[31mred"),
    ],
)
def test_text_is_what_a_reader_would_see(html: str, text: str) -> None:
    assert plain_text(html, 100) == text


def test_tags_made_of_tags_are_dead() -> None:
    made = plain_text("<<<<<b>b>b>b>b>img src=x onerror=alert(1)>", 100)
    assert "<img" not in made
    assert "<b" not in made


def test_long_text_is_cut() -> None:
    assert plain_text("word " * 10_000, 12) == "word word w…"
    assert plain_text("word", 4) == "word"


@pytest.mark.parametrize(
    "html",
    [
        *("<" * 10**6, "<" + "a" * 10**6 + "<", "<a" * 10**6, "<!--" * 10**6, "&" * 10**6),
        *("<script" * 10**5, "</script   " * 10**5, "<script></script " * 10**5),
    ],
    ids=lambda html: html[:8],
)
def test_hostile_text_takes_no_time(html: str) -> None:
    begin = time.process_time()
    plain_text(html, 2_000)
    assert time.process_time() - begin < 1
