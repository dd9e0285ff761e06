"""Whatever a page says, its draft is a file that the project reads without a complaint."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ssg.content.document import DocumentReader
from ssg.extract.clipping import ClippedImage, Clipping, Metadata
from ssg.extract.draft import Choices, Draft, Names, in_words, make_draft, outlet_name
from ssg.extract.escaping import escape
from ssg.model.body import Link
from ssg.model.document import Document, SourceFile
from ssg.text.dates import parse_moment
from tests.unit.content.settings import SETTINGS

_READER = DocumentReader(SETTINGS)
_NOW = datetime(2025, 12, 22, 9, 30, tzinfo=UTC)
_EXCERPT, _NO_NAMES = Choices(), Names()
_URL = "https://slate.example/talks"
_TEXT = "One two three. Four five six.\n\nSeven eight nine.\n\n## Then\n\nMore."


def _draft(clipping: Clipping, choices: Choices = _EXCERPT, names: Names = _NO_NAMES) -> Draft:
    return make_draft(clipping, choices, outlet_name(clipping.metadata), names, _NOW, 80)


def _read(draft: Draft) -> Document:
    document = _READER.document(SourceFile(f"posts/{draft.name}.md", draft.text))
    # What a picture of the other page shows, its editors must say themselves.
    assert [one for one in document.warnings if one.code != "images/no-alt"] == []
    return document


def test_a_draft_has_all_that_was_found_in_the_documented_order() -> None:
    page = Metadata(
        url=_URL + "?utm_source=x",
        title="No result",
        standfirst="The talks ended.",
        authors=("A. Columnist", "B. Writer"),
        outlet="Slate",
        published=datetime(2025, 12, 21, 23, 30, tzinfo=timezone(timedelta(hours=-5))),
        image=ClippedImage(
            "https://slate.example/a.jpg", "A table", "The table", "A. Photographer"
        ),
        tags=("ukraine", "Unheard of"),
    )
    choices = Choices(note="As agreed.", section="world", tags=("New",))
    names = Names({"ukraine": "Ukraine"}, {"world": "World"})
    assert (
        _draft(Clipping(page, _TEXT), choices, names).text
        == """---
title: No result
date: 2025-12-22 09:30
draft: true
standfirst: The talks ended.
tags:
- New
- Ukraine
section: World
kind: curated
source:
  name: Slate
  url: https://slate.example/talks
  author: A. Columnist, B. Writer
  published: 2025-12-21 23:30-05:00
  rights: excerpt
  note: As agreed.
# The picture of the outlet; take out the marks once you may show it:
# image:
#   src: https://slate.example/a.jpg
#   alt: A table
#   caption: The table
#   credit: A. Photographer
---
Your own words: what it reports, and why it matters here.

> One two three. Four five six.
>
> Seven eight nine.
>
> — Slate
"""
    )


@pytest.mark.parametrize("scheme", ["https", "http", "ftp", "HTTPS"])
def test_what_follows_an_address_in_words_is_words(scheme: str) -> None:
    words = (
        f"See {scheme}://a.example/<script>alert(1)</script> or {scheme}://b.example/{{% note %}}"
    )
    document = _read(_draft(Clipping(Metadata(_URL, "T", words), escape(words))))
    for html in (document.standfirst.markup(), document.content.body.markup()):
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
        assert "{% note %}" in html


def test_a_link_quotes_nothing() -> None:
    draft = _draft(Clipping(Metadata(_URL, "T"), _TEXT), Choices(rights="link"))
    assert draft.text.endswith("---\nYour own words: what it reports, and why it matters here.\n")
    assert draft.quotation == ""


@pytest.mark.parametrize("rights", ["full", "licensed"])
def test_a_whole_text_stands_there_with_its_picture(rights: str) -> None:
    image = ClippedImage("https://slate.example/a.jpg", "A table")
    clipping = Clipping(Metadata(_URL, "T", image=image), _TEXT)
    draft = _draft(clipping, Choices(rights, "By letter."))
    assert draft.text.endswith(f"---\n{_TEXT}\n")
    document = _read(draft)
    assert document.front_matter.source
    assert document.front_matter.source.note == "By letter."
    assert document.image
    assert (document.image.src, document.image.alt) == ("https://slate.example/a.jpg", "A table")


def test_a_limit_of_no_words_quotes_none() -> None:
    clipping = Clipping(Metadata(_URL, "T"), _TEXT)
    draft = make_draft(clipping, Choices(), "Slate", Names(), _NOW, 0)
    assert ">" not in draft.text


@pytest.mark.parametrize(
    "title",
    ["../../x", "..\\..\\x", "/etc/passwd", "\x00/../x", "x" * 5000, "日本" * 500, "🔥", "con.md"],
)
def test_a_page_names_no_other_folder(title: str) -> None:
    name = _draft(Clipping(Metadata(_URL, title), _TEXT)).name
    assert name.startswith("2025-12-22-")
    assert not set("/\\\x00.") & set(name)
    assert len(name.encode()) < 240


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://slate.example/talks.html", "2025-12-22-talks"),
        ("https://slate.example/", "2025-12-22-slate-example"),
        ("https://slate.example/../../%2e%2e/", "2025-12-22-2e-2e"),
    ],
)
def test_a_title_without_letters_is_named_by_its_address(url: str, name: str) -> None:
    assert _draft(Clipping(Metadata(url, "…!"), _TEXT)).name == name


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (date(2025, 12, 22), "2025-12-22"),
        (datetime(2025, 12, 22, 9, 30), "2025-12-22 09:30"),
        (datetime(2025, 12, 22, 9, 30, 59, tzinfo=UTC), "2025-12-22 09:30+00:00"),
        (None, ""),
        (date(1, 1, 1), ""),
        (datetime.max, ""),
    ],
)
def test_dates_are_written_as_front_matter_has_them(moment: date | None, words: str) -> None:
    assert in_words(moment) == words


_PIECES = (
    *('"', "'", ": ", ":", "\n", "\r\n", "\n---\n", "---", "...", "# ", "- ", "? ", "| ", "> "),
    *("{{ site }}", "{% note %}", "{%", "%}", "{.a}", "[x](y.md)", "![x](y)", "<script>", "</b>"),
    *(
        "\x00",
        "\x07",
        "\x1b[31m",
        "\x85",
        "\u2028",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\ud800",
        "\uffff",
    ),
    *("&amp;", "*a*", "_a_", "`", "```\n", "\\", "!!int ", "&a ", "*a", "%TAG", "~", "null", "No"),
    *("2025-12-22", "12:30", "0x10", "1e3", "=", "<<", "title: x", "é", "日本", "😀", "\U0001fffe"),
    *("https://a.example/", "javascript:alert(1)", "mailto:a@b.example", "www.a.example", "word "),
    *("[^1]", "<!--", "$", "@", "|", "a" * 400, "\t", " "),
)
_HOSTILE = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=12).map("".join),
    st.text(st.characters(), max_size=40),
)
_MOMENTS = st.one_of(
    st.none(),
    st.dates(),
    st.datetimes(),
    st.datetimes(timezones=st.timedeltas(timedelta(hours=-23), timedelta(hours=23)).map(timezone)),
)
_ADDRESSES = st.one_of(_HOSTILE, _HOSTILE.map(lambda text: f"https://a.example/{text}"))


@settings(max_examples=400, deadline=None)
@given(
    st.builds(
        Metadata,
        url=st.just(_URL),
        title=_HOSTILE.map(lambda text: "T" + text),
        standfirst=_HOSTILE,
        authors=st.lists(_HOSTILE, max_size=3).map(tuple),
        outlet=_HOSTILE,
        published=_MOMENTS,
        language=_HOSTILE,
        image=st.none() | st.builds(ClippedImage, _ADDRESSES, _HOSTILE, _HOSTILE, _HOSTILE),
        tags=st.lists(_HOSTILE, max_size=3).map(tuple),
    ),
    st.sampled_from(["link", "excerpt", "full"]),
    st.sampled_from(["", 'By letter: "yes"', "- a\n---\nb: c", "{x}", "\x1b[1m#"]),
)
@example(Metadata(_URL, "T", image=ClippedImage("https://a.example/x y")), "full", "")
def test_whatever_a_page_says_of_itself_is_read_without_a_complaint(
    page: Metadata, rights: str, note: str
) -> None:
    draft = _draft(Clipping(page, "Words."), Choices(rights, note))
    draft.text.encode()
    document = _read(draft)
    found = document.front_matter
    assert found.draft
    assert found.kind == "curated"
    assert found.title == draft.title
    assert found.source
    assert found.source.url == _URL
    assert found.source.rights == rights
    assert found.aliases == ()
    assert found.extra == {}
    # The standfirst is shown as it stands: no links, markup or shortcodes of a stranger.
    html = document.standfirst.markup()
    assert "<script" not in html
    assert "javascript:" not in "".join(one.split(">")[0] for one in html.split("<a ")[1:])
    assert not [link for link in document.links() if isinstance(link, Link) and "y" in link.target]
    if found.source.published:
        assert page.published
        assert parse_moment(in_words(page.published)) == found.source.published
