"""Whatever a file holds, it is understood or explained; nothing else is raised."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssg.config.site import decode_site
from ssg.config.theme import decode_theme
from ssg.config.translations import decode_translations
from ssg.content.document import DocumentReader
from ssg.content.raw_html import leading_text, plain_text, rewrite_links
from ssg.content.source import decode_source
from ssg.errors import Diagnostic, SsgError, format_diagnostic
from ssg.model.document import SourceFile
from tests.unit.content.settings import SETTINGS

_READER = DocumentReader(SETTINGS)
_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)

_YAML_PIECES = (
    *(
        "title",
        "date",
        "tags",
        "source",
        "image",
        "extra",
        "base_url",
        "theme",
        "name",
        "taxonomies",
    ),
    *(": ", ":\n  ", ":\n- ", "\n", "\n  ", " ", "[", "]", "{", "}", ", ", "'", '"', "|\n", ">\n"),
    *("&a ", "*a", "!!int ", "!x ", "# ", "---\n", "...\n", "%TAG\n", "\t", "? ", "- ", "<<", "\\"),
    *("2025-12-22", "No", "~", "1e999", "0", "é", "😀", "\x07", "\x00", "\u2028", "\ufeff", "/a/"),
    *("https://example.org/", "plain", "file", "text?", "default", "key"),
)
_YAML = st.lists(st.sampled_from(_YAML_PIECES), max_size=24).map("".join)

_MARKDOWN_PIECES = (
    *(
        "word ",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "~~",
        "# ",
        "## ",
        "> ",
        "- ",
        "1. ",
        "    ",
        "\n",
        "\n\n",
    ),
    *(
        "[",
        "]",
        "(",
        ")",
        "[a](b.md)",
        '![a](b.png "c")',
        "<https://x.org/>",
        "https://x.org/a ",
        "|",
    ),
    *(
        "|---|\n",
        ": ",
        "[^1]",
        "[^1]: ",
        "^[",
        "{#id}",
        "{.a}",
        "{a=b}",
        "{",
        "}",
        "{}",
        "\\",
        "&amp;",
    ),
    *("<div>", "</div>", "<a href='b.md'>", "<!--", "-->", "<script>", "</script>", "<b", " id=x>"),
    *(
        "{% note %}",
        "{% endnote %}",
        "{% figure 'a' 'b' %}",
        "{% document a b %}",
        "{%",
        "%}",
        "{{",
    ),
    *("{% enddocument %}", '{% note title="', '"', "'", "-- ", "...", "---\n", "===\n", "é", "😀"),
    *("שלום", "平", "\x00", "\x01", "\x0b", "\u2028", "\t", "\r", "(c)", "!", "=", "%"),
)
_MARKDOWN = st.lists(st.sampled_from(_MARKDOWN_PIECES), max_size=30).map("".join)


def _explained(read: Callable[[], object]) -> None:
    complaints: tuple[Diagnostic, ...] | None = None
    try:
        read()
    except SsgError as failure:
        complaints = failure.diagnostics
    if complaints is None:
        return
    assert complaints
    for one in complaints:
        assert one.message
        assert one.location
        assert len(format_diagnostic(one).split("\n")) >= 2


@settings(max_examples=100)
@given(st.binary(max_size=80))
def test_any_bytes_are_a_file_or_explained(data: bytes) -> None:
    _explained(lambda: _READER.document(decode_source("posts/a.md", data)))
    _explained(lambda: _READER.document(decode_source("posts/a.md", b"---\n" + data + b"\n---\n")))


@settings(max_examples=150)
@given(st.one_of(_YAML, _ANY))
def test_any_front_matter_is_understood_or_explained(text: str) -> None:
    for front_matter in (text, f"title: T\n{text}"):
        source = SourceFile("posts/a.md", f"---\n{front_matter}\n---\nText.\n")
        _explained(lambda source=source: _READER.document(source))  # type: ignore[misc]
        _explained(lambda source=source: _READER.term(source))  # type: ignore[misc]


def _in_german(text: str, path: str) -> object:
    return decode_translations(text, path, "de")


@pytest.mark.parametrize("decode", [decode_site, decode_theme, _in_german])
@settings(max_examples=100)
@given(st.one_of(_YAML, _ANY))
def test_any_configuration_is_understood_or_explained(
    decode: Callable[[str, str], object], text: str
) -> None:
    _explained(lambda: decode(text, "site.yaml"))


@settings(max_examples=300)
@given(st.one_of(_MARKDOWN, _ANY))
def test_any_text_is_read(text: str) -> None:
    source = SourceFile("posts/a.md", "---\ntitle: T\n---\n" + text.replace("\r", "\n"))
    _explained(lambda: _READER.document(source))


@settings(max_examples=60)
@given(_MARKDOWN)
def test_any_text_is_a_standfirst(text: str) -> None:
    lines = "".join(f"  {line}\n" for line in text.replace("\x00", "").splitlines())
    source = SourceFile("posts/a.md", f"---\ntitle: T\nstandfirst: |\n{lines}---\n")
    _explained(lambda: _READER.document(source))


@settings(max_examples=150)
@given(st.one_of(_MARKDOWN, _ANY))
def test_any_markup_keeps_its_words_while_links_are_found(markup: str) -> None:
    same, _ = rewrite_links(markup, lambda _: None)
    # Only the marks around a list of sources are set anew.
    assert plain_text(same) == plain_text(markup)
    assert leading_text(markup) is not None


@settings(max_examples=150)
@given(_MARKDOWN)
def test_holes_of_a_text_never_show(text: str) -> None:
    try:
        document = _READER.document(SourceFile("posts/a.md", f"---\ntitle: T\n---\n{text}"))
    except SsgError:
        return
    assert "\x00" not in document.content.body.markup()
    assert "\x00" not in document.content.text
