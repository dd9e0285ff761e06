"""Comments stand below what they reply to, and a provider is told what it asks for."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from ssg.config.site import decode_site
from ssg.model.comments import Comment
from ssg.render.comments import threads_of
from ssg.render.live_comments import live_comments
from ssg.render.views.comments import CommentView, LiveComments, every

_BEGIN = datetime(2025, 12, 22, tzinfo=UTC)
_ISSO = "comments: {provider: isso, url: https://talk.example/isso}\n"


def _comment(name: str, parent: str = "", minutes: int = 0, hidden: bool = False) -> Comment:
    date = _BEGIN + timedelta(minutes=minutes)
    author = f"Author {name}"
    return Comment(
        id=name, parent=parent, author=author, date=date, text=f"Text {name}", hidden=hidden
    )


def _tree(threads: tuple[CommentView, ...]) -> list[object]:
    found: list[object] = []
    for one in threads:
        found.append(one.id.removeprefix("comment-"))
        if one.replies:
            found.append(_tree(one.replies))
    return found


def _live(text: str, language: str = "en") -> LiveComments:
    head = f"title: T\nbase_url: https://example.org/blog/\nlanguage: {language}\n"
    found = live_comments("/2025/12/talks/", decode_site(head + text, "site.yaml"))
    assert found
    return found


def test_replies_stand_below_what_they_reply_to_in_order_of_time() -> None:
    comments = [
        _comment("c", "a", 5),
        _comment("b", minutes=3),
        _comment("d", "a", 4),
        _comment("a", minutes=1),
    ]
    assert _tree(threads_of(comments, UTC)) == ["a", ["d", "c"], "b"]


def test_the_deepest_stand_in_a_row_and_name_what_they_reply_to() -> None:
    row = [_comment(f"n{n}", f"n{n - 1}" if n else "", n) for n in range(8)]
    threads = threads_of(row, UTC)
    assert _tree(threads) == ["n0", ["n1", ["n2", ["n3", ["n4", "n5", "n6", "n7"]]]]]
    answered = [one.answered for one in every(threads)]
    assert answered == ["", "", "", "", *(f"comment-n{n}" for n in range(3, 7))]
    assert [*every(threads)][-1].answered_author == "Author n6"


def test_a_row_of_ten_thousand_is_no_trouble() -> None:
    row = [_comment(f"n{n}", f"n{n - 1}" if n else "", n) for n in range(10_000)]
    assert len([*every(threads_of(row, UTC))]) == 10_000


def test_what_is_hidden_leaves_a_place_where_somebody_replied() -> None:
    comments = [
        _comment("a", hidden=True),
        _comment("b", "a", 1),
        _comment("c", minutes=2, hidden=True),
        _comment("d", "c", 3, hidden=True),
    ]
    threads = threads_of(comments, UTC)
    assert _tree(threads) == ["a", ["b"]]
    assert (threads[0].author, str(threads[0].text), threads[0].hidden) == ("", "", True)


@pytest.mark.parametrize(
    ("text", "load"),
    [
        (_ISSO, "click"),
        ("comments: {provider: isso, url: https://comments.example.org/}\n", "click"),
        ("comments: {provider: isso, url: https://example.org/isso/}\n", "visible"),
        ("comments: {provider: isso, url: https://example.org/isso/, load: click}\n", "click"),
        ("comments: {provider: isso, url: https://talk.example/, load: visible}\n", "visible"),
    ],
)
def test_another_host_is_asked_on_a_click_unless_site_yaml_says_otherwise(
    text: str, load: str
) -> None:
    assert _live(text).load == load


def test_isso_is_told_its_thread() -> None:
    live = _live(_ISSO)
    assert (live.script, live.origin, live.host, live.thread) == (
        "https://talk.example/isso/js/embed.min.js",
        "https://talk.example",
        "talk.example",
        "/blog/2025/12/talks/",
    )
    assert json.loads(live.attributes)["data-isso"] == "https://talk.example/isso/"


@pytest.mark.parametrize(
    ("language", "said"), [("de-AT", "de"), ("zh-TW", "zh-TW"), ("is", "en"), ("he", "he")]
)
def test_giscus_is_asked_in_a_language_it_has(language: str, said: str) -> None:
    text = "comments: {provider: giscus, repo: a/b, repo_id: R, category: C, category_id: D}\n"
    live = _live(text, language)
    assert json.loads(live.attributes) == {
        "data-repo": "a/b",
        "data-repo-id": "R",
        "data-category": "C",
        "data-category-id": "D",
        "data-mapping": "pathname",
        "data-strict": "0",
        "data-reactions-enabled": "1",
        "data-emit-metadata": "0",
        "data-input-position": "bottom",
        "data-lang": said,
        "crossorigin": "anonymous",
    }
    assert (live.script, live.light, live.dark) == ("https://giscus.app/client.js", "light", "dark")


def test_remark42_and_utterances_are_told_what_they_ask_for() -> None:
    remark = _live("comments: {provider: remark42, host: https://r.example/, site_id: blog}\n")
    assert json.loads(remark.attributes) == {
        "host": "https://r.example",
        "site_id": "blog",
        "url": "https://example.org/blog/2025/12/talks/",
        "locale": "en",
    }
    utterances = _live("comments: {provider: utterances, repo: a/b, label: talk}\n")
    assert json.loads(utterances.attributes) == {
        "repo": "a/b",
        "issue-term": "pathname",
        "label": "talk",
        "crossorigin": "anonymous",
    }


def test_nobody_is_asked_where_nobody_keeps_comments() -> None:
    config = decode_site("title: T\nbase_url: https://example.org/\n", "site.yaml")
    assert live_comments("/a/", config) is None
