"""Pages in the shapes that outlets have are read as an editor would read them."""

from __future__ import annotations

from functools import cache

import pytest

from ssg.extract.clip import clip_page
from ssg.extract.clipping import Clipping
from tests.support.pages_of_outlets import OutletPage, judge, outlet_pages, passages

_PAGES = outlet_pages()
_LEAST = {"title": 0.95, "published": 0.95, "authors": 0.85, "canonical": 0.98}
_KEPT, _LEFT_OUT = 0.97, 0.95


@cache
def _clipped(name: str) -> Clipping:
    page = next(page for page in _PAGES if page.name == name)
    return clip_page(page.data, page.url, page.charset)


def test_there_are_enough_pages() -> None:
    assert len(_PAGES) >= 40


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_every_field_is_right(page: OutletPage) -> None:
    found = _clipped(page.name).metadata
    wrong = [field for field, is_right in judge(page, found).items() if not is_right]
    assert not wrong, found


@pytest.mark.parametrize("field", _LEAST)
def test_enough_of_a_field_is_right(field: str) -> None:
    verdicts = [judge(page, _clipped(page.name).metadata) for page in _PAGES]
    judged = [verdict[field] for verdict in verdicts if field in verdict]
    assert sum(judged) >= _LEAST[field] * len(judged)


def test_enough_of_the_articles_is_kept() -> None:
    missing = [passages(page, _clipped(page.name).text)[0] for page in _PAGES]
    of = sum(len(page.keep) for page in _PAGES)
    assert sum(map(len, missing)) <= (1 - _KEPT) * of, missing


def test_enough_of_what_surrounds_them_is_left_out() -> None:
    found = [passages(page, _clipped(page.name).text)[1] for page in _PAGES]
    of = sum(len(page.drop) for page in _PAGES)
    assert sum(map(len, found)) <= (1 - _LEFT_OUT) * of, found


def test_the_passages_of_a_page_stand_on_it() -> None:
    for page in _PAGES:
        clipping = _clipped(page.name)
        assert page.keep, page.name
        assert clipping.metadata.title, page.name
        assert "\n" not in clipping.metadata.title
