"""Files of comments are read as site.yaml is: strictly, and with places."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ssg.content.comments import read_comments
from ssg.errors import SsgError
from ssg.model.comments import Comment, article_of, comments_of

_FILE = "content/_data/comments/2025-12-22-talks.yaml"


def _complaint(text: str) -> str:
    with pytest.raises(SsgError) as caught:
        read_comments(text, _FILE)
    return str(caught.value)


def test_a_comment_is_a_few_keys() -> None:
    text = """\
- id: isso-1
  author: No
  url: https://example.com/
  date: 2025-12-22 18:40:12Z
  from: isso
  text: |
    I *read* it.

    Twice.
- {id: 2, parent: isso-1, date: 2025-12-23, by_editor: true, text: Thank you}
- {id: 3, date: 2025-12-23, hidden: true}
"""
    assert read_comments(text, _FILE) == (
        Comment(
            id="isso-1",
            author="No",
            url="https://example.com/",
            date=datetime(2025, 12, 22, 18, 40, 12, tzinfo=UTC),
            origin="isso",
            text="I *read* it.\n\nTwice.",
        ),
        Comment(
            id="2", parent="isso-1", date=datetime(2025, 12, 23), by_editor=True, text="Thank you"
        ),
        Comment(id="3", date=datetime(2025, 12, 23), hidden=True),
    )
    assert read_comments("# none yet\n", _FILE) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {id: 1, text: a}", 'the key "date" is missing'),
        ("- {date: 2025-12-22, text: a}", 'the key "id" is missing'),
        ("- {id: 1, date: 2025-12-22}", "comments/no-text"),
        ("- {id: 1, date: 2025-12-22, text: a, mail: a@b.c}", 'unknown key "mail"'),
        ("- {id: 1, date: 2025-12-22, text: a, parnet: 2}", 'did you mean "parent"?'),
        ('- {id: "1 2", date: 2025-12-22, text: a}', "comments/wrong-id"),
        ('- {id: "1#x", date: 2025-12-22, text: a}', "comments/wrong-id"),
        ("- {id: 1, date: 2025-12-22, text: a, url: 'javascript:alert(1)'}", "comments/wrong-url"),
        ("- {id: 1, date: 2025-12-22, text: " + "a" * 50_001 + "}", "comments/too-long"),
        ("- &a {id: 1, date: 2025-12-22, text: a}\n- *a", "comments/invalid-yaml"),
    ],
)
def test_what_is_wrong_is_named(text: str, said: str) -> None:
    found = _complaint(text)
    assert said in found
    assert f"{_FILE}:1:" in found


def test_replies_are_to_what_is_there() -> None:
    one = "- {id: %s, parent: %s, date: 2025-12-22, text: x}\n"
    pairs = [("first", "second"), ("second", "first"), ("third", "frist"), ("second", "first")]
    found = _complaint("".join(one % pair for pair in pairs))
    assert '"first" replies to itself' in found
    assert '"third" replies to "frist", which is not there' in found
    assert 'did you mean "first"?' in found
    assert 'the id "second" stands twice' in found
    assert f"{_FILE}:3:3" in found


def test_a_row_of_ten_thousand_replies_is_read() -> None:
    lines = (
        f"- {{id: {n}, parent: {n - 1}, date: 2025-12-22, text: x}}\n" for n in range(1, 10_000)
    )
    text = "- {id: 0, date: 2025-12-22, text: x}\n" + "".join(lines)
    assert len(read_comments(text, _FILE)) == 10_000


def test_a_file_is_named_as_its_article() -> None:
    assert comments_of("posts/2025/talks.md") == "_data/comments/2025/talks.yaml"
    assert article_of("_data/comments/2025/talks.yaml") == "posts/2025/talks.md"
