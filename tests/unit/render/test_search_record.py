"""What can be found, and what must not be."""

from __future__ import annotations

import pytest

from ssg.model.site import Article, Page
from ssg.render.search_record import SearchRecord, findable, record_of
from tests.unit.relate.making import article, site_of
from tests.unit.render.making import context_of

_CURATED = (
    "kind: curated\nsource: {name: Slate, url: https://slate.com/a, rights: %s, note: By leave.}\n"
)


def _records(text: str, config: str = "") -> list[SearchRecord]:
    context = context_of(text, config)
    articles, pages = findable(site_of(text, config), context)
    pieces: list[Article | Page] = [*articles, *pages]
    return [record_of(piece, context) for piece in pieces]


def test_articles_and_pages_can_be_found_by_their_words() -> None:
    text = (
        article(
            "2025-12-22-talks", "standfirst: Two *stories*.\ntags: [Ukraine]\n", "The <b>text</b>."
        )
        + "-- about.md --\n---\ntitle: About\n---\nWe.\n"
    )
    one, other = _records(text)
    assert one.url == "/2025/12/talks/"
    assert "<h1>2025-12-22-talks</h1><p>Two stories.</p><p>The <b>text</b>.</p>" in one.html
    assert 'data-pagefind-filter="tag[data-v]" data-v="Ukraine"' in one.html
    assert 'data-pagefind-filter="year[data-v]" data-v="2025"' in one.html
    assert 'data-pagefind-meta="date[data-v]" data-v="2025-12-22"' in one.html
    assert other.url == "/about/"


@pytest.mark.parametrize("rights", ["full", "licensed"])
def test_whole_copies_of_others_cannot_be_found(rights: str) -> None:
    assert not _records(article("2025-12-22-talks", _CURATED % rights))


def test_rights_that_are_left_out_are_what_the_site_says() -> None:
    config = "search: {exclude_rights: [excerpt]}\n"
    assert len(_records(article("2025-12-22-a", _CURATED % "full"), config)) == 1
    assert not _records(article("2025-12-22-a", _CURATED % "excerpt"), config)


def test_drafts_cannot_be_found() -> None:
    text = article("2025-12-22-a", "draft: true\n") + article("2999-01-01-b")
    assert not _records(text)


def test_names_are_escaped() -> None:
    (record,) = _records(article("2025-12-22-a", "tags: ['\"Golden\" <Fleet>']\n"))
    assert 'data-v="&quot;Golden&quot; &lt;Fleet&gt;"' in record.html
