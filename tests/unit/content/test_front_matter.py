"""Front matter is decoded strictly, by the type of each key."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ssg.errors import SsgError
from ssg.model.front_matter import FrontMatter
from tests.unit.content.reading import complaints, read


def _front_matter(text: str) -> FrontMatter:
    return read(f"---\n{text}---\n").front_matter


def test_title_suffices() -> None:
    front_matter = _front_matter("title: Talks\n")
    assert front_matter.title == "Talks"
    assert front_matter.kind == "original"
    assert front_matter.comments
    assert not front_matter.draft
    assert front_matter.date is None


@pytest.mark.parametrize("title", ["No", "2025", "12:30", "null", "1e3", "~5", "=x", "a #b"])
def test_title_is_a_text_whatever_it_looks_like(title: str) -> None:
    assert _front_matter(f"title: {title}\n").title == title.split(" #")[0]


def test_every_key_is_decoded() -> None:
    front_matter = _front_matter("""title: T
date: 2025-12-22 09:30
updated: 2025-12-23
expires: 2026-01-01T00:00Z
draft: yes
slug: s
path: /p
aliases: /old/
standfirst: One *sentence*.
authors: Ada Quill
tags: [Ukraine, No]
section: World
kind: curated
source: {name: Slate, url: "https://slate.com/", rights: full, published: 2025-12-22}
canonical: https://slate.com/a
image: {src: a.png, alt: A map, caption: Where., credit: Ada}
related: a
related_exclude: [b, c]
thread: Peace talks
follows: d
corrections: [{date: 2025-12-24, text: A name.}]
toc: false
comments: off
pinned: on
template: longread
people: [Steve Witkoff]
extra: {mood: 7}
""")
    assert front_matter.date == datetime(2025, 12, 22, 9, 30)
    assert front_matter.expires == datetime(2026, 1, 1, tzinfo=UTC)
    assert front_matter.draft
    assert (front_matter.path, front_matter.aliases) == ("/p/", ("/old/",))
    assert front_matter.authors == ("Ada Quill",)
    assert front_matter.tags == ("Ukraine", "No")
    assert front_matter.source
    assert (front_matter.source.name, front_matter.source.rights) == ("Slate", "full")
    assert front_matter.image
    assert front_matter.image.alt == "A map"
    assert front_matter.related_exclude == ("b", "c")
    assert front_matter.corrections[0].text == "A name."
    assert (front_matter.toc, front_matter.comments, front_matter.pinned) == (False, False, True)
    assert front_matter.terms == {"people": ("Steve Witkoff",)}
    assert front_matter.extra == {"mood": 7}


def test_keys_left_empty_are_as_good_as_absent() -> None:
    written = "".join(
        f"{name}:\n" for name in ("date", "tags", "source", "image", "draft", "extra")
    )
    assert _front_matter(f"title: T\n{written}") == _front_matter("title: T\n")


def test_image_must_say_what_it_shows() -> None:
    shown = complaints("---\ntitle: T\nimage: a.png\n---\n")
    assert shown.startswith('error[images/no-alt]: nothing says what the picture "a.png" shows')
    assert not complaints("---\ntitle: T\nimage: {src: a.png, alt: ''}\n---\n")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("30% 60%", "30% 60%"),
        ("30%, 60.5%", "30% 60.5%"),
        ("left top", "0% 0%"),
        ("top left", "0% 0%"),
        ("top", "50% 0%"),
        ("right", "100% 50%"),
        ("center 20%", "50% 20%"),
    ],
)
def test_focus_of_an_image_is_a_point(written: str, meant: str) -> None:
    image = _front_matter(f"title: T\nimage: {{src: a.png, alt: A, focus: '{written}'}}\n").image
    assert image
    assert image.focus == meant


@pytest.mark.parametrize("written", ["30", "30% 6% 9%", "130% 0%", "url(x)", "up", "0%;a:b"])
def test_focus_of_an_image_is_nothing_else(written: str) -> None:
    with pytest.raises(SsgError, match="is no point of a picture"):
        _front_matter(f"title: T\nimage: {{src: a.png, alt: A, focus: '{written}'}}\n")


def test_unknown_key_near_a_known_one_is_an_error() -> None:
    with pytest.raises(SsgError, match='unknown key "taggs"'):
        read("---\ntitle: T\ntaggs: [a]\n---\n")


def test_unknown_key_far_from_all_is_a_warning() -> None:
    (warning,) = read("---\ntitle: T\nmood: sombre\n---\n").warnings
    assert (warning.severity, warning.message) == ("warning", 'unknown key "mood"')


def test_unknown_keys_are_what_the_site_says() -> None:
    text = "---\ntitle: T\ntaggs: [a]\nmood: sombre\n---\n"
    assert read(text, unknown="ignore").warnings == ()
    assert len(read(text, unknown="warn").warnings) == 2
    with pytest.raises(SsgError) as caught:
        read(text, unknown="error")
    assert len(caught.value.diagnostics) == 2


def test_mistake_is_told_at_its_line_of_the_file() -> None:
    assert complaints("---\ntitle: T\nsource:\n  name: Slate\n  url: slate.com\n---\n") == (
        'error[front-matter/wrong-url]: source.url: "slate.com" is not a web address\n'
        "  content/posts/2025-12-22-talks.md:5:8\n"
        "  5 |   url: slate.com\n"
        "    |        ^^^^^^^^^"
    )


def test_mistakes_of_front_matter_and_text_are_told_together() -> None:
    found = complaints("---\ntitle: T\ndraft: perhaps\n---\n{% figur %}\n")
    assert "draft: expected true or false" in found
    assert 'unknown shortcode "figur"' in found
