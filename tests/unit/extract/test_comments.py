"""What another program says of comments is cleaned, and joined with what is kept."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssg.content.comments import read_comments
from ssg.extract.comment_json import NotCommentsError, moment_of, read_json
from ssg.extract.comment_markdown import comment_markdown
from ssg.extract.comments import ForeignComment, format_comments, join_comments, page_path
from ssg.model.comments import Comment

_DATE = datetime(2025, 12, 22, 18, 40, 12, tzinfo=UTC)


def _foreign(name: str = "1", **said: Any) -> ForeignComment:
    given = {"page": "/a/", "date": _DATE, "text": "Text", "origin": "isso", **said}
    return ForeignComment(id=name, **given)


def _added(*foreign: ForeignComment) -> tuple[Comment, ...]:
    return join_comments((), foreign).added


def test_what_is_new_is_added_and_what_is_kept_stays() -> None:
    kept = (Comment(id="isso-1", date=_DATE, text="As the editor has it."),)
    joined = join_comments(kept, [_foreign(), _foreign("2", parent="1"), _foreign("2")])
    assert [(one.id, one.parent, one.origin) for one in joined.added] == [
        ("isso-2", "isso-1", "isso")
    ]
    assert (joined.there, joined.differing) == (1, ("isso-1",))
    again = join_comments((*kept, *joined.added), [_foreign(), _foreign("2", parent="1")])
    assert (again.added, again.there) == ((), 2)


def test_those_that_wait_are_left_out_and_deleted_ones_leave_a_place_for_replies() -> None:
    joined = join_comments(
        (Comment(id="isso-9", date=_DATE, text="Text"),),
        [
            _foreign("1", state="waiting"),
            _foreign("2", state="deleted", text="", author="Ada"),
            _foreign("3", parent="2"),
            _foreign("4", state="deleted"),
            _foreign("9", state="deleted"),
        ],
    )
    assert [(one.id, one.hidden, one.author, one.text) for one in joined.added] == [
        ("isso-2", True, "", ""),
        ("isso-3", False, "", "Text"),
    ]
    assert (joined.waiting, joined.deleted) == (1, ("isso-9",))


def test_a_reply_to_nothing_and_replies_in_a_circle_stand_by_themselves() -> None:
    found = _added(
        _foreign("1", parent="77"), _foreign("2", parent="3"), _foreign("3", parent="2"),
        _foreign("4", parent="4"), _foreign("5", parent="1"),
    )  # fmt: skip
    parents = {one.id: one.parent for one in found}
    assert parents["isso-1"] == parents["isso-4"] == ""
    assert parents["isso-5"] == "isso-1"
    assert "" in (parents["isso-2"], parents["isso-3"])
    assert read_comments(format_comments(found), "x.yaml") == found


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"date": None}, "it has no date"),
        ({"text": " \u200b\n"}, "it says nothing"),
        ({"text": "x" * 50_001}, "it has 50,001 characters"),
    ],
)
def test_what_cannot_be_kept_is_told(said: dict[str, Any], reason: str) -> None:
    assert join_comments((), [_foreign(**said)]).unusable == {"isso-1": reason}


@pytest.mark.parametrize(
    ("said", "author", "url"),
    [
        (
            {"author": "  Ada \n B\u202e", "url": "https://a.example/x"},
            "Ada B",
            "https://a.example/x",
        ),
        ({"author": "ada@example.org"}, "", ""),
        ({"author": "Ada <ada@example.org>"}, "", ""),
        ({"author": "x" * 500}, "x" * 100, ""),
        ({"url": "javascript:alert(1)"}, "", ""),
        ({"url": "https://me:pw@a.example/"}, "", ""),
    ],
)
def test_no_address_of_an_author_is_kept(said: dict[str, Any], author: str, url: str) -> None:
    (found,) = _added(_foreign(**said))
    assert (found.author, found.url) == (author, url)


def test_without_an_id_one_is_made_of_what_it_says() -> None:
    one, other = _added(_foreign("", origin=""), _foreign("", origin="", text="Other"))
    assert one.id != other.id
    assert _added(_foreign("", origin=""))[0].id in {one.id, other.id}
    assert _added(_foreign("<b>", origin=""))[0].id.isalnum()


@given(
    st.lists(
        st.builds(
            lambda name, parent, author, text, minutes: _foreign(
                name,
                parent=parent,
                author=author,
                text=text,
                date=_DATE + timedelta(minutes=minutes),
            ),
            st.sampled_from("123456"),
            st.sampled_from(["", *"123456"]),
            st.text(max_size=20),
            st.text(max_size=60)
            | st.sampled_from(
                ["- a\n  b", "a: b\n#c", "'", "\ta\n b", "|", "yes", "1", "2025-12-22"]
            ),
            st.integers(0, 5),
        ),
        max_size=6,
    )
)
def test_what_is_written_is_read_as_it_was(foreign: list[ForeignComment]) -> None:
    added = _added(*foreign)
    assert read_comments(format_comments(added), "x.yaml") == added


def test_comments_are_written_as_an_editor_would() -> None:
    said = _foreign(parent="", author="Ada", url="https://a.example/", text="One: *two*\n\n- three")
    assert format_comments(_added(said)) == (
        "- id: isso-1\n  author: Ada\n  url: https://a.example/\n  date: 2025-12-22 18:40:12Z\n"
        "  from: isso\n  text: |-\n    One: *two*\n\n    - three\n"
    )


@pytest.mark.parametrize(
    ("page", "paths"),
    [
        ("/blog/2025/12/talks/", ("/2025/12/talks/", "/blog/2025/12/talks/")),
        ("https://old.example/2025/12/talks?x#y", ("/2025/12/talks/",)),
        ("2025/12/talks/index.html", ("/2025/12/talks/",)),
        ("/caf%C3%A9/", ("/café/",)),
        ("/talks.html", ("/talks.html",)),
        ("//[", ()),
    ],
)
def test_a_page_is_found_by_its_path(page: str, paths: tuple[str, ...]) -> None:
    assert page_path(page, "/blog/") == paths


def test_json_is_a_list_of_comments_or_of_pages_with_theirs() -> None:
    plain = {
        "path": "/a/",
        "id": 7,
        "parent": "3",
        "author": "Ada",
        "website": "https://a.example/",
        "date": "2025-12-22T18:40:12Z",
        "text": "Hi \ud83d\ude00",
        "by_editor": True,
        "email": "a@b.c",
    }
    below = {"author": "Bo", "created": "2025-12-22 18:40:12", "text": "x", "remote_addr": "::1"}
    page = {"id": "/b/", "title": "B", "comments": [below]}
    one, other = read_json(json.dumps([plain, page]), str)
    assert (one.page, one.id, one.parent, one.date, one.text, one.by_editor) == (
        *("/a/", "7", "3", _DATE, "Hi 😀", True),
    )
    assert (other.page, other.id, other.author, other.date) == ("/b/", "", "Bo", _DATE)
    assert read_json(json.dumps({"comments": [plain]}), str) == (one,)
    odd = {"path": "/a/", "date": "x", "text": "y", "state": "spam"}
    assert [(one.state, one.date) for one in read_json(json.dumps([odd]), str)] == [
        ("waiting", None)
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "line 1, column 2"),
        ("[" * 100_000, "nested without end"),
        ("3", "no list of comments"),
        ('{"posts": []}', "no list of comments"),
        ('[{"path": "/a/"}, "x"]', "entry 2 of the list is no comment"),
        ("[" + "9" * 5000 + "]", "nested without end, or holds a number"),
    ],
)
def test_what_holds_no_comments_says_so(text: str, said: str) -> None:
    with pytest.raises(NotCommentsError, match=said):
        read_json(text, str)


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), -1, 1e300, True, None, "", "0000-00-00"]
)
def test_a_date_that_is_none_is_none(value: object) -> None:
    assert moment_of(value) is None


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("One\ntwo\n\nThree", "One\\\ntwo\n\nThree"),
        ("<p>A <b>b</b> <a href='https://a.example/' onclick='x()'>c</a></p>", "A **b** [c](https://a.example/)"),
        ("<script>x</script>y<style>z</style>", "y"),
        ("<a href='javascript:x'>a</a> <img src='x.png' onerror='y'>", "a"),
        ("<blockquote>q</blockquote>w", "> q\n\nw"),
        ("<pre>a\n\nb</pre>", "```\na\n\nb\n```"),
        ("<h2>loud</h2>", "loud"),
        ("<b><i>unclosed", "***unclosed***"),
        ("<div>" * 50 + "deep<p>er</p>", "deep\n\ner"),
        ("<div>" * 5000 + "too deep", ""),
        ("*a* [b](c) # d", r"\*a\* \[b\]\(c) # d"),
        ("", ""),
    ],
)  # fmt: skip
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    assert comment_markdown(html) == markdown
