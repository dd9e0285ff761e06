"""Which articles were read most, however a counter spells their paths."""

from __future__ import annotations

import pytest

from ssg.model.site import Preview
from ssg.render.most_read import rank_by_views
from tests.unit.relate.making import article, site_of

_SITE = (
    article("2026-01-01-first", "aliases: [/old/, /older.html]\n")
    + article("2026-01-02-second")
    + article("2026-01-03-third")
    + article("2026-01-04-draft", "draft: true\n")
)


def _ranked(views: dict[str, int], base: str = "https://example.org/") -> list[str]:
    site = site_of(_SITE, preview=Preview(drafts=True))
    return [one.slug for one in rank_by_views(site, views, base)]


def test_most_read_comes_first_and_the_unread_not_at_all() -> None:
    assert _ranked({"/2026/01/first/": 5, "/2026/01/third/": 9, "/2026/01/second/": 0}) == [
        "third",
        "first",
    ]


def test_ties_are_broken_by_date() -> None:
    views = {"/2026/01/first/": 5, "/2026/01/second/": 5, "/2026/01/third/": 5}
    assert _ranked(views) == ["third", "second", "first"]


@pytest.mark.parametrize(
    "path",
    [
        *("/2026/01/first", "/2026/01/first/index.html", "/2026/01/first/?ref=mail#top"),
        *("/2026/01/%66irst/", "https://example.org/2026/01/first/", "/old", "/older.html"),
    ],
)
def test_path_is_known_however_it_is_spelt(path: str) -> None:
    assert _ranked({path: 1, "/2026/01/third/": 0}) == ["first"]


def test_views_of_a_path_and_of_its_aliases_are_added() -> None:
    views = {"/2026/01/first": 2, "/old/": 2, "/older.html": 2, "/2026/01/second": 5}
    assert _ranked(views) == ["first", "second"]


def test_counter_sees_the_base_path() -> None:
    views = {"/blog/2026/01/first/": 2, "/2026/01/second/": 1, "/blogger/": 9}
    assert _ranked(views, "https://example.org/blog/") == ["first", "second"]


def test_what_is_no_published_article_is_left_out() -> None:
    assert _ranked({"/2026/01/draft/": 50, "/": 100, "/about/": 10, "nonsense": 3}) == []
