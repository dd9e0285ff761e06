"""What is fetched of an article to show others beside it is little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from ssg.model.document import Document
from ssg.model.site import NO_PREVIEW, Site
from ssg.relate.site import relate
from tests.support.sites import NOW
from tests.unit.relate.making import article, config_of, site_of
from tests.unit.render.making import context_around

T = TypeVar("T")

_TEXT = "The envoys of Oslo met again and said nothing of the Treaty of Oslo to anybody.\n"
_OTHER = "Steel went up by three percent, which nobody in the harbour had thought possible.\n"
_SITE = "".join(
    article(f"2025-12-{day}-day-{day}", "standfirst: They met.\n", text)
    for day, text in enumerate([_TEXT, _TEXT, _OTHER, _OTHER, _OTHER, _OTHER], 10)
)


class _Fetches(Counter[str]):
    """How often each part of documents was fetched."""

    def noting(self, document: Document) -> Document:
        """Return a document whose fetches are counted."""
        return replace(
            document,
            fetch_brief=partial(self._fetch, "brief", document.fetch_brief),
            fetch_details=partial(self._fetch, "details", document.fetch_details),
            fetch_terms=partial(self._fetch, "terms", document.fetch_terms),
            fetch_spellings=partial(self._fetch, "spellings", document.fetch_spellings),
            fetch_positions=partial(self._fetch, "positions", document.fetch_positions),
        )

    def _fetch(self, part: str, fetch: Callable[[], T]) -> T:
        self[part] += 1
        return fetch()


def _site(fetches: _Fetches) -> Site:
    contents = site_of(_SITE).contents
    documents = tuple(map(fetches.noting, contents.documents))
    return relate(replace(contents, documents=documents), config_of(), NOW, NO_PREVIEW)


def test_lists_need_no_text_of_their_articles() -> None:
    fetches = _Fetches()
    site = _site(fetches)
    cards = context_around(site).cards.articles(site.articles)
    assert {one.summary for one in cards} == {"They met."}
    assert fetches == {"brief": len(cards)}


def test_related_articles_need_how_each_article_is_counted_once_and_no_text() -> None:
    fetches = _Fetches()
    site = _site(fetches)
    related = context_around(site).ask.related(site.articles[-2].path)
    assert all(one.reasons for one in related)
    assert related
    assert fetches == {"terms": len(site.articles), "spellings": len(related)}
