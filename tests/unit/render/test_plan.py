"""Everything that a site writes, and that no two things are written to one place."""

from __future__ import annotations

import pytest

from ssg.errors import Diagnostic, SsgError
from ssg.render.plan import check_collisions
from tests.unit.relate.making import article
from tests.unit.render.making import all_jobs_of, paths_of, pieces

_TALKS = article("2025-12-22-talks", "tags: [Ukraine]\n")


def test_empty_site_has_its_fixed_pages() -> None:
    assert set(paths_of("")) == {
        *("/", "/archive/", "/search/", "/404.html"),
        *("/feed.xml", "/rss.xml", "/feed.json", "/opml.xml"),
        *("/robots.txt", "/sitemap.xml", "/news-sitemap.xml", "/theme/style.css"),
        *("/card.png", "/manifest.webmanifest", "/sw.js", "/icons/maskable-512.png"),
        *(f"/icons/icon-{size}.png" for size in (32, 180, 192, 512)),
    }


def test_article_brings_its_archives_and_terms() -> None:
    assert set(paths_of(_TALKS)) - set(paths_of("")) == {
        *(
            "/2025/12/talks/",
            "/2025/12/talks/card.png",
            "/2025/",
            "/2025/12/",
            "/tags/",
            "/tags/ukraine/",
        ),
        *("/tags/ukraine/feed.xml", "/tags/ukraine/rss.xml", "/tags/ukraine/feed.json"),
    }


def test_share_cards_are_left_out_where_they_are_off_and_where_there_is_an_image() -> None:
    off = paths_of(_TALKS, "share_cards: {enabled: false}\n")
    assert not [path for path in off if path.endswith("card.png")]
    for name, there in (("map.png", False), ("map.svg", True), ("map.SVG?x", True)):
        image = f"image: {{src: 'https://example.com/{name}', alt: A map}}\n"
        paths = paths_of(article("2025-12-22-talks", image))
        assert ("/2025/12/talks/card.png" in paths) is there


def test_what_is_kept_offline_is_written_where_it_is_wanted() -> None:
    added = {"/offline.json", "/offline/"}
    assert added.isdisjoint(paths_of(""))
    assert added <= set(paths_of("", "offline: {articles: 3}\n"))


def test_files_of_the_application_yield_to_those_written_by_hand() -> None:
    paths = paths_of("-- static/manifest.webmanifest --\n{}\n")
    assert paths.count("/manifest.webmanifest") <= 1


def test_page_and_alias_are_written() -> None:
    text = "-- about.md --\n---\ntitle: About\naliases: [/old.html, /who]\n---\n"
    assert {"/about/", "/old.html", "/who/"} <= set(paths_of(text))


def test_search_page_is_left_out_where_search_is_off() -> None:
    assert "/search/" not in paths_of("", "search: {enabled: false}\n")


def test_feeds_of_terms_are_left_out_where_they_are_off() -> None:
    paths = paths_of(_TALKS, "taxonomies: {tags: {feeds: false}}\n")
    assert "/tags/ukraine/" in paths
    assert "/tags/ukraine/feed.xml" not in paths


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (4, 1), (5, 2), (8, 2), (9, 3)])
def test_lists_are_split_into_pages(count: int, pages: int) -> None:
    paths = paths_of(pieces(count, "tags: [x]\n"), "per_page: 4\n")
    tagged = [path for path in paths if path.startswith("/tags/x/") and path.endswith("/")]
    assert tagged == ["/tags/x/", *(f"/tags/x/page/{number}/" for number in range(2, pages + 1))]
    yearly = [path for path in paths if path.startswith("/2025/page/")]
    assert len(yearly) == pages - 1


def test_every_path_is_written_once() -> None:
    paths = paths_of(pieces(40, "tags: [x, y]\nauthors: [Ada]\nsection: World\n"), "per_page: 7\n")
    assert len(paths) == len(set(paths))


def _collisions(text: str) -> list[Diagnostic]:
    try:
        check_collisions(all_jobs_of(text), "pagefind")
    except SsgError as failure:
        return list(failure.diagnostics)
    return []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (article("2025-12-21-talks"), "/2025/12/talks/"),
        (article("2025-12-21-a", "slug: TALKS\n"), "/2025/12/TALKS/"),
        (article("2025-12-21-a", "aliases: [/2025/12/talks]\n"), "/2025/12/talks/"),
        (article("2025-12-21-a", "path: /2025/12/\n"), "/2025/12/"),
        (article("2025-12-21-a", "path: /tags/ukraine/\n"), "/tags/ukraine/"),
        (article("2025-12-21-a", "path: /\n"), "/"),
        ("-- tags.md --\n---\ntitle: T\n---\n", "/tags/"),
        ("-- search.md --\n---\ntitle: T\n---\n", "/search/"),
        ("-- static/feed.xml --\nx\n", "/feed.xml"),
        ("-- static/index.html --\nx\n", "/index.html"),
        ("-- static/2025/12/talks/index.html --\nx\n", "/2025/12/talks/index.html"),
    ],
)
def test_two_things_at_one_path_are_refused(text: str, path: str) -> None:
    (found, *_) = _collisions(_TALKS + text)
    assert found.message in (f"two things would stand at {path}",)
    assert len(found.notes) == 2
    assert found.location


def test_file_in_the_place_of_a_folder_is_refused_once() -> None:
    (found,) = _collisions(_TALKS + "-- static/2025 --\nx\n")
    assert found.message == "/2025 is a file, and /2025/12/talks/ needs a folder there"
    assert str(found.location) == "content/static/2025"


def test_place_of_the_search_index_is_kept_free() -> None:
    (found,) = _collisions("-- static/pagefind/pagefind.js --\nx\n")
    assert found.message == "/pagefind/pagefind.js would stand where the search index goes"


def test_different_paths_do_not_collide() -> None:
    assert not _collisions(_TALKS + article("2025-11-22-talks") + "-- static/talks --\nx\n")
