"""What a piece from another outlet owes to it, and how much of it is quoted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ssg.content.document import DocumentReader
from ssg.content.source import decode_source
from ssg.errors import Diagnostic, SsgError
from tests.unit.content.settings import SETTINGS

_FULL = "{name: Slate, url: https://slate.com/a, rights: full}"


def _complaints(
    front_matter: str, body: str = "", limit: int = 80, language: str = "en"
) -> tuple[Diagnostic, ...]:
    settings = replace(SETTINGS, quoted_words=limit, language=language)
    text = f"---\ntitle: Talks\n{front_matter}---\n{body}\n"
    try:
        document = DocumentReader(settings).document(decode_source("posts/a.md", text.encode()))
    except SsgError as failure:
        return failure.diagnostics
    return document.warnings


def _codes(front_matter: str, body: str = "") -> list[str]:
    return [f"{one.severity} {one.code}" for one in _complaints(front_matter, body)]


def _quoted(body: str, language: str = "en") -> int:
    front_matter = "kind: link\nsource: {name: Slate, url: https://slate.com/a, rights: link}\n"
    found = _complaints(front_matter, body, 0, language)
    return int(found[0].message.split()[0]) if found else 0


@pytest.mark.parametrize("kind", ["curated", "link"])
def test_curated_piece_names_its_source_and_the_address(kind: str) -> None:
    assert _codes(f"kind: {kind}\n") == ["error source/missing"]
    assert _codes(f"kind: {kind}\nsource: {{name: Slate}}\n") == ["error source/no-address"]
    assert _codes(f"kind: {kind}\nsource: {{name: Slate, url: https://slate.com/a}}\n") == []


def test_complaint_says_where_and_what_to_do() -> None:
    (found,) = _complaints("kind: curated\nsource: {name: Slate}\n")
    assert found.location
    assert (found.location.path, found.location.line) == ("content/posts/a.md", 4)
    assert found.hint == 'add "url: https://…"'
    (found,) = _complaints("kind: link\n")
    assert found.location
    assert (found.location.line, found.location.column) == (3, 7)


@pytest.mark.parametrize("rights", ["full", "licensed"])
@pytest.mark.parametrize("kind", ["original", "curated"])
def test_whole_copy_says_who_gave_the_right(kind: str, rights: str) -> None:
    source = _FULL.replace("full", rights)
    text = f"kind: {kind}\nsource: {source}\n"
    assert _codes(text) == ["error source/no-permission"]
    assert _codes(text.replace(rights, f"{rights}, note: By leave of Slate.")) == []


def test_piece_of_ones_own_and_a_draft_and_what_was_withdrawn_owe_nothing() -> None:
    assert _codes("kind: original\n") == []
    assert _codes("kind: curated\ndraft: true\n") == []
    assert _codes("kind: curated\nwithdrawn: {date: 2025-12-22, reason: Wrong.}\n") == []


def test_all_of_a_file_is_said_at_once() -> None:
    found = _codes("kind: curated\nsource: {name: S, rights: full}\n", "{% noot %}")
    assert sorted(found) == [
        "error shortcode/unknown",
        "error source/no-address",
        "error source/no-permission",
    ]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("None at all, and don't say 'tis.", 0),
        ("> One two three.\n>\n> Four.", 4),
        ("> One two.\n>\n> -- Yuri Ushakov", 2),
        ("> One\n> > two\n\nthree", 2),
        ('He called it "productive and constructive", and "a start".', 5),
        ("He called it 'rather unproductive', didn't he?", 2),
        ('> He called it "so" there.', 5),
        ("<blockquote><p>One two</p></blockquote> three", 2),
        ("Say <q>one two</q>.", 2),
        ('{% quote author="Ada Quill" %}\nOne *two* [three](https://x.org/).\n{% endquote %}', 3),
        ("{% note %}\n> One two.\n{% endnote %}", 2),
        ("- He said “one\n- two” and no more", 0),
        ('"One [two](https://x.org/a "a title of it") three"', 3),
    ],
)
def test_words_are_quoted_in_blocks_and_between_marks(body: str, words: int) -> None:
    assert _quoted(body) == words


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("de", 'Er sagte "ja und nein" dazu.'),
        ("fr", 'Il a dit "ja und nein" hier.'),
        ("sv", 'Han sade "ja und nein" igen.'),
        ("da", 'Han sagde "ja und nein" igen.'),
        ("en", "「ja und nein」"),
    ],
)
def test_marks_of_other_languages_quote_too(language: str, body: str) -> None:
    assert _quoted(body, language) == 3


def test_more_quoted_words_than_the_limit_are_a_warning_with_the_count() -> None:
    source = "kind: curated\nsource: {name: Slate, url: https://slate.com/a}\n"
    body = f'> {"word " * 78}\n\nand "two more" of them'
    assert _complaints(source, body) == ()
    (found,) = _complaints(source, body + ' "here"')
    assert (found.severity, found.code) == ("warning", "source/long-quotation")
    assert found.message == "81 words are quoted, and the limit is 80"
    assert len(_complaints(source, body, 81)) == 0


def test_standfirst_counts_and_a_whole_copy_has_no_limit() -> None:
    source = "kind: link\nstandfirst: '\"one two\"'\nsource: {name: S, url: https://s.org/%s}\n"
    assert _complaints(source % "a", "", 1)[0].message.startswith("2 words")
    assert _complaints(source % "a, rights: full, note: Ours.", "> one two", 1) == ()
