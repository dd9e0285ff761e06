"""Where articles and pages stand."""

from __future__ import annotations

import pytest

from tests.unit.relate.making import article, complaints_of, site_of


def _paths(text: str, config: str = "") -> list[str]:
    site = site_of(text, config)
    return sorted([*site.by_path, *site.page_by_path])


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("posts/2025-12-22-talks.md", "/2025/12/talks/"),
        ("posts/world/2025-12-22-talks.md", "/2025/12/talks/"),
        ("posts/2025-12-22-talks/index.md", "/2025/12/talks/"),
        ("posts/2025-12-22 Talks in Florida.md", "/2025/12/talks-in-florida/"),
        ("posts/2025-12-22-Переговори.md", "/2025/12/переговори/"),
        ("about.md", "/about/"),
        ("about/index.md", "/about/"),
        ("about/how-we-curate.md", "/about/how-we-curate/"),
        ("docs/reindex.md", "/docs/reindex/"),
        ("Über uns/Die Redaktion.md", "/uber-uns/die-redaktion/"),
    ],
)
def test_file_gives_the_path(file: str, path: str) -> None:
    assert _paths(f"-- {file} --\n---\ntitle: T\n---\n") == [path]


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("/:slug/", "/talks/"),
        ("/:year/:month/:day/:slug/", "/2025/12/22/talks/"),
        ("/news/:section/:slug/", "/news/world-affairs/talks/"),
        ("/:folder/:slug/", "/europe/east/talks/"),
    ],
)
def test_pattern_gives_the_path(pattern: str, path: str) -> None:
    text = (
        "-- posts/Europe/East/2025-12-22-talks.md --\n---\ntitle: T\nsection: World Affairs\n---\n"
    )
    assert _paths(text, f"permalinks: {{articles: '{pattern}'}}\n") == [path]


def test_part_of_a_pattern_that_is_empty_is_left_out() -> None:
    config = "permalinks: {articles: '/:section/:folder/:slug/'}\n"
    assert _paths(article("2025-12-22-talks"), config) == ["/talks/"]


def test_pattern_of_pages_may_leave_out_their_folders() -> None:
    text = "-- about/how.md --\n---\ntitle: T\n---\n"
    assert _paths(text, "permalinks: {pages: '/pages/:slug/'}\n") == ["/pages/how/"]


def test_slug_of_ones_own_comes_before_the_file_name() -> None:
    assert _paths(article("2025-12-22-talks", "slug: Florida_1.0\n")) == ["/2025/12/Florida_1.0/"]


def test_path_of_ones_own_comes_before_everything() -> None:
    assert _paths(article("2025-12-22-talks", "path: /special\n")) == ["/special/"]


@pytest.mark.parametrize("slug", ["../../x", "a/b", "..", ".hidden", "a b", "a?b", "a#b", "🔥"])
def test_slug_that_is_no_segment_is_refused(slug: str) -> None:
    expected = f'the slug "{slug}" cannot be a segment of a path'
    assert complaints_of(article("2025-12-22-talks", f"slug: '{slug}'\n")) == [expected]


@pytest.mark.parametrize("name", ["2025-12-22", "2025-12-22-🔥", "2025-12-22-..."])
def test_file_name_without_letters_needs_a_slug(name: str) -> None:
    assert complaints_of(article(name))[0].endswith("makes no slug")
    assert _paths(article(name, "slug: fire\n")) == ["/2025/12/fire/"]


def test_article_without_a_date_is_refused() -> None:
    assert complaints_of(article("talks")) == ["the article has no date"]


def test_every_wrong_piece_is_told() -> None:
    text = article("talks") + article("2025-12-22-🔥") + article("2025-12-22-a", "slug: a/b\n")
    assert len(complaints_of(text)) == 3
