"""What the blog has already is told and not written again; what is new gets a file of its own."""

from __future__ import annotations

import os
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ssg.build.project import Options
from ssg.curate.blog import Blog, read_blog
from ssg.curate.page import Page
from ssg.curate.take_up import Offer, refuse_known, take_up, write_draft
from ssg.errors import SsgError
from ssg.extract.draft import Choices, Draft
from tests.conftest import MakeSite
from tests.support.sites import SiteUnderTest
from tests.unit.curate.pages import SENTENCES, html

_NOW = datetime(2025, 12, 22, 23, 30, tzinfo=UTC)
_URL = "https://slate.example/2025/talks"


def _blog(site: SiteUnderTest) -> Blog:
    return read_blog(site.root, Options(_NOW))


def _offer(site: SiteUnderTest, page: bytes, url: str = _URL, **chosen: str) -> Offer:
    clipping = Page(page, url, "utf-8").clipping()
    return take_up(_blog(site), clipping, [url], Choices(**chosen), _NOW)  # type: ignore[arg-type]


def _write(site: SiteUnderTest, page: bytes, url: str = _URL, **chosen: str) -> Path:
    return write_draft(site.root, _offer(site, page, url, **chosen).draft)


def _complaint(site: SiteUnderTest, page: bytes, url: str, **chosen: str) -> str:
    with pytest.raises(SsgError) as caught:
        _offer(site, page, url, **chosen)
    return str(caught.value)


def _article(front_matter: str, text: str = "Text.") -> str:
    return (
        f"-- content/posts/2025-12-01-there.md --\n---\ntitle: There\n{front_matter}---\n{text}\n"
    )


def test_a_draft_is_dated_by_the_clock_of_the_site(make_site: MakeSite) -> None:
    site = make_site()
    site.write({"site.yaml": "title: T\nbase_url: https://a.example/\ntimezone: Asia/Tokyo\n"})
    path = _write(site, html())
    assert path.relative_to(site.root).as_posix() == (
        "content/posts/2025-12-23-no-result-in-the-capital.md"
    )
    assert "\ndate: 2025-12-23 08:30\n" in path.read_text("utf-8")
    assert site.diagnostics() == ()


@pytest.mark.parametrize(
    "front_matter",
    [
        "source: {name: Slate, url: 'http://m.slate.example/2025/talks/?utm_source=a'}\n",
        "draft: true\nsource: {name: Slate, url: 'https://slate.example/2025/talks/amp'}\n",
        "canonical: https://www.slate.example/2025/talks#top\n",
        "aliases: [/2025/talks]\n",
    ],
)
def test_a_page_that_is_clipped_already_is_named(make_site: MakeSite, front_matter: str) -> None:
    site = make_site(_article(front_matter))
    site.write({"site.yaml": "title: T\nbase_url: https://slate.example/\n"})
    text = _complaint(site, html(), _URL)
    assert "error[clip/known]: this page is clipped already" in text
    assert "content/posts/2025-12-01-there.md:" in text
    with pytest.raises(SsgError, match="clipped already"):
        refuse_known(_blog(site), [_URL])


def test_a_page_is_known_by_the_address_it_gives_itself(make_site: MakeSite) -> None:
    site = make_site(_article(f"source: {{name: Slate, url: '{_URL}'}}\n"))
    refuse_known(_blog(site), ["https://t.example/x", ""])
    page = Page(html(), _URL).clipping()
    with pytest.raises(SsgError, match="this page is clipped already"):
        take_up(_blog(site), page, ["https://t.example/x"], Choices(), _NOW)


def test_an_excerpt_of_the_same_text_is_found_by_its_words(make_site: MakeSite) -> None:
    site = make_site()
    path = _write(site, html())
    own = " ".join(f"word-{number} of the editor" for number in range(60))
    site.edit(str(path.relative_to(site.root)), "Your own words", own)
    text = _complaint(site, html("Another headline"), "https://other.example/a")
    assert "this text, or nearly the same, is clipped already from another address" in text
    assert "content/posts/2025-12-22-no-result-in-the-capital.md" in text


def test_a_whole_copy_is_found_where_a_sentence_is_missing(make_site: MakeSite) -> None:
    site = make_site()
    _write(site, html(), rights="full", note="By letter.")
    page = html(sentences=SENTENCES[1:])
    assert "nearly the same" in _complaint(site, page, "https://other.example/a")


def test_what_was_counted_before_is_kept_and_what_was_edited_counted_anew(
    make_site: MakeSite,
) -> None:
    site = make_site()
    path = _write(site, html())
    assert [one.tolist() for one in _blog(site).words.values()] == [
        one.tolist() for one in _blog(site).words.values()
    ]
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("\n> ")], "utf-8")
    assert _offer(site, html("Another headline"), "https://other.example/a")
    path.write_text(text, "utf-8")
    assert "nearly the same" in _complaint(site, html("Another"), "https://other.example/a")


def test_another_text_is_not_taken_for_the_same(make_site: MakeSite) -> None:
    site = make_site()
    _write(site, html())
    other = tuple(sentence[::-1] for sentence in SENTENCES)
    assert _offer(site, html(sentences=other), "https://other.example/a").draft.url


def test_files_with_mistakes_are_passed_over_and_named(make_site: MakeSite) -> None:
    site = make_site(_article("date: never\n"))
    blog = _blog(site)
    assert [one.code for one in blog.problems] == ["front-matter/wrong-date"]
    assert _offer(site, html())


def test_what_a_draft_lacks_is_said_at_once(make_site: MakeSite) -> None:
    site = make_site()
    text = _complaint(site, b"<title> \xe2\x80\x8b</title><p>x", "", rights="full", note="x")
    assert "error[clip/no-title]" in text
    assert "error[clip/no-address]" in text
    with pytest.raises(SsgError, match="clip/not-a-page"):
        _offer(site, b"%PDF-1.7 x")
    empty = b"<title>Title</title><body></body>"
    assert "clip/no-text" in _complaint(site, empty, _URL, rights="licensed", note="x")


def test_what_was_found_is_told_with_what_was_not(make_site: MakeSite) -> None:
    facts = dict(_offer(make_site(), html()).facts)
    assert facts["Title"] == "No result in the capital"
    assert facts["Address"] == _URL
    assert facts["Outlet"] == "slate.example"
    assert facts["Author"] == ""
    assert facts["Rights"] == "excerpt"
    assert facts["Text"].endswith(" quoted")


_NAMES = """
-- content/sources/slate.md --
---
title: Slate
url: https://www.slate.example/
---
-- content/sources/slate-audio.md --
---
title: The audio pages of Slate
url: https://slate.example/audio/
---
-- content/posts/2025-12-01-a.md --
---
title: A
tags: [Middle East]
section: World
source: {name: The Courier, url: "https://courier.example/1"}
---
-- content/posts/2025-12-01-b.md --
---
title: B
draft: true
source: {name: "Slate audio", url: "https://elsewhere.example/1"}
---
"""


@pytest.mark.parametrize(
    ("url", "stated", "name"),
    [
        ("https://amp.slate.example/x", "slate.com", "Slate"),
        ("https://slate.example/audio/x", "Podcast", "Slate audio"),
        ("https://slate.example/audiobooks", "Podcast", "Slate"),
        ("https://courier.example/2", "courier.example", "The Courier"),
        ("https://www.courier.example:443/2", "", "The Courier"),
        ("https://new.example/", "THE COURIER!", "The Courier"),
        ("https://new.example/", "New", "New"),
        ("https://blog.slate.example/", "Another", "Another"),
    ],
)
def test_an_outlet_keeps_the_name_it_has(
    make_site: MakeSite, url: str, stated: str, name: str
) -> None:
    assert _blog(make_site(_NAMES)).outlet(url, stated) == name


def test_tags_and_sections_are_spelt_as_they_are(make_site: MakeSite) -> None:
    names = _blog(make_site(_NAMES)).names()
    assert names.tags == {"middle-east": "Middle East"}
    assert names.sections == {"world": "World"}


def _draft(text: str = "---\ntitle: T\n---\n", name: str = "2025-12-22-t") -> Draft:
    return Draft(name, text, "T", "Slate", _URL, (), "", "")


def test_nothing_is_overwritten(make_site: MakeSite) -> None:
    site = make_site()
    paths = [write_draft(site.root, _draft(str(number))) for number in range(3)]
    assert [path.name for path in paths] == [
        *("2025-12-22-t.md", "2025-12-22-t-2.md", "2025-12-22-t-3.md")
    ]
    assert [path.read_text() for path in paths] == ["0", "1", "2"]
    assert len(list((site.root / "content" / "posts").iterdir())) == 3


def test_a_link_in_the_place_of_the_file_is_not_followed(make_site: MakeSite) -> None:
    site = make_site()
    folder = site.root / "content" / "posts"
    folder.mkdir()
    (folder / "2025-12-22-t.md").symlink_to(site.root / "outside.md")
    assert write_draft(site.root, _draft()).name == "2025-12-22-t-2.md"
    assert not (site.root / "outside.md").exists()


def test_drafts_written_at_once_stand_beside_each_other(make_site: MakeSite) -> None:
    site = make_site()
    texts = [f"text {number}\n" * 2000 for number in range(8)]
    threads = [
        threading.Thread(target=write_draft, args=(site.root, _draft(text))) for text in texts
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = [path.read_text() for path in (site.root / "content" / "posts").iterdir()]
    assert sorted(found) == sorted(texts)


def test_a_folder_that_cannot_be_written_is_said(make_site: MakeSite) -> None:
    site = make_site()
    (site.root / "content" / "posts").write_text("in the way")
    with pytest.raises(SsgError, match="clip/cannot-write") as caught:
        write_draft(site.root, _draft())
    assert "cannot write: " in str(caught.value)
    assert os.listdir(site.root / "content") == ["posts"]


def test_a_page_of_300_kb_is_a_draft_within_a_second(make_site: MakeSite) -> None:
    """Of this process alone: other work of the machine does not count."""
    site = make_site(_NAMES)
    teasers = "".join(
        f'<div class="card-{number}"><a href="/{number}"><img data-src="/{number}.jpg">'
        f"<h3>{SENTENCES[number % 6]}</h3></a><p>{SENTENCES[number % 5]}</p></div>"
        for number in range(400)
    )
    data = html().replace(b"</article>", f"</article><aside>{teasers}</aside>".encode())
    data += b"<script>" + b"x = 1;" * 34_000 + b"</script>"
    assert len(data) > 300_000
    _offer(site, html())
    began = time.process_time()
    _write(site, data)
    assert time.process_time() - began < 1.0
